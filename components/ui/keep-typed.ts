import { unstable_rethrow } from "next/navigation";
import { fault as en } from "@/lib/i18n/en/fault";
import { fault as fr } from "@/lib/i18n/fr/fault";
import { type FormState, typedIn } from "@/lib/request/form-state";

/**
 * The action of a form, in the browser: where the call itself fails (no connection, a server that does not answer), the form
 * says so and keeps what was typed, rather than giving way to a page of errors. On the server it stays the action itself,
 * without which the form would do nothing where there is no JavaScript.
 */
export function keepTyped<State extends FormState>(action: (state: State, form: FormData) => Promise<State>): typeof action {
  if (typeof window === "undefined") return action;
  return async (state, form) => {
    try {
      return await action(state, form);
    } catch (error) {
      unstable_rethrow(error);
      const { lost } = document.documentElement.lang === "en" ? en : fr;
      return { ...state, errors: {}, refusal: lost, way: undefined, typed: { ...typedIn(form) }, attempt: state.attempt + 1 };
    }
  };
}
