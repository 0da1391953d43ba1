import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { freshForm } from "@/lib/request/form-state";
import { file } from "../support/people";
import { home } from "../support/run";
import { act, Form } from "./support/action";
import { call, Jar, upload } from "./support/http";
import { fileCase, openSpace, save } from "./support/people";
import { choosePassword, invite, signIn } from "./support/staff";

const forged = '\n{"level":60,"msg":"forged"}';
const lines = () => readFileSync(join(home, "product.log"), "utf8").split("Ready. Ctrl-C stops everything.\n").slice(1).join("").split("\n").slice(0, -1);

test("IN8, AL3: the log is one object a line, and holds no name, address, text, file name, secret or query of anybody", async () => {
  const canary = `canari${randomUUID().replaceAll("-", "")}`;
  const before = lines().length;
  const filed = await fileCase({ name: `${canary} Durand`, details: canary, about: { postalAddress: canary, customerNumber: canary }, identity: `${canary}.jpg` });
  const space = await openSpace(filed);
  await act(space, "app/[locale]/follow/[reference]/message/actions.ts#send", `/fr/follow/${filed.reference}/message`, ["fr", filed.reference, freshForm, new Form({ body: canary })]);
  await upload(space, `for=follow&purpose=message&locale=fr&x=${canary}`, `${canary}.jpg`, readFileSync(file("identity.jpg")), "image/jpeg");
  await upload(space, `for=follow&purpose=message&locale=fr&x=${canary}`, `${canary}.pdf`, Buffer.from(`%PDF-1.4 ${canary}`), "application/pdf");
  const { path, email } = await invite("agent");
  await choosePassword(new Jar(), path, `${canary}-mot-de-passe`);
  await signIn(new Jar(), email, `${canary}-mot-de-passe`);
  await signIn(new Jar(), `${canary}@client.example`, canary);
  await save(new Jar().set("__Host-draft", canary), "about", { name: `${canary}${forged}`, email: `${canary}@client.example` });
  for (const address of [`/fr/${canary}`, `/fr/follow/${canary}?x=${canary}`, `/office/requests/${canary}`, `/office/set-up/${canary}`, `/api/files/${canary}`, `/api/calendar/${canary}.ics`, `/api/auth/callback/email?token=${canary}`, `/${canary}%0a%7b%22level%22:60%7d`]) {
    await call(address, { headers: { "user-agent": `${canary}\u001b[31m`.replace(/[^\u0020-\u007e]/g, ""), referer: `http://localhost/${canary}`, cookie: `x=${canary}`, authorization: `Bearer ${canary}`, "x-forwarded-for": canary } });
  }
  // What fails: a body that is no form, arguments of the wrong kind, an impossible method, a report.
  await call("/fr/follow", { method: "POST", headers: { "content-type": "multipart/form-data; boundary=x", "next-action": "0".repeat(42) }, body: `--x\r\nContent-Disposition: form-data; name="${canary}"\r\n\r\n${canary}` });
  await act(new Jar(), "app/[locale]/follow/actions.ts#find", "/fr/follow", [canary, { errors: canary }, canary]);
  await call(`/fr?${canary}`, { method: "DELETE" });
  await call("/api/csp-report", { method: "POST", body: JSON.stringify([{ body: { effectiveDirective: "img-src", blockedURL: canary, documentURL: canary, sample: canary } }]) });

  const all = lines();
  expect(all.length).toBeGreaterThan(before + 20);
  for (const line of all) {
    const entry = JSON.parse(line) as Record<string, unknown>;
    expect(Object.keys(entry)).toEqual(expect.arrayContaining(["level", "time", "pid", "code"]));
    expect([30, 40, 50], line).toContain(entry["level"]);
  }
  const text = all.join("\n");
  for (const part of [canary, filed.email, "@client.example", "@office.example", "Durand", "forged", path.split("/").at(-1) ?? "", space.get("__Host-follow"), filed.jar.get("__Host-draft") || "__Host-", "127.0.0.1", "?x="]) expect(text.includes(part), `the log holds ${part}`).toBe(false);
});

test("IN8: an error in an answer tells nothing of how it came about", async () => {
  for (const [path, sent] of [["/nothing", {}], ["/office/nothing", {}], ["/api/files/x", {}], ["/api/auth/nothing", {}], ["/fr", { method: "POST", headers: { origin: "null" } }], ["/fr/follow", { method: "POST", headers: { "content-type": "multipart/form-data; boundary=x" }, body: "x" }], ["/%ff", {}], ["//", {}]] as const) {
    const { text, status } = await call(path, sent);
    expect(status, path).toBeGreaterThanOrEqual(400);
    expect(status, path).toBeLessThan(500);
    expect(text, path).not.toMatch(/node_modules|at [\w.]+ \(|\.tsx?:\d|prisma|postgres|SELECT /i);
  }
});
