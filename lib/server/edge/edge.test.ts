import { type IncomingMessage, request as send, type RequestOptions, type Server, type ServerResponse } from "node:http";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createLog } from "../log";
import { markSlowed } from "../reached";
import { createDrain } from "./drain";
import { createEdge } from "./edge";

/** Known before the server listens, because Host and Origin name it; below the ports the system gives out by itself. */
const port = 10_000 + (process.pid % 20_000);
const ours = `http://localhost:${port}`;
let server: Server;
let lines = "";
let reached = 0;
const { isDraining, drain } = createDrain();

async function handler(request: IncomingMessage, response: ServerResponse) {
  reached += 1;
  if (request.url === "/throws") throw new Error("canary");
  if (request.url === "/_next/static/a.js") response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
  if (request.url?.startsWith("/slowed")) markSlowed(59.2);
  if (request.url === "/slow") await sleep(900);
  if (request.url === "/api/files/early") return void response.writeHead(415).end("early");
  if (request.url === "/api/files/1") response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) bytes += chunk.length;
  const status = { "/moved": 307, "/slowed-away": 303, "/slowed-out": 401, "/missing": 404, "/broken": 500 }[request.url ?? ""] ?? 200;
  response.writeHead(status, { "X-Powered-By": "Next.js", "Content-Type": "application/json" });
  response.end(JSON.stringify({ bytes, headers: request.headers, raw: request.rawHeaders }));
}

beforeAll(async () => {
  const log = createLog({ write: (line) => { lines += line; } });
  server = createEdge({ publicUrl: ours, handler, log, isDraining, idleMs: 400, headersTimeoutMs: 2_000 });
  await new Promise<void>((done) => { server.listen(port, "127.0.0.1", done); });
});
afterAll(() => { server.closeAllConnections(); server.close(); });

type Answer = { status: number; headers: IncomingMessage["headers"]; text: string };

function call(path: string, options: RequestOptions = {}, body?: Buffer | string): Promise<Answer> {
  return new Promise((done, fail) => {
    const request = send({ host: "127.0.0.1", port, path, agent: false, ...options, headers: { host: `localhost:${port}`, ...(options.headers as object) } }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (part) => { text += part; }).on("end", () => done({ status: answer.statusCode ?? 0, headers: answer.headers, text })).on("error", fail);
    });
    request.on("error", fail).end(body);
  });
}

const post = (path: string, headers: Record<string, string> = {}, body: Buffer | string = "a=1") => call(path, { method: "POST", headers: { origin: ours, ...headers } }, body);

test("AU12: a foreign Host is refused, a forged X-Forwarded-Host is not seen, health may be asked by any name", async () => {
  expect((await call("/", { headers: { host: "evil.example" } })).status).toBe(421);
  expect((await call("/api/health", { headers: { host: "10.0.0.7" } })).status).toBe(200);
  const { text } = await call("/", { headers: { "x-forwarded-host": "evil.example", forwarded: "host=evil.example" } });
  expect(text).not.toContain("evil.example");
});

test("WB1: a POST from anywhere but our own page is 403 and never reaches the handler", async () => {
  const before = reached;
  for (const headers of [{}, { origin: "null" }, { origin: `https://localhost:${port}` }, { origin: "http://evil.example" }, { origin: "http://evil.example", "x-forwarded-host": "evil.example" },
    { origin: ours, "sec-fetch-site": "cross-site" }, { origin: ours, "sec-fetch-site": "same-site" }]) {
    expect((await call("/fr/ask", { method: "POST", headers }, "a=1")).status).toBe(403);
  }
  expect((await call("/", { method: "POST", headers: { host: "evil.example", origin: "http://evil.example" } }, "a=1")).status).toBe(421);
  expect(reached).toBe(before);
  expect((await post("/fr/ask", { "sec-fetch-site": "same-origin" })).status).toBe(200);
});

test("WB4: every kind of answer has the headers, and no cache keeps it unless it was built", async () => {
  const answers = await Promise.all([call("/"), call("/moved"), call("/missing"), call("/broken"), call("/throws"), call("/_next/static/a.js"), call("/", { method: "TRACE" }), call("/", { headers: { host: "evil" } })]);
  for (const { headers } of answers) {
    expect(headers).toMatchObject({
      "strict-transport-security": "max-age=31536000; includeSubDomains", "x-content-type-options": "nosniff", "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin", "cross-origin-resource-policy": "same-origin", "x-frame-options": "DENY",
    });
    expect(headers["permissions-policy"]).toContain("camera=()");
    expect(headers["content-security-policy"]).toContain("'strict-dynamic'");
    expect(headers["x-powered-by"]).toBeUndefined();
  }
  expect(answers.map(({ headers }) => headers["cache-control"]?.split(",")[0])).toEqual(["private", "private", "private", "private", "private", "public", "private", "private"]);
  expect(answers[4]).toMatchObject({ status: 500 });
  expect(answers[4]?.text).not.toContain("canary");
});

