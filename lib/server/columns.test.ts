import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/**
 * How each column is kept, judged one by one: security.md CR3. `sealed`: AES-256-GCM under the key of its case or draft.
 * `hashed`: a digest, keyed where what it hides could be guessed. Anything else is plain and says why it may be.
 */
const id = "plain: a random id, says nothing by itself";
const link = "plain: the id of another row";
const reference = "plain: a random name of the case, given to the person";
const instant = "plain: a moment, no person";
const code = "plain: a word of a closed list or a number, needed for sorting and guards";
const columns: Record<string, Record<string, string>> = {
  Event: {
    position: code,
    id,
    reference,
    sequence: code,
    type: code,
    at: instant,
    actor: "plain: the id of a member of staff or of a department, or only that it was the person",
    data: "plain: ids and codes only (RequestEventData, AuditData); the audit trail outlives the case file",
    hash: "hashed",
  },
  SubjectRequest: {
    reference,
    version: code,
    state: code,
    stage: code,
    waitingFor: code,
    rights: code,
    locale: code,
    channel: code,
    receivedAt: instant,
    receivedOn: instant,
    dueOn: instant,
    targetOn: instant,
    messageDueOn: instant,
    actOn: instant,
    suspendedOn: instant,
    suspended: code,
    effectAtOnce: code,
    hasLettersToPost: code,
    hasOpenTasks: code,
    taskDueOn: instant,
    lacksReceiptProof: code,
    assigneeId: link,
    incidentId: link,
    teamId: link,
    isOnDesk: code,
    closedAt: instant,
    keepsDirective: code,
    tallyVersion: code,
    reopenedOn: instant,
    answeredOn: instant,
    isOnTime: code,
    extensionMonths: code,
    wasSuspended: code,
    outcomes: code,
    refusalGrounds: code,
    emailToken: "hashed",
    wrappedKey: "sealed",
    caseFile: "sealed",
  },
  FigureCell: { kind: code, month: code, by: code, key: code, days: code, count: code, onTime: code, suspended: code, extended: code },
  SearchEntry: { reference, version: code, tokens: "hashed" },
  Draft: { id, tokenHash: "hashed", wrappedKey: "sealed", content: "sealed", reference, createdAt: instant, updatedAt: instant },
  File: {
    id,
    draftId: link,
    reference,
    purpose: code,
    kind: code,
    name: "sealed",
    bytes: code,
    storedBytes: code,
    wrappedKey: "sealed",
    blobs: link,
    pending: code,
    scan: code,
    original: link,
    staffId: link,
    taskId: link,
    createdAt: instant,
    checkedAt: instant,
    fault: code,
  },
  PictureMark: { fileId: link, page: code, reference, exact: "hashed", bands: "hashed", flaw: code, createdAt: instant },
  Staff: {
    id,
    email: "plain: staff sign in by it; a work address the administrator entered",
    name: "plain: shown to colleagues on every case; no customer",
    roles: code,
    locale: code,
    passwordHash: "hashed",
    sessionVersion: code,
    deviceVersion: code,
    disabledAt: instant,
    createdAt: instant,
    teamId: link,
    caseScope: code,
    awayFrom: "plain: days a member of staff is away, told to colleagues; no reason is asked",
    awayUntil: "plain: the same",
    standInId: link,
    issuer: "plain: the address of the company's own sign-in",
    subject: "plain: the id of a member of staff there; they are found by it at every sign-in",
  },
  Incident: { id, name: "plain: what staff call an incident; the form says it is no place for a person's name", startedOn: instant, staffId: link, createdAt: instant, endedAt: instant, answerFr: "plain: the same for everybody; the form says it is no place for a person's name", answerEn: "plain: as answerFr" },
  IncidentLetter: { id, incidentId: link, fr: "plain: the same for everybody; the form says it is no place for a person's name", en: "plain: as fr", staffId: link, createdAt: instant, told: code, sendingSince: instant },
  Department: {
    id,
    nameFr: "plain: the name of a department, which the DPO entered; no person",
    nameEn: "plain: the same",
    email: "plain: a work address of a department, which the DPO entered",
    locale: code,
    createdAt: instant,
    removedAt: instant,
  },
  ChecklistItem: { id, right: code, departmentId: link, textFr: "plain: what is asked for every request; the form says it is no place for a name", textEn: "plain: the same", daysBefore: code, createdAt: instant },
  DepartmentTask: { id, reference, departmentId: link, askedOn: instant, dueOn: instant, state: code, link: code, linkUntil: instant, mail: code },
  TaskSession: { tokenHash: "hashed", taskId: link, link: code, createdAt: instant, lastSeenAt: instant },
  TaskDigest: { id, departmentId: link, on: instant, createdAt: instant, sentAt: instant },
  TaskReminder: { taskId: link, on: instant, digestId: link },
  RegisterImport: {
    id,
    staffId: link,
    source: "plain: what staff call the other register; the form says it is no place for a person's name",
    state: code,
    createdAt: instant,
    endedAt: instant,
    bytes: code,
    sha256: "hashed",
    wrappedKey: "sealed",
    blob: link,
    problem: code,
    problemLine: code,
    problemColumn: code,
    readBytes: code,
    doneLines: code,
    lines: code,
    ready: code,
    known: code,
    changed: code,
    wrong: code,
    warned: code,
    unknownColumns: code,
    findingCount: code,
    imported: code,
  },
  ImportFinding: { importId: link, line: code, column: code, code, isError: code },
  ImportedLine: { key: "hashed", content: "hashed", reference },
  Team: { id, name: "plain: what the office calls a part of itself; no person", createdAt: instant, removedAt: instant },
  AssignmentRules: { version: code, at: instant, staffId: link, content: "plain: words of closed lists and ids of teams and staff, about no person who asks" },
  QueueView: { id, staffId: link, name: "plain: what staff call a filter of the queue; the form says it is no place for a person's name", query: code, isShared: code, createdAt: instant },
  Mention: { eventId: link, staffId: link, reference, at: instant, sentAt: instant },
  Digest: { id, staffId: link, on: instant, createdAt: instant, sentAt: instant },
  Reminder: { reference, kind: code, on: instant, staffId: link, digestId: link },
  CalendarFeed: { staffId: link, tokenHash: "hashed", createdAt: instant },
  StaffSession: { id, staffId: link, version: code, createdAt: instant, lastSeenAt: instant, revokedAt: instant, twoFactors: code, provenAt: instant, device: code },
  SecondFactor: { id, staffId: link, confirmed: code, wrappedKey: "sealed", lastStep: code, createdAt: instant },
  Passkey: { credentialId: "plain: a random id drawn by the key", staffId: link, publicKey: "plain: a public key", counter: code, createdAt: instant },
  PasskeyChallenge: { hash: "hashed", staffId: link, purpose: code, createdAt: instant },
  RecoveryCode: { staffId: link, hash: "hashed", usedAt: instant },
  HalfSession: { tokenHash: "hashed", staffId: link, version: code, isKnownDevice: code, triesLeft: code, createdAt: instant, provenAt: instant, spentAt: instant },
  SignInSettings: { version: code, at: instant, staffId: link, isFactorForAll: code },
  SetUpLink: { tokenHash: "hashed", staffId: link, expiresAt: instant, usedAt: instant },
  FollowCode: { id, lookup: "hashed", reference, locale: code, triesLeft: code, createdAt: instant, expiresAt: instant, usedAt: instant },
  FollowSession: { tokenHash: "hashed", reference, createdAt: instant, lastSeenAt: instant, revokedAt: instant },
  Throttle: { key: "hashed", count: code, windowEnd: instant },
  ClockSettings: { version: code, at: instant, staffId: link, content: "plain: dates and words of closed lists (ClockSettings), about no person" },
  VaultKey: { version: code, check: "hashed", lookupKey: "sealed", createdAt: instant, retiredAt: instant },
  Heartbeat: { name: "plain: the name of one of our processes", at: instant },
};

