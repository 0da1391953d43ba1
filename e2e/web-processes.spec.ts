import { readFileSync } from "node:fs";
import { request } from "node:http";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { freshForm } from "@/lib/request/form-state";
import { act, Form } from "./security/support/action";
import { call, Jar, upload } from "./security/support/http";
import { file, freshEmail } from "./support/people";
import { isRunning, until, Web } from "./support/web";

const ask = "app/[locale]/ask/actions.ts";
const webs: Web[] = [];

async function ready(processes: number): Promise<Web> {
  const web = await Web.ready(processes);
  webs.push(web);
  return web;
}

test.afterEach(() => {
  for (const web of webs.splice(0)) web.kill();
});

/** Each on a connection of its own. */
const get = (web: Web) => call("/fr", {}, web.origin);
const answers = async (web: Web, count: number) => (await Promise.all(Array.from({ length: count }, () => get(web)))).map(({ status }) => status);

async function expectNothingLeft(web: Web): Promise<void> {
  await until("gone", () => ![web.child.pid as number, ...web.pids].some(isRunning), 10);
  await expect(get(web)).rejects.toThrow("ECONNREFUSED");
}

test("a request begun with one process goes on with the other", async () => {
  const web = await ready(2);
  expect(new Set([web.child.pid, ...web.pids]).size, "a first one and two that serve").toBe(3);
  const jar = new Jar(web.origin);
  const did = [
    await act(jar, `${ask}#start`, "/fr/ask/access", ["fr", "access", freshForm, new Form({ how: "new" })]),
    await act(jar, `${ask}#save`, "/fr/ask/access/what", ["fr", "access", "what", freshForm, new Form({ scope: "everything", details: "" })]),
    await act(jar, `${ask}#save`, "/fr/ask/access/about", ["fr", "access", "about", freshForm, new Form({ name: "Anne Durand", email: freshEmail("shared"), onBehalf: "self" })]),
    await upload(jar, "for=draft&purpose=identity&locale=fr", "identity.jpg", readFileSync(file("identity.jpg")), "image/jpeg"),
    await act(jar, `${ask}#pass`, "/fr/ask/access/documents", ["fr", "access", freshForm, new Form()]),
    await act(jar, `${ask}#send`, "/fr/ask/access/check", ["fr", "access", freshForm, new Form()]),
  ];
  expect(did.at(-1)).toMatchObject({ redirect: "/fr/ask/sent" });
  const receipts = [await jar.call("/fr/ask/sent"), await jar.call("/fr/ask/sent")];
  const references = receipts.map(({ text }) => /receipt-reference[^>]*>([A-Z0-9]{4}-[A-Z0-9]{4})</.exec(text)?.[1]);
  expect(references[0]).toBeTruthy();
  expect(references[1]).toBe(references[0]);
  const who = await Promise.all([...did, ...receipts].map(({ headers }) => web.whoAnswered(String(headers["x-request-id"]))));
  expect(new Set(who)).toEqual(new Set(web.pids));

  // Without who started it, it goes, and all of it.
  web.child.disconnect();
  expect(await web.ended).toBe(0);
  await expectNothingLeft(web);
});