test("WB3: the nonce is new each time and the handler sees the one of the answer; a handler's own policy stays", async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => call("/", { headers: { "content-security-policy": "script-src 'nonce-evil'" } })));
  expect(new Set(answers.map(({ headers }) => headers["content-security-policy"])).size).toBe(20);
  for (const { headers, text } of answers) expect(JSON.parse(text).headers["content-security-policy"]).toBe(headers["content-security-policy"]);
  expect((await call("/api/files/1")).headers["content-security-policy"]).toBe("sandbox; default-src 'none'");
});

test("AU5: whoever must slow down is told so by status and header, whatever Next answers; a redirect stays one, and the next request is a new one", async () => {
  const told = async (path: string) => { const { status, headers } = await post(path); return [status, headers["retry-after"]]; };
  expect([await told("/slowed"), await told("/slowed-out"), await told("/slowed-away"), await told("/")]).toEqual([[429, "60"], [429, "60"], [303, undefined], [200, undefined]]);
});

test("WB7: TRACE and unknown methods are 405, impossible action ids 400, internal headers never arrive", async () => {
  for (const method of ["TRACE", "OPTIONS", "PUT", "DELETE", "PROPFIND"]) expect(await call("/", { method })).toMatchObject({ status: 405, headers: { allow: "GET, HEAD, POST" } });
  expect((await raw("FOO / HTTP/1.1\r\nHost: localhost\r\n\r\n")).split("\r\n")[0]).toContain("405");
  expect((await post("/", { "next-action": "x" })).status).toBe(400);
  const { text } = await call("/", { headers: { "next-resume": "1", "x-nextjs-data": "1", "x-invoke-path": "/", "x-middleware-subrequest": "a", "x-matched-path": "/", rsc: "1", "next-url": "/fr" } });
  const seen = JSON.parse(text);
  expect(Object.keys(seen.headers).filter((name) => /^(x-|next-|rsc)/.test(name)).sort()).toEqual(["next-url", "rsc", "x-forwarded-for", "x-forwarded-proto", "x-request-id"]);
  expect(seen.raw.join(" ")).not.toMatch(/next-resume|x-nextjs|x-invoke|x-middleware|x-matched/);
});

test("headers over 16 KB, absolute and doubled targets are refused with the headers on", async () => {
  const answer = await call("/", { headers: { "x-long": "a".repeat(17_000) } });
  expect(answer).toMatchObject({ status: 431, headers: { "x-frame-options": "DENY", "cache-control": "private, no-store" } });
  expect(await raw(`GET http://evil.example/ HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: close\r\n\r\n`)).toMatch(/^HTTP\/1.1 400/);
  expect((await call("//evil.example/")).status).toBe(400);
});

test("a body too large is 413 by its announced length and by its counted length; files may be larger", async () => {
  const large = Buffer.alloc(1_200_000);
  expect((await post("/fr/ask", { "content-length": "1200000" }, large)).status).toBe(413);
  expect((await post("/fr/ask", { "transfer-encoding": "chunked" }, large)).status).toBe(413);
  expect(JSON.parse((await post("/api/files/2", {}, large)).text).bytes).toBe(1_200_000);
});

test("a program's question comes without an Origin, as JSON alone, and is refused with a problem document", async () => {
  const path = "/api/v1/time-limit";
  const ask = (headers: Record<string, string>, body: Buffer | string = "{}") => call(path, { method: "POST", headers }, body);
  expect((await ask({ "content-type": "application/json; charset=utf-8" })).status).toBe(200);
  expect((await ask({ "content-type": "Application/JSON", origin: "https://other.example", "sec-fetch-site": "cross-site" })).status).toBe(200);
  const before = reached;
  const long = Buffer.alloc(17_000, " ");
  const refused: [number, Answer][] = [
    [415, await ask({})],
    [415, await ask({ "content-type": "text/plain" })],
    [415, await ask({ "content-type": "multipart/form-data; boundary=x" })],
    [415, await ask({ "content-type": "application/jsonp" })],
    [415, await ask({ "content-type": "application/x-www-form-urlencoded", origin: ours })],
    [400, await ask({ "content-type": "application/json", "next-action": "40".repeat(21) })],
    [413, await ask({ "content-type": "application/json", "content-length": "17000" }, long)],
    [405, await call(path, { method: "PUT" })],
    [421, await ask({ "content-type": "application/json", host: "evil.example" })],
  ];
  expect(reached).toBe(before);
  refused.push([413, await ask({ "content-type": "application/json", "transfer-encoding": "chunked" }, long)]);
  for (const [status, answer] of refused) {
    expect(answer).toMatchObject({ status, headers: { "content-type": "application/problem+json", "cache-control": "private, no-store", "x-frame-options": "DENY" } });
    expect(JSON.parse(answer.text)).toEqual({ type: "about:blank", title: expect.any(String), status, detail: expect.stringMatching(/^[A-Z].+\.$/) });
    expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
  }
});

