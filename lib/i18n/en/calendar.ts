import type { calendar as French } from "../fr/calendar";

export const calendar: typeof French = {
  name: "Due dates of requests",
  summary: (reference) => `${reference}: answer due`,
  summarySuspended: (reference) => `${reference}: time suspended`,
  rights: (rights) => `Rights: ${rights.join(", ")}`,
  suspended: "The time is suspended: this date is put off every day, until it runs again.",
  title: "My calendar",
  hint: "Follow the due dates of your requests in your calendar: it subscribes to an address made for you alone. The address is secret: whoever knows it sees your due dates, without any name.",
  create: "Create my address",
  since: (day) => `You have had an address since ${day}. It is shown only when it is made: if you have lost it, or somebody else has seen it, replace it. The old one stops answering at once.`,
  replace: "Replace the address",
  revoke: "Delete the address",
  linkTitle: "Your address, shown only once",
  link: "Copy it into your calendar, where it offers to subscribe to a calendar online. Give it to nobody.",
};
