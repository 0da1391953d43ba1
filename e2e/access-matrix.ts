import { freshForm } from "@/lib/request/form-state";
import type { Permission } from "@/lib/access/permissions";
import { Form } from "./security/support/action";

/**
 * Who may use what: every page, route handler and server action of the product, each named once. `access.spec.ts` fails on
 * one that is missing here, and asks each of them as everybody.
 * `public`: anyone. `draft`: who is filing a request. `requester`: the person of this request. `staff`: any member of
 * staff. `half`: who gave their password and not yet a code. `link`: the holder of a one-time link. `task`: the department behind the link of one task. Else: members of staff with that permission.
 */
export type Audience = "public" | "draft" | "requester" | "staff" | "half" | "link" | "task" | Permission;

/** What the table speaks of in one run. `file`: an identity document of the request, as uploaded by the person. `event`: its first. `register`: one that is being taken over. */
export type Facts = { reference: string; event: string; file: string; replyFile: string; staff: string; team: string; claim: string; register: string; incident: string };
type Page = { audience: Audience; path: (facts: Facts) => string };

const page = (audience: Audience, path: Page["path"] | string): Page => ({ audience, path: typeof path === "string" ? () => path : path });
const space = (rest = "") => page("requester", ({ reference }) => `/fr/follow/${reference}${rest}`);
/** A call of yesterday, as the first page of recording asks it. */
const arrived = () => `way=telephone&receivedOn=${new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)}&right=access`;
const desk = (rest = "", audience: Audience = "case.read") => page(audience, ({ reference }) => `/office/requests/${reference}${rest}`);

export const pages: Record<string, Page> = {
  "app/page.tsx": page("public", "/"),
  "app/[locale]/page.tsx": page("public", "/fr"),
  "app/[locale]/about-cookies/page.tsx": page("public", "/fr/about-cookies"),
  "app/[locale]/accessibility/page.tsx": page("public", "/fr/accessibility"),
  "app/[locale]/your-data/page.tsx": page("public", "/fr/your-data"),
  "app/[locale]/time-limit/page.tsx": page("public", "/fr/time-limit?filedOn=2026-09-15"),
  "app/[locale]/ask/[right]/page.tsx": page("public", "/fr/ask/access"),
  "app/[locale]/ask/[right]/[step]/page.tsx": page("draft", "/fr/ask/access/what"),
  "app/[locale]/ask/sent/page.tsx": page("public", "/fr/ask/sent"),
  "app/[locale]/follow/page.tsx": page("public", "/fr/follow"),
  "app/[locale]/follow/code/page.tsx": page("public", "/fr/follow/code"),
  "app/[locale]/follow/[reference]/page.tsx": space(),
  "app/[locale]/follow/[reference]/another/page.tsx": space("/another"),
  "app/[locale]/follow/[reference]/check/page.tsx": space("/check"),
  "app/[locale]/follow/[reference]/message/page.tsx": space("/message"),
  "app/[locale]/follow/[reference]/reply/page.tsx": space("/reply"),
  "app/[locale]/follow/[reference]/withdraw/page.tsx": space("/withdraw"),
  "app/[locale]/task/[token]/page.tsx": page("public", `/fr/task/${"A".repeat(64)}`),
  // Says that it has closed to whoever has no session of a task.
  "app/[locale]/task/page.tsx": page("public", "/fr/task"),
  "app/office/sign-in/page.tsx": page("public", "/office/sign-in"),
  "app/office/sign-in/code/page.tsx": page("half", "/office/sign-in/code"),
  "app/office/sign-in/factor/page.tsx": page("half", "/office/sign-in/factor"),
  "app/office/sign-in/forgotten/page.tsx": page("public", "/office/sign-in/forgotten"),
  "app/office/prove/page.tsx": page("staff", "/office/prove?back=/office/settings/staff"),
  "app/office/set-up/[token]/page.tsx": page("public", `/office/set-up/${"A".repeat(43)}`),
  "app/office/page.tsx": page("case.read", "/office"),
  // Published by the first test of the table.
  "app/[locale]/figures/page.tsx": page("public", "/fr/figures"),
  "app/office/figures/page.tsx": page("figures.read", "/office/figures"),
  "app/office/incidents/page.tsx": page("case.read", "/office/incidents"),
  "app/office/incidents/[id]/page.tsx": page("case.read", ({ incident }) => `/office/incidents/${incident}`),
  "app/office/import/page.tsx": page("register.import", "/office/import"),
  "app/office/import/[id]/page.tsx": page("register.import", ({ register }) => `/office/import/${register}`),
  "app/office/account/page.tsx": page("staff", "/office/account"),
  "app/office/account/factor/page.tsx": page("staff", "/office/account/factor"),
  "app/office/requests/[reference]/page.tsx": desk(),
  "app/office/requests/[reference]/check/page.tsx": desk("/check"),
  "app/office/requests/[reference]/handle/page.tsx": desk("/handle"),
  "app/office/requests/[reference]/reply/page.tsx": desk("/reply"),
  "app/office/requests/[reference]/retain/page.tsx": desk("/retain"),
  "app/office/requests/[reference]/files/[id]/page.tsx": page("file.view", ({ reference, file }) => `/office/requests/${reference}/files/${file}`),
  "app/office/settings/time-limit/page.tsx": page("clock.manage", "/office/settings/time-limit"),
  "app/office/settings/time-limit/policy/page.tsx": page("clock.manage", "/office/settings/time-limit/policy"),
  "app/office/settings/departments/page.tsx": page("departments.manage", "/office/settings/departments"),
  "app/office/requests/[reference]/letters/[eventId]/page.tsx": page("case.read", ({ reference, event }) => `/office/requests/${reference}/letters/${event}`),
  "app/office/record/page.tsx": page("case.handle", "/office/record"),
  "app/office/record/details/page.tsx": page("case.handle", () => `/office/record/details?${arrived()}`),
  "app/office/settings/staff/page.tsx": page("staff.manage", "/office/settings/staff"),
  "app/office/load/page.tsx": page("case.handle", "/office/load"),
  "app/office/absence/[id]/page.tsx": page("absence.manage", ({ staff }) => `/office/absence/${staff}`),
  "app/office/settings/assignment/page.tsx": page("assignment.manage", "/office/settings/assignment"),
  "app/office/settings/teams/page.tsx": page("staff.manage", "/office/settings/teams"),
  "app/office/settings/teams/[id]/page.tsx": page("staff.manage", ({ team }) => `/office/settings/teams/${team}`),
  "app/office/settings/staff/[id]/page.tsx": page("staff.manage", ({ staff }) => `/office/settings/staff/${staff}`),
};

