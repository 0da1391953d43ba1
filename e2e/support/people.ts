import { join } from "node:path";
import type { Right } from "@/lib/law/rights";

export const file = (name: "identity.jpg" | "death.png" | "heirship.pdf" | "not-a-picture.jpg" | "data.json"): string => join(import.meta.dirname, "../files", name);

let count = 0;
/** An address nobody else in this run has. */
export function freshEmail(name = "anne"): string {
  count += 1;
  return `${name}.${process.pid}.${count}@client.example`;
}

/** What a person answers on the pages of each right: field → text, or `=value` for a choice, several for check boxes. */
export const answers: Record<Right, Record<string, string | string[]>> = {
  access: { scope: "=everything" },
  rectification: { field: "Mon nom", wrongValue: "Durant", rightValue: "Durand" },
  erasure: { scope: "=specific", details: "Mon compte et mes avis" },
  restriction: { ground: "=accuracy-contested", details: "Mon adresse n’est pas la bonne" },
  portability: { destination: "=other-controller", recipientName: "Autre Boutique", recipientContact: "rgpd@autre.example" },
  objection: { kind: "=marketing", address: "" },
  "withdraw-consent": { purposes: ["=newsletter", "=sms"] },
  "human-review": { orderNumber: "C-2026-42", decidedOn: "2026-11-02", view: "Je paie toujours à temps." },
  transfers: { details: "Mes paiements partent-ils hors d’Europe ?" },
  "post-mortem-directive": { instructions: ["=erasure"], details: "Tout effacer, sauf mes photos", consent: "=yes", designatedName: "Paul Durand", designatedContact: "paul@client.example" },
  deceased: {
    name: "Paul Durand",
    diedOn: "2026-10-01",
    placeOfDeath: "Lyon",
    lastCountry: "France",
    capacity: "=heir",
    relationship: "Sa fille",
    otherHeirs: "=agree",
    wishes: ["=stop-mailings", "=information-for-estate"],
  },
};
