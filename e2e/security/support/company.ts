import { origin } from "../../support/run";
import { Jar } from "./http";

/** Where single sign-on sends this browser: the address at the provider. */
export async function askedThere(jar: Jar, query = ""): Promise<URL> {
  const { headers } = await jar.call(`/api/sign-on${query}`);
  return new URL(headers.location ?? "about:blank");
}

/** Signs in at the provider's own pages; gives the address it sends the browser back to. */
export async function signInThere(there: URL, name: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let [at, form] = [there, undefined as URLSearchParams | undefined];
  for (let steps = 0; steps < 8; steps += 1) {
    const answer = await fetch(at, { redirect: "manual", method: form ? "POST" : "GET", body: form ?? null, headers: { cookie: [...cookies].map((pair) => pair.join("=")).join("; ") } });
    for (const line of answer.headers.getSetCookie()) cookies.set(line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1).split(";", 1)[0] as string);
    const location = answer.headers.get("location");
    form = location ? undefined : new URLSearchParams({ login: name });
    at = new URL(location ?? at, at);
    if (at.origin === origin) return at;
  }
  throw new Error("the provider did not send the browser back");
}

/** The same on this browser, to where the product then sends it. */
export async function signInByCompany(jar: Jar, name: string): Promise<string> {
  return back(jar, await signInThere(await askedThere(jar), name));
}

/** The product's answer to what the provider sent. */
export async function back(jar: Jar, { pathname, search }: URL): Promise<string> {
  const { status, headers } = await jar.call(`${pathname}${search}`);
  return headers.location ?? String(status);
}
