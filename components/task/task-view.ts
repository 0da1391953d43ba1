import type { TaskException, TaskOutcome } from "@/lib/request/handle/task";

export type TaskFile = { id: string; name: string; bytes: number; pages: number; scan: "pending" | "infected" | null };
export type TaskAnswer = { outcome: TaskOutcome | null; reason: TaskException | null; note: string | null; on: string; files: TaskFile[] };

/** A task as the department sees it: what every part of its page is given. */
export type TaskView = {
  id: string;
  reference: string;
  dueOn: string;
  words: string;
  person: { name: string | null; representedBy: string | null; email: string | null; customerNumber: string | null; address: string | null };
  answer: TaskAnswer | null;
  waiting: TaskFile[];
};
