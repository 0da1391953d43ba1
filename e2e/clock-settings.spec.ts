import { type Browser, expect, test } from "@playwright/test";
import { dayWords, shortDay } from "@/lib/i18n/dates";
import { messages } from "@/lib/i18n/messages";
import { ClockSettingsPages } from "./pages/clock-settings";
import { OfficePages } from "./pages/office";
import { query } from "./security/support/database";
import { fileCase, openSpace } from "./security/support/people";
import { runsNoScript } from "./support/axe";
import { signedIn } from "./support/run";

// A holiday moves every case of a day: these tests run alone, after all others, one after the other, and undo what they did.
test.describe.configure({ mode: "default" });

const { law } = messages("fr");

async function settingsOf(browser: Browser, javaScriptEnabled = true): Promise<ClockSettingsPages> {
  const pages = new ClockSettingsPages(await (await browser.newContext({ storageState: signedIn("dpo"), javaScriptEnabled })).newPage());
  if (!javaScriptEnabled) runsNoScript(pages.page);
  return pages;
}

async function dueOf(reference: string): Promise<string> {
  const [row] = await query<{ due: string }>(`select to_char("dueOn", 'YYYY-MM-DD') as due from "SubjectRequest" where reference = $1`, [reference]);
  return row?.due ?? "";
}

const versions = async () => (await query<{ count: number }>(`select count(*)::int as count from "ClockSettings"`))[0]?.count;

for (const javaScriptEnabled of [true, false]) {
  test(`a holiday on the last day of a case: seen first, applied, told to staff and to the person, undone${javaScriptEnabled ? "" : ", without JavaScript"}`, async ({ browser }) => {
    test.slow();
    const filed = await fileCase();
    const { reference } = filed;
    const before = await dueOf(reference);
    const clock = await settingsOf(browser, javaScriptEnabled);
    const made = await versions();

    await clock.open();
    await clock.lookAtHoliday(before, "yes");
    await expect(clock.preview).toContainText(clock.words.difference({ what: "holiday", on: before as never, change: "added" }, (day) => dayWords(day, "fr")));
    await expect(clock.preview.getByRole("row").filter({ hasText: reference })).toContainText(shortDay(before, "fr", true));
    expect([await dueOf(reference), await versions()]).toEqual([before, made]);
    await clock.applied();
    await expect(clock.page.getByRole("listitem").filter({ hasText: clock.words.holidays.added }).first()).toBeVisible();
    await expect.poll(() => dueOf(reference)).not.toBe(before);
    const after = await dueOf(reference);

    const office = new OfficePages(clock.page);
    await office.open(reference);
    await office.page.locator("details.clock summary, .clock summary").first().click();
    await expect(office.page.getByText("Le dernier jour est férié ; il est reporté")).toBeVisible();
    await expect(office.page.getByRole("listitem").filter({ hasText: law.event.DueDateMoved })).toContainText(office.words.timeline.moved(dayWords(before, "fr"), dayWords(after, "fr")));
    const space = await (await openSpace(filed)).call(`/fr/follow/${reference}`);
    expect(space.text).toContain(law.publicEvent.DueDateMoved);
    expect(space.text).toContain(dayWords(after, "fr"));

    await clock.open();
    await clock.lookAtUndoing(before);
    await clock.applied();
    await expect.poll(() => dueOf(reference)).toBe(before);
    expect(await query(`select 1 from "Event" where reference = $1 and type = 'DueDateMoved'`, [reference])).toHaveLength(2);
  });
}

test("a closure says that it is no holiday and moves no date, and no date moves", async ({ browser }) => {
  const { reference } = await fileCase();
  const before = await dueOf(reference);
  const clock = await settingsOf(browser);
  await clock.open();
  await clock.lookAtClosure(before, before);
  await expect(clock.preview).toContainText(clock.words.closures.law);
  await expect(clock.preview).toContainText(clock.words.preview.none);
  await clock.applied();
  expect(await dueOf(reference)).toBe(before);
  await clock.lookAtRemoving(before, before);
  await clock.applied();
  await expect(clock.page.getByText(clock.words.closures.none)).toBeVisible();
});

test("a date that is wrong is told at its field; nothing typed is lost, and Edit brings the fields back", async ({ browser }) => {
  const clock = await settingsOf(browser);
  await clock.open();
  await clock.lookAtHoliday("2032-12-25", "yes");
  await expect(clock.problem).toContainText(clock.words.refusal["holiday-already"]);
  await expect(clock.page.locator("#holiday-on")).toHaveValue("2032-12-25");
  await clock.lookAtHoliday("2032-12-27", "yes");
  await clock.page.getByRole("button", { name: clock.words.step.edit }).click();
  await expect(clock.page.locator("#holiday-on")).toHaveValue("2032-12-27");
  await clock.lookAtClosure("2032-08-20", "2032-08-02");
  await expect(clock.problem).toContainText(clock.words.errors.order);
});

test("somebody changed the settings meanwhile: told, shown anew, nothing applied until it is seen", async ({ browser }) => {
  const [one, other] = [await settingsOf(browser), await settingsOf(browser)];
  await one.open();
  await one.lookAtHoliday("2033-03-02", "yes");
  await other.open();
  await other.lookAtHoliday("2033-03-03", "yes");
  await other.applied();
  const made = await versions();
  await one.apply();
  await expect(one.problem).toContainText(one.words.changedMeanwhile);
  await expect(one.preview).toContainText(one.words.preview.none);
  expect(await versions()).toBe(made);
  await one.applied();
  for (const day of ["2033-03-02", "2033-03-03"]) {
    await one.lookAtUndoing(day);
    await one.applied();
  }
});

test("the disputed points: each with its default, one changed and changed back", async ({ browser }) => {
  const clock = await settingsOf(browser);
  const { points } = clock.words.policy;
  const choose = async (days: number) => {
    await clock.open();
    await clock.page.getByRole("link", { name: clock.words.policy.change }).click();
    await clock.page.getByLabel(points.lapseAlarmDays.name).fill("3");
    await clock.see(clock.words.step.see);
    await expect(clock.problem).toContainText(clock.words.errors.number(7, 90));
    await clock.page.getByLabel(points.lapseAlarmDays.name).fill(String(days));
    await clock.see(clock.words.step.see);
    await expect(clock.preview).toContainText(points.lapseAlarmDays.value(days));
    await expect(clock.preview).toContainText(clock.words.preview.none);
    await clock.applied();
  };
  await choose(45);
  await expect(clock.page.getByText(points.lapseAlarmDays.value(45)).first()).toBeVisible();
  await choose(30);
});
