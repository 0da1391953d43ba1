import type { CaseFile } from "./case-file";
import type { RequestEvent } from "./event";

/** Stands where another request is named that the reader does not see. */
export const unseen = "";

/** The other requests a case's events name. */
export function othersNamed(events: readonly RequestEvent[]): string[] {
  return [...new Set(events.flatMap((event) => otherNamed(event) ?? []))];
}

/** The events with the name of every other request left out that the reader does not see: that there is one is part of this case, which one is not. */
export function withoutUnseen(events: readonly RequestEvent[], isSeen: (reference: string) => boolean): RequestEvent[] {
  return events.map((event) => {
    const named = otherNamed(event);
    return named === null || isSeen(named) ? event : unnamed(event);
  });
}

/** The same of what the case file took over from a request merged into it. */
export function joinedWithoutUnseen(caseFile: CaseFile | null, isSeen: (reference: string) => boolean): CaseFile | null {
  return caseFile && { ...caseFile, joined: caseFile.joined.map((from) => (isSeen(from.reference) ? from : { ...from, reference: unseen })) };
}

function otherNamed(event: RequestEvent): string | null {
  switch (event.type) {
    case "RequestFiled":
      return event.data.follows ?? null;
    case "AnotherRightAsked":
      return event.data.reference;
    case "RequestMerged":
      return event.data.into;
    case "DuplicateTaken":
      return event.data.from;
    case "SignalRaised":
      return "about" in event.data ? event.data.about : null;
    default:
      return null;
  }
}

function unnamed(event: RequestEvent): RequestEvent {
  switch (event.type) {
    case "RequestFiled":
      return { ...event, data: { ...event.data, follows: unseen } };
    case "AnotherRightAsked":
      return { ...event, data: { reference: unseen } };
    case "RequestMerged":
      return { ...event, data: { ...event.data, into: unseen } };
    case "DuplicateTaken":
      return { ...event, data: { ...event.data, from: unseen } };
    case "SignalRaised":
      return "about" in event.data ? { ...event, data: { ...event.data, about: unseen } } : event;
    default:
      return event;
  }
}
