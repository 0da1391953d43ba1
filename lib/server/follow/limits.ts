import "server-only";

/** Codes an hour, for one pair of reference and address, and mails to one address. security.md RL3. */
export const codesAnHour = { tries: 3, windowMs: 3_600_000 };
/** Codes asked for in an hour, known or unknown: from one network, where a carrier may have put a whole town, and in all. security.md RL1. */
export const asksAnHour = { perNetwork: { tries: 200, windowMs: 3_600_000 }, inAll: { tries: 5000, windowMs: 3_600_000 } };
/** How long a code may be used. security.md AU9. */
export const codeMinutes = 10;
export const triesPerCode = 5;
