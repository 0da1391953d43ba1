import { expect, test } from "vitest";
import { locales } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { permissions, permissionTable, roles } from "@/lib/access/permissions";
import { retentionOf } from "@/lib/law/retention";
import { commandNames } from "./allowed";
import { inputErrors } from "./ask/text";
import { letterNames, requestEventTypes } from "./event";
import { letterAfter } from "./reactions";
import { refusalCodes } from "./refusal";
import { caseFileRetention } from "./retain/case-file-retention";
import { emptyCaseFile } from "./fixtures/scenario";

test.each(locales)("%s: every event, refusal and input error has its words", (locale) => {
  const { law, errors } = messages(locale);
  for (const type of requestEventTypes) expect(law.event[type], type).toMatch(/\S/);
  for (const code of refusalCodes) expect(errors.refusal[code].message, code).toMatch(/\S/);
  for (const code of inputErrors) expect(errors.input[code], code).toMatch(/\S/);
});

test("every event has a reaction or an explicit none, and every letter an event", () => {
  expect(Object.keys(letterAfter).sort()).toEqual([...requestEventTypes].sort());
  const sent = Object.values(letterAfter).filter((letter) => letter !== null);
  expect(letterNames.filter((letter) => !sent.includes(letter))).toEqual([]);
});

test("every permission is some role's, every role has one, and an auditor changes nothing", () => {
  for (const permission of permissions) expect(roles.some((role) => permissionTable[role].includes(permission)), permission).toBe(true);
  for (const role of roles) expect(permissionTable[role].length).toBeGreaterThan(0);
  expect(permissionTable.auditor.filter((permission) => !permission.endsWith(".read"))).toEqual([]);
});

test("every command is open in some state", () => {
  expect(commandNames).toContain("sendReply");
  expect(new Set(commandNames).size).toBe(commandNames.length);
});

test("every case-file field is ended by a rule of retention", () => {
  expect(Object.keys(caseFileRetention).sort()).toEqual(Object.keys(emptyCaseFile()).sort());
  for (const [field, what] of Object.entries(caseFileRetention)) expect(retentionOf(what), field).not.toEqual([]);
});
