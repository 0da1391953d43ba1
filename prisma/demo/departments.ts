import type { Right } from "@/lib/law/rights";
import { answerTask } from "@/lib/request/handle/answer-task";
import { askDepartments } from "@/lib/request/handle/ask-departments";
import { closedStates } from "@/lib/request/request";
import { mint } from "@/lib/server/actor";
import { db } from "@/lib/server/db";
import { perform } from "@/lib/server/perform";
import { loadCase } from "@/lib/server/store";
import { saveDepartment, saveItem } from "@/lib/server/tasks/departments";
import { actorOf, members } from "./staff";

const departments = [
  { nameFr: "Marketing", nameEn: "Marketing", email: "marketing@optimarest.example", locale: "fr" as const },
  { nameFr: "Comptabilité", nameEn: "Accounting", email: "comptabilite@optimarest.example", locale: "fr" as const },
  { nameFr: "Service client", nameEn: "Customer service", email: "care@optimarest.example", locale: "en" as const },
];
type Line = [right: Right, department: number, textFr: string, textEn: string, daysBefore: number];
const checklist: readonly Line[] = [
  ["erasure", 0, "Retirer la personne de toutes les listes d’envoi, et le confirmer.", "Take the person off all mailing lists, and confirm it.", 7],
  ["erasure", 1, "Dire quelles factures doivent être archivées, et jusqu’à quand.", "Say which invoices have to be archived, and until when.", 5],
  ["erasure", 2, "Effacer les échanges qui ne servent plus à un litige.", "Erase the exchanges no dispute needs any more.", 5],
  ["objection", 0, "Arrêter tous les e-mails, SMS et appels publicitaires.", "Stop all marketing e-mails, text messages and calls.", 10],
  ["withdraw-consent", 0, "Arrêter les envois auxquels la personne ne consent plus.", "Stop what the person no longer consents to.", 10],
  ["access", 2, "Envoyer une copie des échanges avec la personne.", "Send a copy of the exchanges with the person.", 7],
  ["access", 1, "Envoyer la liste des factures de la personne.", "Send the list of the person’s invoices.", 7],
];

/** Departments with their checklist; some open requests are asked of them, and some have answered. */
export async function addDepartments(references: readonly string[], at: Date): Promise<void> {
  const dpo = actorOf(members[2] as (typeof members)[number]);
  for (const fields of departments) await saveDepartment(dpo, null, fields);
  const rows = await db().department.findMany();
  const idOf = (index: number) => rows.find(({ email }) => email === departments[index]?.email)?.id ?? "";
  for (const [right, department, textFr, textEn, daysBefore] of checklist) await saveItem(dpo, null, { right, departmentId: idOf(department), textFr, textEn, daysBefore });
  const items = await db().checklistItem.findMany({ orderBy: { createdAt: "asc" }, include: { department: true } });
  for (const [index, reference] of references.entries()) {
    const found = await loadCase(reference);
    if (!found || closedStates.has(found.request.state) || found.request.assigneeId === null || index % 2 === 1) continue;
    const wanted = items.filter(({ right }) => found.request.claims.some((claim) => claim.right === right));
    const tasks = wanted.map(({ id, departmentId, department, textFr, textEn, daysBefore }) => ({ itemId: id, departmentId, words: department.locale === "en" ? textEn : textFr, daysBefore }));
    const asked = await perform(dpo, askDepartments, { tasks }, { reference, at: new Date(at.getTime() - 4 * 86_400_000) });
    const [first] = "ok" in asked ? await db().departmentTask.findMany({ where: { reference }, orderBy: { id: "asc" } }) : [];
    if (!first || index % 4 !== 0) continue;
    const actor = mint({ kind: "department" as const, taskId: first.id, reference, departmentId: first.departmentId });
    await perform(actor, answerTask, { outcome: "exception", reason: "must-keep", note: "Les factures des dix dernières années.", kept: [] }, { reference });
  }
}
