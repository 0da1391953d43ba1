import { freshForm } from "@/lib/request/form-state";
import { query } from "./database";
import { act, Form } from "./action";
import { Jar } from "./http";

const settings = "app/office/settings/staff/actions.ts";
let count = 0;

export const password = "quatre-oies-au-bord-du-lac";
export type Member = { id: string; email: string; jar: Jar };

/** Adds somebody of their own for one test, so that what happens to them disturbs no other; gives the set-up link's path. */
export async function invite(...roles: string[]): Promise<{ id: string; email: string; path: string }> {
  count += 1;
  const email = `sec.${process.pid}.${count}@office.example`;
  const added = await act(Jar.of("administrator"), `${settings}#addStaffAction`, "/office/settings/staff", [freshForm, new Form({ name: `Sec ${count}`, email, roles })]);
  const path = /\/office\/set-up\/[\w-]+/.exec(added.text)?.[0];
  const [row] = await query<{ id: string }>(`select id from "Staff" where email = $1`, [email]);
  if (!path || !row) throw new Error(`not added: ${added.status} ${added.text.slice(0, 300)}`);
  return { id: row.id, email, path };
}

export function choosePassword(jar: Jar, path: string, chosen: string) {
  return act(jar, "app/office/set-up/[token]/actions.ts#setPasswordAction", path, ["fr", path.split("/").at(-1), freshForm, new Form({ password: chosen, again: chosen })]);
}

export function signIn(jar: Jar, email: string, given: string) {
  return act(jar, "app/office/sign-in/actions.ts#signInAction", "/office/sign-in", ["fr", freshForm, new Form({ email, password: given })]);
}

/** Somebody new, signed in. */
export async function member(...roles: string[]): Promise<Member> {
  const { id, email, path } = await invite(...roles);
  await choosePassword(new Jar(), path, password);
  const jar = new Jar();
  const signed = await signIn(jar, email, password);
  if (signed.redirect !== "/office") throw new Error(`not signed in: ${signed.status} ${JSON.stringify(signed.state)}`);
  return { id, email, jar };
}
