import "server-only";
import { linkState } from "../set-up";

/** Whose one-time link this is, if it is still good. The token is the proof, so no actor is asked; looking spends nothing. */
export function setUpLink(token: string): Promise<{ name: string; email: string } | null> {
  return linkState(token);
}
