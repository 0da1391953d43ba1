import { expect, test } from "vitest";
import { apart, plannedAnew, raw } from "./db";

test("statements we wrote out are kept by the connection, a hundred at most, and Prisma's own never", async () => {
  const one = apart();
  const kept = () => one.$queryRaw<{ statement: string }[]>`select statement from pg_prepared_statements order by prepare_time`;
  for (let time = 0; time < 3; time += 1) expect(await one.$queryRaw`select ${time}::int as given`).toEqual([{ given: time }]);
  await one.$queryRaw`${plannedAnew}select ${1}::int as given`;
  await one.staff.findMany({ where: { name: "nobody" } });
  await one.$executeRaw`update "Staff" set name = name where name = 'nobody'`;
  expect((await kept()).map(({ statement }) => statement)).toEqual(["select $1::int as given", expect.stringContaining("pg_prepared_statements")]);
  for (let made = 0; made < 120; made += 1) expect(await one.$queryRaw`select ${raw(String(made))} as made`).toEqual([{ made }]);
  expect(await kept()).toHaveLength(100);
  // A fault leaves it as it was.
  await expect(one.$queryRaw`select ${"x"}::int as given`).rejects.toThrow();
  expect(await one.$queryRaw`select ${7}::int as given`).toEqual([{ given: 7 }]);
  await one.$disconnect();
});
