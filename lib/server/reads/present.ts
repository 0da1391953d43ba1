import "server-only";
import { now } from "../clock";
import { env } from "../env";

/** This instant (UTC, ISO) and the controller's time zone: for what is shown with its hour. */
export function present(): { at: string; timeZone: string } {
  return { at: now().toISOString(), timeZone: env().controllerTimeZone };
}
