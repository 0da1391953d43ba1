/**
 * Next and libraries print errors with their messages, which may quote what a
 * person typed. In a serving process the console therefore writes log lines:
 * the error's class, code and place, nothing of its text.
 */
import { log } from "@/lib/server/log";

export function quietConsole(): void {
  const write = (level: "info" | "warn" | "error") => (...said: unknown[]) => {
    log[level]({ code: `console_${level}`, error: said.find((part) => part instanceof Error) });
  };
  Object.assign(globalThis.console, { error: write("error"), warn: write("warn"), log: write("info"), info: write("info"), debug: write("info"), trace: write("info") });
}
