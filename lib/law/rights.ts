/** The rights a person may exercise here, in the order they are offered. GDPR Art. 7(3), 15-22; LIL art. 84-86. */
export const rights = [
  "access",
  "rectification",
  "erasure",
  "restriction",
  "portability",
  "objection",
  "withdraw-consent",
  "human-review",
  "transfers",
  "post-mortem-directive",
  "deceased",
] as const;
export type Right = (typeof rights)[number];

export type IdentityPolicy = "never" | "offered" | "required";
