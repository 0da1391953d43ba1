import { expect, test } from "vitest";
import { isAway } from "./database-away";

const answered = (cause: object) => Object.assign(new Error("x", { cause }), { name: "DriverAdapterError" });

test("R6, R7: a connection that fails, a database that starts or stops, a limit of time and a lock that stays are its being away", () => {
  for (const error of [new Error("Connection terminated unexpectedly"), new Error("timeout exceeded when trying to connect"), answered({ kind: "DatabaseNotReachable" }), answered({ kind: "TooManyConnections" }), ...["08006", "57P01", "57P03", "57014", "55P03"].map((originalCode) => answered({ kind: "postgres", originalCode }))]) expect(isAway(error), error.message).toBe(true);
});

test("what it answers is a fault of ours", () => {
  for (const error of [answered({ kind: "UniqueConstraintViolation", originalCode: "23505" }), answered({ kind: "postgres", originalCode: "42601" }), answered({ kind: "TransactionWriteConflict", originalCode: "40001" })]) expect(isAway(error)).toBe(false);
});
