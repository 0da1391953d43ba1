import { expect, test } from "vitest";
import { createLog, type LogFields } from "./log";

function capture(write: (log: ReturnType<typeof createLog>) => void): string {
  let text = "";
  write(createLog({ write: (line) => { text += line; } }));
  return text;
}

test("a line is one JSON object with code and ids", () => {
  const line = capture((log) => log.info({ code: "request_done", requestId: "4f2a", route: "/[locale]/ask", status: 200, ms: 12.4 }));
  expect(line.match(/\n/g)).toHaveLength(1);
  expect(JSON.parse(line)).toMatchObject({ code: "request_done", requestId: "4f2a", route: "/[locale]/ask", status: 200, ms: 12 });
});

test("control characters cannot make a second line or reach a terminal", () => {
  for (const attack of ['\n{"level":"fatal"}', "\u001b[31mred", "a\u2028b", "a\r\nb", "a\u0000b", "évil"]) {
    const line = capture((log) => log.warn({ code: attack, route: attack, reference: attack }));
    expect(line.match(/[\n\r\u2028\u2029]/g)).toHaveLength(1);
    expect(JSON.parse(line)).toMatchObject({ code: "?", route: "?", reference: "?" });
  }
});

test("fields nobody declared, addresses with a query and e-mail addresses are dropped", () => {
  const fields = { code: "x", email: "canary@person.example", body: { name: "CANARY" }, route: "/fr?token=canary", staffId: "canary@person.example" };
  expect(capture((log) => log.error(fields as LogFields))).not.toMatch(/canary/i);
});

test("an error keeps its class, code and place, not its message", () => {
  const error = Object.assign(new TypeError("canary\n    at canary (canary.ts:1)"), { code: "P2002", detail: "canary" });
  const line = capture((log) => log.error({ code: "fault", error }));
  expect(line).not.toMatch(/canary/);
  expect(JSON.parse(line).error).toMatchObject({ name: "TypeError", code: "P2002" });
  expect(JSON.parse(line).error.at.length).toBeGreaterThan(0);
});
