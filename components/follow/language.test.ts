import { createElement, type ReactElement, type ReactNode } from "react";
import { expect, test, vi } from "vitest";
import { Preview } from "../reply/preview";
import { Answers } from "./answers";
import { MessageList } from "./message-list";
import { ReplyLetter } from "./reply-letter";

// The preview stands beside forms, which ask Next for the page around them; none is drawn here.
vi.mock("next/navigation", () => ({ unstable_rethrow: vi.fn() }));

/** What is seen, with the language of each part that says one: these components hold no state, so that calling them is rendering them. */
function seen(node: ReactNode): string {
  if (Array.isArray(node)) return node.map(seen).join("");
  if (node === null || node === undefined || typeof node === "boolean") return "";
  if (typeof node !== "object") return String(node);
  const { type, props } = node as ReactElement<{ lang?: string; children?: ReactNode }>;
  if (typeof type === "function") return seen((type as (props: object) => ReactNode)(props));
  const inner = seen(props.children);
  return props.lang ? `[${props.lang}: ${inner}]` : inner;
}

/** The language of parts, WCAG 2.2, 3.1.2: what was written in French is read out in French on an English page. */
test("letters, messages and what was typed say their language where the page has another", () => {
  const reply = { id: "r", on: "2026-11-20", body: "## Vos données\n\nVoici.", files: [], filesUntil: null };
  expect(seen(createElement(ReplyLetter, { reply, written: "fr", locale: "en" }))).toMatch(/^[^[]*2026\[fr: Vos donnéesVoici.\]$/);
  const list = [{ id: "m", from: "controller" as const, at: "2026-11-20T10:00:00Z", body: "Quelle commande ?", files: [] }];
  expect(seen(createElement(MessageList, { list, written: "fr", locale: "en", controller: { name: "X", timeZone: "Europe/Paris" } }))).toMatch(/^[^[]+\[fr: Quelle commande \?\]$/);
  const answers = { right: "access" as const, answers: { scope: "specific" as const, details: "Mes appels" } };
  const asked = seen(createElement(Answers, { claims: [{ id: "c", right: "access", answers }], inTheirWords: "Tout", written: "fr", locale: "en" }));
  expect(asked.match(/\[fr: [^\]]*\]/g)).toEqual(["[fr: Tout]", "[fr: Mes appels]"]);
});

test("in the office a letter is shown in the language it will be sent in", () => {
  expect(seen(createElement(Preview, { body: "Hello.", title: "t", hint: "h", files: [], replyLocale: "en", locale: "fr" }))).toMatch(/\[en: \[?.*Hello/);
});
