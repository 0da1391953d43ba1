import { readFileSync } from "node:fs";
import { freshForm } from "@/lib/request/form-state";
import { file, freshEmail } from "../../support/people";
import { allMailTo, mailTo } from "../../support/smtp";
import { act, type Fields, Form } from "./action";
import { settled } from "./database";
import { Jar, upload } from "./http";

const ask = "app/[locale]/ask/actions.ts";

export type Filed = { reference: string; email: string; jar: Jar };
/** `identity`: the name under which a picture of an identity card is sent along. */
type Wishes = { details?: string; name?: string; about?: Record<string, string>; identity?: string };

/** A request for access, filed by the form's own actions; waits for its receipt. */
export async function fileCase({ details = "", name = "Anne Durand", about = {}, identity }: Wishes = {}): Promise<Filed> {
  const [jar, email] = [new Jar(), freshEmail("filed")];
  await act(jar, `${ask}#start`, "/fr/ask/access", ["fr", "access", freshForm, new Form({ how: "new" })]);
  await save(jar, "what", { scope: "everything", details });
  await save(jar, "about", { name, email, onBehalf: "self", ...about });
  if (identity) await upload(jar, "for=draft&purpose=identity&locale=fr", identity, readFileSync(file("identity.jpg")), "image/jpeg");
  await act(jar, `${ask}#pass`, "/fr/ask/access/documents", ["fr", "access", freshForm, new Form()]);
  const sent = await act(jar, `${ask}#send`, "/fr/ask/access/check", ["fr", "access", freshForm, new Form()]);
  const receipt = await jar.call("/fr/ask/sent");
  const reference = /receipt-reference[^>]*>([A-Z0-9]{4}-[A-Z0-9]{4})</.exec(receipt.text)?.[1];
  if (!reference) throw new Error(`not filed: ${sent.status} ${sent.redirect} ${JSON.stringify(sent.state)}`);
  await settled(reference);
  return { reference, email, jar };
}

/** One page of answers. */
export function save(jar: Jar, step: string, fields: Fields, right = "access") {
  return act(jar, `${ask}#save`, `/fr/ask/${right}/${step}`, ["fr", right, step, freshForm, new Form(fields)]);
}

/** The person's own space, opened by the code of the e-mail; gives their browser. */
export async function openSpace({ reference, email }: Pick<Filed, "reference" | "email">): Promise<Jar> {
  const jar = new Jar();
  const before = allMailTo(email).length;
  await act(jar, "app/[locale]/follow/actions.ts#find", "/fr/follow", ["fr", freshForm, new Form({ reference, email })]);
  const mail = await mailTo(email, /\b\d{3} ?\d{3}\b/, before);
  const code = (/\b(\d{3}) ?(\d{3})\b/.exec(mail.text ?? "") ?? []).slice(1).join("");
  const entered = await act(jar, "app/[locale]/follow/code/actions.ts#enter", "/fr/follow/code", ["fr", freshForm, new Form({ code })]);
  if (!entered.redirect?.endsWith(reference)) throw new Error(`not opened: ${entered.status} ${JSON.stringify(entered.state)}`);
  return jar;
}
