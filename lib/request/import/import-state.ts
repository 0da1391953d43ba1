/** Where the taking over of a register stands. `expired`: nobody went on within a day, and the file is gone. */
export const importStates = ["checking", "checked", "unreadable", "importing", "done", "expired"] as const;
export type ImportState = (typeof importStates)[number];

/** Is somebody waiting for the worker? */
export function isUnderWay(state: ImportState): boolean {
  return state === "checking" || state === "importing";
}
