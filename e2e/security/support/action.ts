import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { freshForm, type FormState } from "@/lib/request/form-state";
import { type Answer, Jar, type Sent } from "./http";

type Manifest = { node: Record<string, { filename: string; exportedName: string; workers: Record<string, unknown> }> };

export const build = join(import.meta.dirname, "../../../.next");

/** Every server action of the build: `file#export` → its id and a page that can run it. */
export const actions: ReadonlyMap<string, { id: string; page: string }> = new Map(
  Object.entries((JSON.parse(readFileSync(join(build, "server/server-reference-manifest.json"), "utf8")) as Manifest).node).map(([id, { filename, exportedName, workers }]) => [
    `${filename}#${exportedName}`,
    { id, page: (Object.keys(workers)[0] ?? "").replace(/^app/, "").replace(/\/page$/, "") || "/" },
  ]),
);

export type Fields = Record<string, string | string[]> | readonly (readonly [string, string])[];

/** A form's fields as the last argument of an action. */
export class Form {
  constructor(readonly fields: Fields = {}) {}

  get pairs(): (readonly [string, string])[] {
    if (Array.isArray(this.fields)) return [...(this.fields as readonly (readonly [string, string])[])];
    return Object.entries(this.fields as Record<string, string | string[]>).flatMap(([name, value]) => (Array.isArray(value) ? value.map((one) => [name, one] as const) : [[name, value] as const]));
  }
}

/** `multipart/form-data` of texts. */
export function multipart(parts: readonly (readonly [string, string])[]): { body: Buffer; contentType: string } {
  const boundary = `----rights${randomBytes(12).toString("hex")}`;
  const name = (text: string) => text.replace(/[\r\n"]/g, (character) => encodeURIComponent(character));
  const text = parts.map(([key, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name(key)}"\r\n\r\n${value}\r\n`).join("");
  return { body: Buffer.from(`${text}--${boundary}--\r\n`), contentType: `multipart/form-data; boundary=${boundary}` };
}

/** A call as React's router sends it: the arguments as JSON, a form as its own parts. */
export function encode(args: readonly unknown[]): { body: Buffer; contentType: string } {
  const parts: (readonly [string, string])[] = [];
  const encoded = args.map((argument, index) => {
    if (!(argument instanceof Form)) return argument === undefined ? "$undefined" : argument;
    const key = index + 1;
    for (const [name, value] of argument.pairs) parts.push([`_${key}_${name}`, value]);
    return `$K${key.toString(16)}`;
  });
  return multipart([...parts, ["0", JSON.stringify(encoded)]]);
}

/** Runs an action on a page (any address of it). `redirect`: where it sends; `state`: what its form shows. */
export async function act(jar: Jar, name: string, path: string, args: readonly unknown[], sent: Sent = {}): Promise<Answer & { redirect: string | null; state: FormState | null }> {
  const action = actions.get(name);
  if (!action) throw new Error(`no such action: ${name}`);
  const { body, contentType } = encode(args);
  const answer = await jar.call(path, { method: "POST", body, ...sent, headers: { "next-action": action.id, "content-type": contentType, accept: "text/x-component", ...sent.headers } });
  const redirect = answer.headers["x-action-redirect"]?.toString().split(";")[0] ?? null;
  return { ...answer, redirect, state: stateOf(answer.text) };
}

/** The same by a plain form, as without JavaScript. */
export function submit(jar: Jar, name: string, path: string, bound: readonly unknown[], fields: Fields, headers: Sent["headers"] = {}): Promise<Answer> {
  const id = actions.get(name)?.id ?? "";
  const { body, contentType } = multipart([
    ["$ACTION_REF_1", ""], ["$ACTION_1:0", JSON.stringify({ id, bound: "$@1" })], ["$ACTION_1:1", JSON.stringify([...bound, freshForm])], ...new Form(fields).pairs,
  ]);
  return jar.call(path, { method: "POST", body, headers: { "content-type": contentType, ...headers } });
}

function stateOf(text: string): FormState | null {
  for (const line of text.split("\n")) {
    const found = /^[0-9a-f]+:(\{.*"attempt":\d+.*\})$/s.exec(line);
    if (found?.[1]) return JSON.parse(found[1]) as FormState;
  }
  return null;
}
