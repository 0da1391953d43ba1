import { expect, test } from "@playwright/test";
import { freshForm } from "@/lib/request/form-state";
import { freshEmail } from "../support/people";
import { allMailTo } from "../support/smtp";
import { act, Form } from "./support/action";
import { query, settled } from "./support/database";
import { Jar } from "./support/http";
import { fileCase, save } from "./support/people";

const ask = "app/[locale]/ask/actions.ts";
const handle = "app/office/requests/[reference]/handle/actions.ts";

test("RC1: sent twenty times at once, a request is one request, one reference, one receipt", async () => {
  const [jar, email] = [new Jar(), freshEmail("double")];
  await act(jar, `${ask}#start`, "/fr/ask/access", ["fr", "access", freshForm, new Form({ how: "new" })]);
  await save(jar, "what", { scope: "everything" });
  await save(jar, "about", { name: "Anne Durand", email, onBehalf: "self" });
  await act(jar, `${ask}#pass`, "/fr/ask/access/documents", ["fr", "access", freshForm, new Form()]);
  const sent = await Promise.all(Array.from({ length: 20 }, () => act(jar, `${ask}#send`, "/fr/ask/access/check", ["fr", "access", freshForm, new Form()])));
  expect(sent.map(({ redirect }) => redirect)).toEqual(sent.map(() => "/fr/ask/sent"));
  const receipts = await Promise.all(Array.from({ length: 5 }, () => jar.call("/fr/ask/sent")));
  const references = new Set(receipts.map(({ text }) => /receipt-reference[^>]*>([A-Z0-9]{4}-[A-Z0-9]{4})</.exec(text)?.[1]));
  expect(references.size).toBe(1);
  const reference = [...references][0] ?? "";
  await settled(reference);
  expect(await query(`select type from "Event" where reference = $1 and type <> 'LetterSent'`, [reference])).toEqual([{ type: "RequestFiled" }]);
  expect(allMailTo(email)).toHaveLength(1);
});

test("RC2: two decisions on the same sight of a case: one is taken, the other hears who was first", async () => {
  const decided: unknown[] = [];
  for (let round = 0; round < 8; round += 1) {
    const { reference } = await fileCase();
    const [filed] = await query<{ data: { claims: { id: string }[] } }>(`select data from "Event" where reference = $1 and type = 'RequestFiled'`, [reference]);
    const claimId = filed?.data.claims[0]?.id ?? "";
    const decide = (role: "agent" | "dpo", fields: Record<string, string>) =>
      act(Jar.of(role), `${handle}#decideClaimAction`, `/office/requests/${reference}/handle`, [reference, 2, freshForm, new Form({ claimId, ...fields })]);
    const both = await Promise.all([decide("agent", { outcome: "fulfilled" }), decide("dpo", { outcome: "refused", grounds: "excessive", explanation: "Trop" })]);
    const [won, lost] = [both.filter(({ redirect }) => redirect !== null), both.filter(({ state }) => state?.refusal)];
    expect([won.length, lost.length], JSON.stringify(both.map(({ state, redirect }) => [state, redirect]))).toEqual([1, 1]);
    expect(lost[0]?.state?.refusal).toMatch(/Camille (agent|dpo)/);
    decided.push(...(await query(`select sequence from "Event" where reference = $1 and type = 'ClaimDecided'`, [reference])));
  }
  expect(decided).toHaveLength(8);
});
