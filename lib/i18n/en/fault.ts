import type { fault as french } from "../fr/fault";

export const fault: typeof french = {
  title: "Something went wrong on our side",
  text: "It is not your doing. What you had saved is kept. Please try again in a moment.",
  again: "Try again",
  lost: "The connection broke, or our service did not answer. What you typed is still there: check your connection, then try again.",
  code: (id) => `If it goes on, write to us and quote this code: ${id}`,
};
