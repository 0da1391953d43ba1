import type { Typed } from "./ask/draft";

/** What a form shows after it was sent and not accepted: messages already in the reader's language, and all that was typed. */
export type FormState = {
  /** Field name → message. `form` for what belongs to no field. */
  errors: Record<string, string>;
  /** The law or the case said no. */
  refusal: string | null;
  /** A way on from the refusal, in a tab of its own: what is typed here stays. */
  way?: { href: string; text: string } | undefined;
  typed: Typed;
  /** Grows with each answer, so that the summary takes the focus again. */
  attempt: number;
};

export const freshForm: FormState = { errors: {}, refusal: null, typed: {}, attempt: 0 };

const maxFields = 100;

/** A form's texts as a plain record without a prototype: several of one name become a list; files and Next's own fields are left out. */
export function typedIn(form: FormData): Typed {
  const typed: Typed = Object.create(null) as Typed;
  for (const [name, value] of [...form].slice(0, maxFields)) {
    if (typeof value !== "string" || name.startsWith("$") || name === "__proto__") continue;
    const before = typed[name];
    typed[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
  }
  return typed;
}

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;
