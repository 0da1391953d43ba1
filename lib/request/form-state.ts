import type { Typed } from "./ask/draft";

/** What a form shows after it was sent and not accepted: messages already in the reader's language, and all that was typed. */
export type FormState = {
  /** Field name → message. `form` for what belongs to no field. */
  errors: Record<string, string>;
  /** The law or the case said no. */
  refusal: string | null;
  typed: Typed;
  /** Grows with each answer, so that the summary takes the focus again. */
  attempt: number;
};

export const freshForm: FormState = { errors: {}, refusal: null, typed: {}, attempt: 0 };
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;