type Route = { method: "GET" | "POST"; path: (facts: Facts) => string; audience: Audience; also?: "requester"; /** What it answers whom it should, if not 200. */ status?: number };

/** A handler answers what is not one's own with 404, never with a redirect. `also`: the person of the request, beside staff. */
export const routes: Record<string, Route[]> = {
  "app/api/auth/[...nextauth]/route.ts": [{ method: "GET", path: () => "/api/auth/session", audience: "public" }],
  "app/api/calendar/[token]/route.ts": [{ method: "GET", path: () => `/api/calendar/${"A".repeat(43)}.ics`, audience: "link" }],
  "app/api/health/route.ts": [{ method: "GET", path: () => "/api/health", audience: "public" }],
  "app/api/sign-on/route.ts": [{ method: "GET", path: () => "/api/sign-on", audience: "public", status: 307 }],
  "app/api/sign-on/back/route.ts": [{ method: "GET", path: () => "/api/sign-on/back?code=x&state=y", audience: "public", status: 307 }],
  "app/api/v1/time-limit/route.ts": [{ method: "POST", path: () => "/api/v1/time-limit", audience: "public" }],
  "app/office/register.csv/route.ts": [{ method: "GET", path: () => "/office/register.csv", audience: "register.read" }],
  "app/office/register.json/route.ts": [{ method: "GET", path: () => "/office/register.json?state=all", audience: "register.read" }],
  "app/office/import/example.csv/route.ts": [{ method: "GET", path: () => "/office/import/example.csv", audience: "register.import" }],
  "app/office/import/[id]/findings.csv/route.ts": [{ method: "GET", path: ({ register }) => `/office/import/${register}/findings.csv`, audience: "register.import" }],
  "app/api/import/route.ts": [{ method: "POST", path: () => "/api/import", audience: "register.import" }],
  "app/api/files/route.ts": [
    { method: "POST", path: () => "/api/files?for=draft&purpose=identity&locale=fr", audience: "draft" },
    { method: "POST", path: ({ reference }) => `/api/files?for=follow&purpose=identity&locale=fr&reference=${reference}`, audience: "requester" },
    { method: "POST", path: ({ reference }) => `/api/files?for=reply&purpose=reply&locale=fr&reference=${reference}`, audience: "case.handle" },
    { method: "POST", path: ({ reference }) => `/api/files?for=note&purpose=note&locale=fr&reference=${reference}`, audience: "case.handle" },
    { method: "POST", path: ({ reference }) => `/api/files?for=record&purpose=receipt-proof&locale=fr&reference=${reference}`, audience: "case.handle" },
    { method: "POST", path: () => "/api/files?for=task&purpose=task&locale=fr", audience: "task" },
  ],
  "app/api/files/[id]/route.ts": [{ method: "GET", path: ({ replyFile }) => `/api/files/${replyFile}`, audience: "file.view" }],
  "app/api/files/[id]/[page]/route.ts": [{ method: "GET", path: ({ file }) => `/api/files/${file}/1`, audience: "file.view", also: "requester" }],
  "app/api/files/[id]/remove/route.ts": [
    { method: "POST", path: ({ file }) => `/api/files/${file}/remove?for=draft&locale=fr`, audience: "draft" },
    { method: "POST", path: ({ file, reference }) => `/api/files/${file}/remove?for=follow&locale=fr&reference=${reference}`, audience: "requester" },
    { method: "POST", path: ({ replyFile, reference }) => `/api/files/${replyFile}/remove?for=reply&locale=fr&reference=${reference}`, audience: "case.handle" },
    { method: "POST", path: ({ file }) => `/api/files/${file}/remove?for=task&locale=fr`, audience: "task" },
  ],
};

