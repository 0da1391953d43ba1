import { expect, test } from "vitest";
import { newStaff } from "./fixtures/cases";
import { alone } from "./reads/asked";
import { views } from "./reads/views";
import { removeView, saveView } from "./views";

test("a view is one's own, or shared; the same name again keeps the new filter; only its owner forgets it", async () => {
  const [one, other] = [await newStaff("agent"), await newStaff("auditor")];
  await saveView(one, { name: "À moi", query: "who=mine", isShared: false });
  await saveView(one, { name: "Urgent", query: "due=week", isShared: true });
  await saveView(one, { name: "Urgent", query: "due=overdue", isShared: true });
  expect((await alone(views(one))).map(({ name, query, isMine }) => [name, query, isMine])).toEqual([["À moi", "who=mine", true], ["Urgent", "due=overdue", true]]);
  const seen = await alone(views(other));
  expect(seen).toMatchObject([{ name: "Urgent", query: "due=overdue", isShared: true, isMine: false, by: expect.stringMatching(/^Staff/) }]);
  await removeView(other, seen[0]!.id);
  expect(await alone(views(other))).toHaveLength(1);
  await removeView(one, seen[0]!.id);
  expect(await alone(views(other))).toEqual([]);
});

test("thirty each, also when many are kept at once; none for who reads no cases", async () => {
  const agent = await newStaff("agent");
  const done = await Promise.all(Array.from({ length: 35 }, (_, index) => saveView(agent, { name: `Vue ${index}`, query: "due=week", isShared: false })));
  expect(done.filter((each) => "ok" in each)).toHaveLength(30);
  expect(done).toContainEqual({ refused: "too-many-views" });
  const administrator = await newStaff("administrator");
  expect(await saveView(administrator, { name: "x", query: "", isShared: true })).toEqual({ refused: "no-permission" });
  expect(await alone(views(administrator))).toEqual([]);
});
