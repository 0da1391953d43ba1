import "server-only";
import type { FileProblem, ImportColumn } from "@/lib/request/import/columns";

/** The whole file cannot be read; `line`: where, 0 where no line is to blame. Its message quotes nothing. */
export class UnreadableFile extends Error {
  constructor(readonly problem: FileProblem, readonly line = 0, readonly column: ImportColumn | null = null) {
    super(`unreadable-${problem}`);
    this.name = "UnreadableFile";
  }
}