test("a process that hangs keeps one request waiting; when it is killed that one hears so, the others are served, and it is replaced", async () => {
  const web = await ready(2);
  const [hanging, other] = web.pids as [number, number];
  process.kill(hanging, "SIGSTOP");
  const asked = Array.from({ length: 12 }, () => get(web).then(({ status }) => status, (error: NodeJS.ErrnoException) => error.code ?? "no code"));
  const settled: unknown[] = [];
  for (const one of asked) void one.then((result) => settled.push(result));
  await until("served by the other", () => settled.length >= 11);
  expect(settled).toEqual(Array.from({ length: 11 }, () => 200));
  process.kill(hanging, "SIGKILL");
  expect((await Promise.all(asked)).filter((result) => result !== 200)).toEqual(["ECONNRESET"]);
  const replaced = await until("replaced", () => web.pids[2]);

  // Killed in the midst of work: whoever was with it hears so, nobody else does.
  const lost: unknown[] = [];
  let served = 0;
  let isOver = false;
  const visitors = Array.from({ length: 4 }, async () => {
    while (!isOver) {
      await get(web).then(({ status }) => {
        expect(status).toBe(200);
        served += 1;
      }, (error: unknown) => lost.push(error));
    }
  });
  await until("busy", () => served > 20);
  process.kill(other, "SIGKILL");
  await until("replaced", () => web.pids[3]);
  const atReplacement = served;
  await until("still busy", () => served > atReplacement + 20);
  isOver = true;
  await Promise.all(visitors);
  expect(lost.length).toBeLessThanOrEqual(4);
  const last = await Promise.all(Array.from({ length: 8 }, async () => web.whoAnswered(String((await get(web)).headers["x-request-id"]))));
  expect(new Set(last)).toEqual(new Set([replaced, web.pids[3]]));
  expect(web.lines("child_died").map(({ signal }) => signal)).toEqual(["SIGKILL", "SIGKILL"]);

  web.child.kill("SIGTERM");
  expect(await web.ended).toBe(0);
  expect(web.told).toBe("");
  await expectNothingLeft(web);
});

test("Ctrl-C reaches all of them at once: what is under way is finished, and each stops once and quietly", async () => {
  const web = await ready(2);
  const slow = [1, 2].map(() => request(`${web.origin}/api/csp-report`, { method: "POST", agent: false, headers: { origin: web.origin, "content-type": "application/csp-report", "content-length": "2" } }));
  const slowAnswers = Promise.all(slow.map((one) => new Promise((done, fail) => { one.once("response", (answer) => done(answer.statusCode)).once("error", fail); })));
  for (const one of slow) one.write("{");
  // Each process has one of the two by now.
  expect(await answers(web, 4)).toEqual([200, 200, 200, 200]);
  process.kill(-(web.child.pid as number), "SIGINT");
  await until("all stopping", () => web.lines("stopping").length >= 3);
  expect((await call("/api/health", {}, web.origin)).status).toBe(503);
  await sleep(1_500); // longer than they announce it: nothing new is taken now
  await expect(get(web)).rejects.toThrow("ECONNREFUSED");
  for (const one of slow) one.end("}");
  expect(await slowAnswers).toEqual([204, 204]);
  expect(await web.ended).toBe(0);
  expect(web.lines("stopping").map(({ pid, signal }) => [pid, signal]).sort()).toEqual([[web.child.pid, "SIGINT"], ...web.pids.map((pid) => [pid, "SIGTERM"])].sort());
  expect([web.told, web.lines("child_died")]).toEqual(["", []]);
  await expectNothingLeft(web);
});

test("killed, the first process leaves none of the others behind", async () => {
  const web = await ready(3);
  expect(web.pids).toHaveLength(3);
  expect(await answers(web, 6)).toEqual(Array.from({ length: 6 }, () => 200));
  process.kill(web.child.pid as number, "SIGKILL");
  await web.ended;
  await expectNothingLeft(web);
});

test("one process is served by itself, with nobody before it", async () => {
  const web = await ready(1);
  expect(web.pids).toEqual([web.child.pid]);
  expect(await answers(web, 2)).toEqual([200, 200]);
  web.child.kill("SIGTERM");
  expect(await web.ended).toBe(0);
});

for (const processes of ["1", "3"]) {
  test(`${processes} of them on a port that is taken: one line says so, and nothing ever serves`, async () => {
    const holder = createServer();
    const port = await new Promise<number>((done) => holder.listen(0, () => done((holder.address() as { port: number }).port)));
    const web = await Web.start({ WEB_PROCESSES: processes, PORT: String(port) });
    webs.push(web);
    expect(await web.ended).toBe(1);
    expect(web.told).toBe(`Port ${port} is already taken: stop what uses it, or set PORT.\n`);
    expect([web.isReady, web.pids]).toEqual([false, []]);
    holder.close();
  });
}
