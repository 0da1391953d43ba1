import type { BrowserContext } from "@playwright/test";

/** Adds to `heard` every break of the content policy on any page of this browser. */
export async function tellOfBrokenRules(context: BrowserContext, heard: string[]): Promise<void> {
  await context.exposeFunction("tellBrokenRule", (rule: string) => heard.push(rule));
  await context.addInitScript(() => {
    const { tellBrokenRule } = window as unknown as { tellBrokenRule: (rule: string) => void };
    addEventListener("securitypolicyviolation", (event) => tellBrokenRule(`${event.violatedDirective} ${event.blockedURI}`));
  });
}
