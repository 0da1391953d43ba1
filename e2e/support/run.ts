import { join } from "node:path";

/** What this run of the tests uses; chosen in playwright.config.ts. */
export const home = process.env.E2E_HOME as string;
export const origin = `http://localhost:${process.env.E2E_PORT}`;
export const administrator = { email: "admin@optimarest.example", password: "un-lion-dort-sous-le-figuier" };
export const staffPassword = "trois-chats-gris-sur-le-toit";

export const staffRoles = ["agent", "dpo", "auditor", "administrator"] as const;
export type StaffRole = (typeof staffRoles)[number];
export const staffEmail = (role: StaffRole): string => (role === "administrator" ? administrator.email : `${role}@optimarest.example`);

/** The signed-in browser state of a role, saved once by the set-up. */
export const signedIn = (role: StaffRole): string => join(home, `${role}.json`);
