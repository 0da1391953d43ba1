import { readFileSync } from "node:fs";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { freshForm } from "@/lib/request/form-state";
import { file } from "../support/people";
import { signedIn } from "../support/run";
import { act, Form } from "./support/action";
import { scripts } from "./support/attack";
import { tellOfBrokenRules } from "./support/broken-rules";
import { provenStaff, query } from "./support/database";
import { Jar, upload } from "./support/http";
import { type Filed, fileCase, openSpace } from "./support/people";

const office = "app/office/requests/[reference]";

/** Texts made of these lines, one after the other and again from the start; each as long as it may be. */
function packer(lines: string[]): (most: number) => string {
  let next = 0;
  return (most) => {
    const taken: string[] = [];
    for (let length = 0; ; next += 1) {
      const line = lines[next % lines.length] ?? "";
      length += line.length + 1;
      if (length > most) return taken.join("\n");
      taken.push(line);
    }
  };
}

/** A page that tells of whatever ran, asked another site for something, or broke a rule. */
async function watched(browser: Browser, baseURL: string, cookies: string | Jar): Promise<{ page: Page; heard: string[] }> {
  const heard: string[] = [];
  const context = await browser.newContext(typeof cookies === "string" ? { storageState: cookies } : { extraHTTPHeaders: { cookie: cookies.header ?? "" } });
  await tellOfBrokenRules(context, heard);
  const page = await context.newPage();
  page.on("dialog", (dialog) => { heard.push(`dialog ${dialog.message()}`); void dialog.dismiss(); });
  page.on("console", (message) => { if (/Content Security/.test(message.text())) heard.push(message.text()); });
  page.on("pageerror", (error) => heard.push(error.message));
  page.on("popup", () => heard.push("popup"));
  page.on("request", (request) => { if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(`${baseURL}/`)) heard.push(request.url()); });
  return { page, heard };
}

async function look({ page, heard }: { page: Page; heard: string[] }, path: string): Promise<void> {
  await page.goto(path, { waitUntil: "load" });
  expect(new URL(page.url()).pathname, "no page sends itself elsewhere").toBe(path.split("?")[0]);
  for (const element of await page.locator("details").all()) await element.evaluate((node: HTMLDetailsElement) => { node.open = true; });
  const foreign = await page.evaluate(() =>
    [...document.querySelectorAll("*")].flatMap((element) => [...element.attributes].filter(({ name, value }) => name.startsWith("on") || (/^(href|src|action|formaction|srcdoc|xlink:href)$/.test(name) && /^\s*(javascript|data|vbscript):/i.test(value))).map(({ name, value }) => `${element.tagName} ${name}=${value}`)));
  expect(foreign).toEqual([]);
  expect(heard, path).toEqual([]);
}

test("IN3: whatever a person or a colleague writes is text: queue, case, viewer, preview, answer, space", async ({ browser, baseURL }) => {
  test.slow();
  const lines = scripts(400).filter((line) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(line));
  const packed = packer(lines);
  const names = lines.filter((line) => line.length < 190);
  const staff = await watched(browser, baseURL ?? "", signedIn("dpo"));
  const dpo = Jar.of("dpo");
  for (let round = 0; round < 3; round += 1) {
    const name = names[round * 3] ?? "";
    const filed: Filed = await fileCase({ name, details: packed(3_900), about: { postalAddress: `1${packed(580)}`, customerNumber: (names[round * 3 + 1] ?? "").slice(0, 99) }, identity: `${(names[round * 3 + 2] ?? "").replace(/[\r\n"]/g, encodeURIComponent)}.jpg` });
    const space = await openSpace(filed);
    const { reference } = filed;
    const sent = await act(space, "app/[locale]/follow/[reference]/message/actions.ts#send", `/fr/follow/${reference}/message`, ["fr", reference, freshForm, new Form({ body: packed(9_900) })]);
    expect(sent.redirect, JSON.stringify(sent.state?.errors)).toContain("done=");
    const does = async (action: string, fields: Record<string, string>) => {
      const done = await act(dpo, `${office}/${action}`, `/office/requests/${reference}`, action.endsWith("#addNoteAction") ? [reference, freshForm, new Form(fields)] : [reference, 99, freshForm, new Form(fields)]);
      expect(done.redirect ?? done.state?.refusal ?? JSON.stringify(done.state?.errors)).toContain("done=");
    };
    const [event] = await query<{ data: { claims: { id: string }[] } }>(`select data from "Event" where reference = $1 and type = 'RequestFiled'`, [reference]);
    const [proof] = await query<{ id: string }>(`select id from "File" where reference = $1`, [reference]);
    await does("handle/actions.ts#addNoteAction", { body: packed(9_900) });
    await does("handle/actions.ts#askQuestionAction", { body: packed(9_900) });
    const home = `/office/requests/${reference}`;
    for (const path of ["/office", home, `${home}/check`, `${home}/files/${proof?.id}`, `${home}/handle`, `${home}/retain`]) await look(staff, path);
    await does("check/actions.ts#acceptIdentityAction", { method: "document", kinds: "identity-card" });
    await does("handle/actions.ts#decideClaimAction", { claimId: event?.data.claims[0]?.id ?? "", outcome: "fulfilled", explanation: packed(9_900) });
    const attached = await upload(dpo, `for=reply&purpose=reply&locale=fr&reference=${reference}`, `${encodeURIComponent(name)}.jpg`, readFileSync(file("identity.jpg")), "image/jpeg");
    expect(attached.status).toBe(201);
    await does("reply/actions.ts#draftReplyAction", { body: `## ${name}\n\n- ${packed(9_000).replace(/\n/g, "\n- ")}\n\n${packed(20_000).replace(/\n/g, "\n\n")}`.replace(/[[\]]/g, "") });
    await look(staff, `${home}/reply`);
    await provenStaff();
    await does("reply/actions.ts#sendReplyAction", { fileIds: (JSON.parse(attached.text) as { files: { id: string }[] }).files[0]?.id ?? "" });
    const person = await watched(browser, baseURL ?? "", space);
    for (const path of [`/fr/follow/${reference}`, `/fr/follow/${reference}/reply`, `/en/follow/${reference}/message`]) await look(person, path);
    await person.page.context().close();
  }
  await staff.page.context().close();
});
