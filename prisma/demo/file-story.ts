import { createHash } from "node:crypto";
import type { Draft, Typed } from "@/lib/request/ask/draft";
import { documentsOf } from "@/lib/request/ask/steps";
import { db } from "@/lib/server/db";
import { newDraftKey, sealDraft } from "@/lib/server/draft-seal";
import { fileDraft } from "@/lib/server/file-draft";
import { answers } from "./answers";
import { addFile } from "./files";
import { idOf } from "./ids";
import { person } from "./people";
import type { Story } from "./stories";

/** Files a story's request through the use case of the public form, as if sent at that moment. Returns its reference. */
export async function fileStory(story: Story, index: number, at: Date): Promise<string> {
  const id = idOf(`draft:${index}`);
  const draft = draftOf(story, index);
  const { key, wrappedKey } = await newDraftKey(db(), id);
  const tokenHash = new Uint8Array(createHash("sha256").update(`${id}:nobody holds this token`).digest());
  await db().draft.upsert({ where: { id }, create: { id, tokenHash, wrappedKey, content: sealDraft(key, id, draft), createdAt: at, updatedAt: at }, update: {} });
  const needed = documentsOf(draft).filter(({ purpose, required }) => required || (story.state === "identity-to-check" && purpose === "identity"));
  for (const { purpose } of needed) await addFile({ draftId: id, reference: null }, key, purpose, person(story.locale, index).name, at, `${index}:${purpose}`);
  const filed = await fileDraft(id, at);
  if ("refused" in filed) throw new Error(`story ${index}: ${filed.refused}`);
  return filed.reference;
}

function draftOf({ rights, locale, variant, forSomeone }: Story, index: number): Draft {
  const { name, email, street, customerNumber } = person(locale, index);
  const claims = rights.map((right, place) => {
    const variants = answers[locale][right];
    return { id: idOf(`claim:${index}:${place}`), right, typed: variants[(variant ?? index) % variants.length] ?? {} };
  });
  const isMarketingOnly = claims.every(({ right, typed }) => right === "objection" && typed["kind"] === "marketing");
  const about: Typed = isMarketingOnly
    ? {}
    : { name, email, postalAddress: index % 4 === 0 ? street : "", customerNumber: index % 3 === 1 ? customerNumber : "", onBehalf: forSomeone ? "other" : "self", representedName: forSomeone ?? "" };
  return { locale, claims, about, documentsSeen: true };
}
