import type { FormState } from "./form-state";

/** What a change of the clock would do, in the reader's words; `version`: of the settings it was computed against. */
export type ClockPreview = {
  version: number;
  /** The change itself, then what follows from it. */
  changes: string[];
  told: string[];
  warning: string | null;
  /** Cases by the dates they move from and to, soonest first. */
  rows: { before: string; after: string; references: string[] }[];
  /** How many more there are than are shown. */
  more: string | null;
};

/** A form's answer that may show what the change would do, before anything is done. */
export type ClockState = FormState & { preview?: ClockPreview };