type Action = { audience: Audience; args: (facts: Facts) => readonly unknown[] };

const asked = (...args: unknown[]): Action["args"] => () => ["fr", "access", ...args, freshForm, new Form({ how: "add", scope: "everything" })];
const written = (audience: Audience, fields: ConstructorParameters<typeof Form>[0]): Action => ({ audience, args: ({ reference }) => ["fr", reference, freshForm, new Form(fields)] });
const handled = (fields: (facts: Facts) => Record<string, string | string[]>): Action => ({
  audience: "case.handle",
  args: (facts) => [facts.reference, 99, freshForm, new Form(fields(facts))],
});

const requests = "app/office/requests/[reference]";
const settings = "app/office/settings/staff/actions.ts";
const departments = "app/office/settings/departments/actions.ts";
const teams = "app/office/settings/teams/actions.ts";
const account = "app/office/account/actions.ts";

export const actionTable: Record<string, Action> = {
  "app/[locale]/ask/actions.ts#start": { audience: "public", args: asked() },
  "app/[locale]/ask/actions.ts#save": { audience: "draft", args: asked("what") },
  "app/[locale]/ask/actions.ts#pass": { audience: "draft", args: asked() },
  "app/[locale]/ask/actions.ts#remove": { audience: "draft", args: ({ claim }) => asked(claim)({} as Facts) },
  "app/[locale]/ask/actions.ts#send": { audience: "draft", args: asked() },
  "app/[locale]/follow/actions.ts#find": { audience: "public", args: () => ["fr", freshForm, new Form()] },
  "app/[locale]/follow/actions.ts#leave": { audience: "public", args: () => ["fr", freshForm, new Form()] },
  "app/[locale]/follow/code/actions.ts#enter": { audience: "public", args: () => ["fr", freshForm, new Form()] },
  "app/[locale]/follow/[reference]/another/actions.ts#another": written("requester", { right: "transfers" }),
  "app/[locale]/follow/[reference]/check/actions.ts#sendDocuments": written("requester", {}),
  "app/[locale]/follow/[reference]/message/actions.ts#send": written("requester", { body: "Bonjour" }),
  "app/[locale]/follow/[reference]/withdraw/actions.ts#withdraw": written("requester", {}),
  "app/[locale]/task/[token]/actions.ts#openTaskAction": { audience: "task", args: () => ["fr", "A".repeat(64), freshForm, new Form()] },
  "app/[locale]/task/actions.ts#answerTaskAction": { audience: "task", args: ({ claim }) => ["fr", claim, freshForm, new Form({ outcome: "done" })] },
  "app/office/sign-in/actions.ts#signInAction": { audience: "public", args: () => ["fr", freshForm, new Form()] },
  "app/office/sign-in/forgotten/actions.ts#forgottenAction": { audience: "public", args: () => ["fr", freshForm, new Form()] },
  "app/office/sign-in/code/actions.ts#enterCodeAction": { audience: "half", args: () => ["fr", freshForm, new Form({ code: "000000" })] },
  "app/office/sign-in/factor/actions.ts#setUpFactorAction": { audience: "half", args: () => ["fr", freshForm, new Form({ code: "000000" })] },
  "app/office/sign-in/factor/actions.ts#enterAction": { audience: "half", args: () => ["fr", freshForm, new Form()] },
  "app/office/prove/actions.ts#proveAction": { audience: "staff", args: () => ["/office", freshForm, new Form({ code: "000000" })] },
  "app/office/account/factor/actions.ts#beginAppAction": { audience: "staff", args: () => [] },
  "app/office/account/factor/actions.ts#confirmAppAction": { audience: "staff", args: () => [freshForm, new Form({ code: "000000" })] },
  "app/office/account/factor/actions.ts#recoveryCodesAction": { audience: "staff", args: () => [freshForm] },
  "app/office/account/factor/actions.ts#passkeyToAddAction": { audience: "staff", args: () => [] },
  "app/office/account/factor/actions.ts#addPasskeyAction": { audience: "staff", args: () => [freshForm, new Form({ passkey: "{}" })] },
  "app/office/account/factor/actions.ts#removePasskeyAction": { audience: "staff", args: () => ["x", freshForm] },
  "app/office/prove/actions.ts#provePasskeyAction": { audience: "staff", args: () => [] },
  "app/office/sign-in/code/actions.ts#passkeyOptionsAction": { audience: "half", args: () => [] },
  "app/office/account/factor/actions.ts#removeAppAction": { audience: "staff", args: () => [freshForm] },
  "app/office/actions.ts#searchAction": { audience: "case.read", args: () => [new Form({ words: "Durand" })] },
  "app/office/incidents/actions.ts#openIncidentAction": { audience: "incident.manage", args: () => [freshForm, new Form({ incidentName: "" })] },
  "app/office/incidents/actions.ts#writeLetterAction": { audience: "incident.manage", args: ({ incident }) => [incident, freshForm, new Form({ letterFr: "" })] },
  "app/office/incidents/actions.ts#sendAgainAction": { audience: "incident.manage", args: ({ incident }) => [incident, incident, freshForm, new Form()] },
  "app/office/incidents/actions.ts#keepAnswerAction": { audience: "incident.manage", args: ({ incident }) => [incident, freshForm, new Form({ answerFr: "", answerEn: "" })] },
  "app/office/incidents/actions.ts#endIncidentAction": { audience: "incident.manage", args: ({ staff }) => [staff, freshForm, new Form()] },
  "app/office/incidents/actions.ts#gatherAction": { audience: "case.handle", args: ({ incident }) => [incident, freshForm, new Form({ from: "1999-01-01", until: "1999-01-01", right: "", locale: "" })] },
  [`${requests}/handle/actions.ts#linkIncidentAction`]: { audience: "case.handle", args: ({ reference }) => [reference, freshForm, new Form({ incidentId: "" })] },
  "app/office/figures/actions.ts#publishAction": { audience: "figures.publish", args: () => [new Form({ isPublic: "yes" })] },
  "app/office/import/actions.ts#importAction": { audience: "register.import", args: ({ register }) => [register] },
  "app/office/actions.ts#assignAction": { audience: "case.handle", args: () => ["", freshForm, new Form({ chosen: "K7QF-2M95", to: "nobody" })] },
  "app/office/actions.ts#saveViewAction": { audience: "case.read", args: () => ["due=week", freshForm, new Form({ viewName: "" })] },
  "app/office/actions.ts#removeViewAction": { audience: "case.read", args: () => ["00000000-0000-4000-8000-000000000000", ""] },
  "app/office/actions.ts#takeNextAction": { audience: "case.handle", args: () => ["who=00000000-0000-4000-8000-000000000000", freshForm] },
  "app/office/set-up/[token]/actions.ts#setPasswordAction": {
    audience: "link",
    args: () => ["fr", "A".repeat(43), freshForm, new Form({ password: "une-phrase-assez-longue", again: "une-phrase-assez-longue" })],
  },
  [`${account}#signOutAction`]: { audience: "staff", args: () => [] },
  [`${account}#signOutEverywhereAction`]: { audience: "staff", args: () => [] },
  [`${account}#endSessionAction`]: { audience: "staff", args: ({ staff }) => [staff] },
  [`${account}#endOthersAction`]: { audience: "staff", args: () => [] },
  [`${account}#calendarAction`]: { audience: "case.handle", args: () => [freshForm] },
  [`${account}#revokeCalendarAction`]: { audience: "case.handle", args: () => [] },
  [`${account}#ownAbsenceAction`]: { audience: "case.handle", args: () => [freshForm, new Form({ from: "2026-12-24", until: "", standIn: "" })] },
  [`${account}#backAction`]: { audience: "case.handle", args: () => [] },
  "app/office/absence/[id]/actions.ts#absenceAction": { audience: "absence.manage", args: ({ staff }) => [staff, freshForm, new Form({ from: "2026-12-24", until: "", standIn: "" })] },
  "app/office/absence/[id]/actions.ts#othersBackAction": { audience: "absence.manage", args: ({ staff }) => [staff] },
  [`${account}#languageAction`]: { audience: "staff", args: () => [new Form({ locale: "en" })] },
  [`${requests}/handle/actions.ts#takeCaseAction`]: handled(() => ({})),
  [`${requests}/handle/actions.ts#assignCaseAction`]: handled(() => ({ to: "nobody" })),
  [`${requests}/handle/actions.ts#mergeAction`]: handled(() => ({ other: "K7QF-2M95" })),
  [`${requests}/handle/actions.ts#askDepartmentsAction`]: handled(() => ({})),
  [`${requests}/handle/actions.ts#withdrawTaskAction`]: handled(({ claim }) => ({ taskId: claim })),
  [`${requests}/handle/actions.ts#sendTaskLinkAction`]: handled(({ claim }) => ({ taskId: claim })),
  [`${requests}/handle/actions.ts#attachTaskFileAction`]: { audience: "case.handle", args: ({ reference, replyFile }) => [reference, replyFile] },
  [`${requests}/handle/actions.ts#addNoteAction`]: { audience: "case.handle", args: ({ reference, staff }) => [reference, freshForm, new Form({ body: "Une note", tell: staff })] },
  [`${requests}/handle/actions.ts#askQuestionAction`]: handled(() => ({ body: "Une question" })),
  [`${requests}/handle/actions.ts#askClarificationAction`]: handled(() => ({ body: "Une précision" })),
  [`${requests}/handle/actions.ts#extendDeadlineAction`]: handled(() => ({ months: "1", reasons: "others-data" })),
  [`${requests}/handle/actions.ts#recordMessageAction`]: handled(() => ({ channel: "telephone", arrivedOn: "2026-11-23", body: "Un appel" })),
  [`${requests}/handle/actions.ts#decideClaimAction`]: handled(({ claim }) => ({ claimId: claim, outcome: "fulfilled" })),
  [`${requests}/check/actions.ts#acceptIdentityAction`]: handled(() => ({ method: "document", kinds: "identity-card" })),
  [`${requests}/check/actions.ts#rejectIdentityAction`]: handled(() => ({ reason: "unreadable" })),
  [`${requests}/check/actions.ts#askIdentityAction`]: handled(() => ({ grounds: "email-unknown", kinds: "identity-card" })),
  [`${requests}/check/actions.ts#recordEvidenceAction`]: handled(() => ({ email: "matches", orderNumber: "not-looked-at", postcode: "not-looked-at" })),
  [`${requests}/check/actions.ts#lapseIdentityAction`]: handled(() => ({})),
  [`${requests}/check/actions.ts#checkZoneAction`]: handled(() => ({ zone: `P<UTOERIKSSON<<ANNA<MARIA${"<".repeat(19)}\nL898902C36UTO7408122F1204159ZE184226B<<<<<10` })),
  [`${requests}/check/actions.ts#reopenRequestAction`]: handled(() => ({ why: "Le doute est tombé" })),
  [`${requests}/check/actions.ts#recordIdentityAction`]: handled(() => ({ channel: "counter", arrivedOn: "2026-11-23", seen: "identity" })),
  [`${requests}/retain/actions.ts#endDirectivesAction`]: { audience: "directives.end", args: ({ reference }) => [reference, 99, freshForm, new Form({ how: "revoked" })] },
  [`${requests}/reply/actions.ts#draftReplyAction`]: handled(() => ({ body: "Une réponse" })),
  [`${requests}/reply/actions.ts#sendReplyAction`]: handled(() => ({})),
  [`${departments}#saveDepartmentAction`]: { audience: "departments.manage", args: () => [null, freshForm, new Form({ nameFr: "Marketing", nameEn: "Marketing", email: "m@service.example", locale: "fr" })] },
  [`${departments}#removeDepartmentAction`]: { audience: "departments.manage", args: ({ claim }) => [claim] },
  [`${departments}#saveItemAction`]: { audience: "departments.manage", args: ({ claim }) => [null, freshForm, new Form({ right: "access", departmentId: claim, textFr: "x", textEn: "x", daysBefore: "5" })] },
  [`${departments}#removeItemAction`]: { audience: "departments.manage", args: ({ claim }) => [claim] },
  "app/office/settings/time-limit/actions.ts#changeClockAction": { audience: "clock.manage", args: () => ["holiday", freshForm, new Form({ step: "apply", version: "0", on: "2031-01-02", becomes: "yes" })] },
  [`${requests}/record/actions.ts#addReceiptProofAction`]: handled(() => ({ by: "number", trackingNumber: "1A 234" })),
  [`${requests}/record/actions.ts#recordAddressAction`]: handled(() => ({ postalAddress: "1 rue X" })),
  [`${requests}/record/actions.ts#recordPostingAction`]: handled(({ event }) => ({ letter: "receipt", eventId: event, postedOn: "2026-11-26" })),
  "app/office/record/actions.ts#recordAction": {
    audience: "case.handle",
    args: () => [arrived(), freshForm, new Form({ formKey: "00000000-0000-4000-8000-000000000001", locale: "fr", words: "Tout", name: "X", onBehalf: "self" })],
  },
  [`${settings}#addStaffAction`]: { audience: "staff.manage", args: () => [freshForm, new Form({ name: "X", email: "x@optimarest.example", roles: "administrator", scope: "all" })] },
  [`${settings}#renewLinkAction`]: { audience: "staff.manage", args: ({ staff }) => [staff, "X", freshForm] },
  [`${settings}#changeRolesAction`]: { audience: "staff.manage", args: ({ staff }) => [staff, freshForm, new Form({ roles: "administrator" })] },
  [`${settings}#releaseAction`]: { audience: "staff.manage", args: ({ staff }) => [staff, freshForm] },
  [`${settings}#resetFactorAction`]: { audience: "staff.manage", args: ({ staff }) => [staff, freshForm] },
  [`${settings}#factorSettingAction`]: { audience: "staff.manage", args: () => [new Form({ who: "all" })] },
  "app/office/settings/assignment/actions.ts#addRuleAction": { audience: "assignment.manage", args: ({ staff }) => [0, freshForm, new Form({ to: staff })] },
  "app/office/settings/assignment/actions.ts#changeRuleAction": { audience: "assignment.manage", args: () => [0, "remove", 0, freshForm] },
  "app/office/settings/assignment/actions.ts#applyRulesAction": { audience: "assignment.manage", args: () => [0, freshForm] },
  [`${settings}#changePlaceAction`]: { audience: "staff.manage", args: ({ staff }) => [staff, freshForm, new Form({ team: "", scope: "all" })] },
  [`${teams}#addTeamAction`]: { audience: "staff.manage", args: () => [freshForm, new Form({ name: "Support" })] },
  [`${teams}#renameTeamAction`]: { audience: "staff.manage", args: ({ staff }) => [staff, freshForm, new Form({ name: "Support" })] },
  [`${teams}#removeTeamAction`]: { audience: "staff.manage", args: ({ staff }) => [staff, freshForm] },
  [`${settings}#accessAction`]: { audience: "staff.manage", args: ({ staff }) => [staff, true, freshForm] },
};
