/** Which requests, words and pages of the queue are asked for, out of those the generator made. */
import pg from "pg";
import { withClient } from "../../postgres.mjs";
import { lifeOf } from "../generate/life";
import { Random } from "../generate/random";
import type { World } from "../generate/world";

const asked = 20;

/** References of every age, as many as wanted. */
export function someReferences(world: World, count: number): string[] {
  const random = new Random(3);
  return Array.from({ length: count }, () => lifeOf(world, random.below(world.size)).reference);
}

/** What may be typed into the search box, by kind, twenty of each. */
export function someSearches(world: World): Record<string, string[]> {
  const random = new Random(4);
  const people = Array.from({ length: asked * 20 }, () => lifeOf(world, random.below(world.size)).caseFile.requester).filter(({ name, email }) => name && email).slice(0, asked);
  const names = people.map(({ name }) => name ?? "");
  return {
    "one e-mail address": people.map(({ email }) => email ?? ""),
    "a whole name": names,
    "a first name": names.map((name) => name.split(" ")[0] ?? ""),
    "the beginning of a family name": names.map((name) => name.split(" ")[1]?.slice(0, 4) ?? ""),
    "a word nearly all wrote": ["commande", "adresse", "compte", "boutique"],
    "a word some wrote": ["recommandé", "médiateur", "avocat", "plainte", "notaire", "relance"],
    "two words": ["recommandé avocat", "médiateur commande", "plainte facture", "relance litige"],
    "what nobody wrote": Array.from({ length: asked }, (_, index) => `introuvable${index}`),
  };
}

/** Cursors far down the list of this condition: after a half, and after nearly all of it. */
export async function deepCursors(url: string, condition: string): Promise<string[]> {
  return withClient(url, async (client: pg.Client) => {
    const { rows: [all] } = await client.query<{ count: number }>(`select count(*)::int as count from "SubjectRequest" where ${condition}`);
    const at = async (share: number) => (await client.query<{ cursor: string }>(`select "actOn"::text || '_' || reference as cursor from "SubjectRequest" where ${condition} order by "actOn", reference offset $1 limit 1`, [Math.floor((all?.count ?? 0) * share)])).rows[0]?.cursor;
    const cursors = [await at(0.5), await at(0.7), await at(0.8)];
    return cursors.filter((cursor) => cursor !== undefined);
  });
}

export async function referencesWhere(url: string, condition: string, count: number): Promise<string[]> {
  const { rows } = await withClient(url, (client: pg.Client) => client.query<{ reference: string }>(`select reference from "SubjectRequest" where ${condition} order by reference limit $1`, [count]));
  return rows.map(({ reference }) => reference);
}
