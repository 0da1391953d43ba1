/** What writes, over HTTP: every time another case, by the form of its page. The page is fetched before; only the sending is measured. */
import { randomUUID } from "node:crypto";
import { messages } from "@/lib/i18n/messages";
import { newDraft } from "@/lib/server/fixtures/cases";
import { db } from "@/lib/server/db";
import { hashToken, newToken } from "@/lib/server/tokens";
import { Browser, type Form, formOf, type Page } from "./browser";
import { referencesWhere } from "./cases";
import { measure } from "./measure";
import { connections, type Tell } from "./pages";

const rounds = { 1: 60, 10: 120 } as const;
const warmUp = 10;
const needed = rounds[1] + rounds[10] + 2 * warmUp;
type Sending = { path: string; form: Form; fields: Record<string, string>; browser?: Browser };

export async function write(tell: Tell, { agent, url }: { agent: Browser; url: string }): Promise<void> {
  const free = await referencesWhere(url, `"isOnDesk" and state = 'new' and "assigneeId" is null`, needed);
  await sendEach(tell, "take a case", agent, free, async (reference) => {
    const path = `/office/requests/${reference}`;
    return { path, form: formOf(await agent.get(path), messages("fr").office.case.take), fields: {} };
  });
  // What was just taken is decided: claims that owe no proof.
  await sendEach(tell, "decide a claim", agent, free, async (reference) => {
    const path = `/office/requests/${reference}/handle`;
    const page = await agent.get(path);
    return { path, form: formOf(page, 'name="outcome"'), fields: { outcome: "fulfilled", explanation: "" } };
  });
  const first = new Browser(agent.origin, 1);
  await sendEach(tell, "file a request", first, Array.from({ length: needed }, () => randomUUID()), async () => {
    const token = newToken();
    const { id } = await newDraft();
    await db().draft.update({ where: { id }, data: { tokenHash: hashToken(token) } });
    const browser = new Browser(agent.origin, 1).setCookie("__Host-draft", token);
    const path = "/fr/ask/access/check";
    return { path, form: formOf(await browser.get(path), messages("fr").ask.check.send), fields: {}, browser };
  });
  await first.close();
}

/** Fewer where a small database has not as many. */
async function sendEach(tell: Tell, title: string, user: Browser, of: readonly string[], prepare: (of: string) => Promise<Sending>): Promise<void> {
  const sendings: Sending[] = [];
  for (const each of of) sendings.push(await prepare(each));
  const isRight = ({ status, location }: Page) => status === 303 && /[?&]done=|\/ask\/sent$/.test(location ?? "");
  for (const many of connections) {
    const mine = sendings.splice(0, many === 1 ? Math.floor(of.length / 3) : of.length);
    const warm = Math.min(warmUp, Math.floor(mine.length / 4));
    const visit = (browser: Browser, nth: number) => {
      const { path, form, fields, browser: own } = mine[nth] as Sending;
      return (own ?? browser).post(path, form, fields, `10.${nth % 250}.${many}.1`);
    };
    if (mine.length > 3) tell({ kind: "write", ...(await measure(title, user, { connections: many, rounds: mine.length - warm, warmUp: warm, visit, isRight })) });
    await Promise.all(mine.map(({ browser }) => browser?.close()));
  }
}