test("an answer given while the body is still coming reaches its sender, who then hears the end", async () => {
  /** Pushes as fast as it can. A reset throws away what the sender has not read: some see the answer before it, some do not. */
  const pushed = (path: string, announced: number) => new Promise<string>((done, fail) => {
    let heard = "";
    const socket = connect(port, "127.0.0.1");
    socket.on("data", (part) => { heard += part; }).on("error", () => done(`reset ${heard}`)).on("end", () => done(heard));
    socket.setTimeout(10_000, () => fail(new Error("the line was not ended")));
    socket.write(`POST ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nOrigin: ${ours}\r\nConnection: close\r\nContent-Length: ${announced}\r\n\r\n`);
    for (let sent = 0; sent < Math.min(announced, 20_000_000); sent += 1_000_000) socket.write(Buffer.alloc(1_000_000));
  });
  for (let round = 0; round < 10; round += 1) {
    expect(await pushed("/api/files/early", 20_000_000)).toMatch(/^HTTP\/1.1 415[\s\S]*early/);
    expect(await pushed("/api/files/1", 2_000_000_000)).toMatch(/^HTTP\/1.1 413/);
  }
  const { promise: gone, resolve } = Promise.withResolvers<void>();
  const endless = connect(port, "127.0.0.1", () => endless.write(`POST /api/files/early HTTP/1.1\r\nHost: localhost:${port}\r\nOrigin: ${ours}\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n`));
  const timer = setInterval(() => endless.write("1\r\nx\r\n"), 50);
  endless.on("error", () => undefined).resume().on("close", () => resolve());
  await gone;
  clearInterval(timer);
});

test("a stalled body is given up; silent connections hurt nobody and are closed", async () => {
  const silent = Array.from({ length: 200 }, () => connect(port, "127.0.0.1"));
  const closed = Promise.all(silent.map((socket) => new Promise<void>((done) => { socket.on("error", () => {}).on("close", () => done()).resume(); })));
  const stalled = await raw(`POST /fr/ask HTTP/1.1\r\nHost: localhost:${port}\r\nOrigin: ${ours}\r\nContent-Length: 100\r\n\r\nten bytes…`);
  expect(stalled).toMatch(/^HTTP\/1.1 408/);
  expect((await post("/api/files/3", {}, Buffer.alloc(1_000_000))).status).toBe(200);
  await closed;
});

test("reports of broken content rules are taken without an Origin and leave only the rule's name in the log", async () => {
  const body = JSON.stringify([{ body: { effectiveDirective: "style-src-elem", documentURL: "http://canary" } }]);
  expect((await call("/api/csp-report", { method: "POST" }, body)).status).toBe(204);
  expect(lines).toContain('"directive":"style-src-elem"');
});

test("a log line for every request, and nothing of what it carried", async () => {
  await call("/fr/follow/canary?token=canary", { headers: { "user-agent": "canary", cookie: "canary=1" } });
  await sleep(50);
  const last = lines.trim().split("\n").at(-1) ?? "";
  expect(JSON.parse(last)).toMatchObject({ code: "request", route: "/[locale]/follow", status: 200 });
  expect(lines).not.toContain("canary");
});

test("R11: told to stop, it says so on health, finishes what is under way, then takes nothing", async () => {
  const underWay = call("/slow");
  await sleep(100);
  const drained = drain(server);
  expect((await call("/api/health")).status).toBe(503);
  expect((await call("/")).headers.connection).toBe("close");
  expect((await underWay).status).toBe(200);
  await drained;
  await expect(call("/")).rejects.toThrow("ECONNREFUSED");
});

function raw(text: string): Promise<string> {
  return new Promise((done) => {
    let answer = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    socket.on("data", (part) => { answer += part; }).on("error", () => {}).on("close", () => done(answer));
    setTimeout(() => socket.destroy(), 4_000).unref();
  });
}
