import type { RequestEvent } from "./event";
import { stageOf, type SubjectRequest } from "./request";

/** How it stands, in one word the person may know: never the internal state. */
export type Standing = "received" | "identity-asked" | "checking" | "handling" | "question" | "writing" | "answered" | "merged" | "withdrawn";

/** Where the person's request stands, from its state and events. */
export function standingOf(request: SubjectRequest, events: readonly RequestEvent[]): Standing {
  switch (request.state) {
    case "new":
      return events.some((event) => event.type === "CaseTaken") ? "handling" : "received";
    case "awaiting-identity":
      return "identity-asked";
    case "identity-to-check":
      return "checking";
    case "awaiting-answer":
      return "question";
    case "in-progress":
      return stageOf(request) === "reply" ? "writing" : "handling";
    case "message-after-reply":
      return "answered";
    case "answered":
    case "merged":
    case "withdrawn":
      return request.state;
  }
}