type Column = { model: string; name: string; type: string };
const schema = readFileSync(join(import.meta.dirname, "../../prisma/schema.prisma"), "utf8");
const models = [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, model, body]) => ({ model: model as string, body: body as string }));
const isRelation = (type: string) => models.some(({ model }) => model === type.replace(/[?[\]]/g, ""));
const found: Column[] = models.flatMap(({ model, body }) =>
  [...body.matchAll(/^ {2}(\w+)\s+([\w?[\]]+)/gm)].map(([, name, type]) => ({ model, name: name as string, type: type as string })).filter(({ type }) => !isRelation(type)),
);

test("every column of the database is judged, and no judgement outlives its column", () => {
  const listed = Object.entries(columns).flatMap(([model, of]) => Object.keys(of).map((name) => `${model}.${name}`));
  expect(found.map(({ model, name }) => `${model}.${name}`).sort()).toEqual(listed.sort());
});

test("what is sealed or hashed is bytes (a password: its argon2id text; search tokens: 8 bytes each, as numbers), and no other column is", () => {
  const closed = found.filter(({ model, name }) => !columns[model]?.[name]?.startsWith("plain: "));
  expect(closed.filter(({ type }) => !/^Bytes(\?|\[\])?$/.test(type)).map(({ model, name }) => `${model}.${name}`)).toEqual(["SearchEntry.tokens", "Staff.passwordHash"]);
  expect(found.filter(({ type }) => type.startsWith("Bytes")).every((column) => closed.includes(column))).toBe(true);
});
