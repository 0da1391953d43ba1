/** Through the real door: password, and for the DPO an authenticator app set up on the way in. */
import { Secret, TOTP } from "otpauth";
import { emails, password } from "../staff";
import { Browser, formOf } from "./browser";

export async function signIn(origin: string, who: keyof typeof emails): Promise<Browser> {
  const browser = new Browser(origin, 1);
  const door = await browser.get("/office/sign-in");
  const first = await browser.post("/office/sign-in", formOf(door, 'name="password"'), { email: emails[who], password });
  if (first.location?.includes("/factor")) await setUpApp(browser, first.location);
  const page = await browser.get("/office");
  if (page.status !== 200) throw new Error(`${who} did not come in: ${page.status} ${page.location ?? ""}`);
  return browser;
}

async function setUpApp(browser: Browser, path: string): Promise<void> {
  const page = await browser.get(path);
  const secret = /one-time-link">([A-Z2-7 ]+)</.exec(page.text)?.[1] ?? "";
  const code = new TOTP({ secret: Secret.fromBase32(secret.replaceAll(" ", "")) }).generate();
  const done = await browser.post(path, formOf(page, 'name="code"'), { code });
  const entered = await browser.post(path, formOf(await browser.get(path), "$ACTION"), {});
  if (entered.status !== 303) throw new Error(`the app was not taken: ${done.status}, ${entered.status}`);
}
