import "server-only";
import { env } from "../env";

/** Who answers: the organisation behind this portal and its DPO, as configured. */
export type Controller = { name: string; address: string; email: string; dpoName: string | null; dpoEmail: string };

/** The controller's public particulars; nothing here is secret, so no actor is asked. */
export function controller(): Controller {
  return env().controller;
}
