/** The pages of the office, over HTTP on the built product, each at one and at ten connections. */
import { filterQuery } from "@/lib/request/queue-filter";
import type { World } from "../generate/world";
import { type Browser, formOf, type Page } from "./browser";
import { deepCursors, someReferences, someSearches } from "./cases";
import { type Measured, measure } from "./measure";

export type Kind = "bare" | "queue" | "search" | "case" | "figures" | "write";
export type Line = Measured & { kind: Kind };
export type Tell = (line: Line) => void;

export const connections = [1, 10] as const;
const rounds = { 1: 300, 10: 600 } as const;
const warmUp = 60;
/** BENCH_ONLY: a pattern of the titles to measure, while something is being mended. */
const only = new RegExp(process.env.BENCH_ONLY ?? "");
export const isAsked = (title: string) => only.test(title);

/** A page, or several in turn. */
export async function visit(tell: Tell, kind: Kind, title: string, browser: Browser, paths: readonly string[], isRight = (page: Page) => page.status === 200): Promise<void> {
  if (paths.length === 0 || !isAsked(title)) return;
  for (const many of connections) tell({ kind, ...(await measure(title, browser, { connections: many, rounds: rounds[many], warmUp, visit: (user, nth) => user.get(paths[nth % paths.length] as string), isRight })) });
}

export async function visitOffice(tell: Tell, { agent, dpo, world, url }: { agent: Browser; dpo: Browser; world: World; url: string }): Promise<void> {
  const cursors = await deepCursors(url, `"isOnDesk"`);
  const allCursors = await deepCursors(url, "true");
  const staffId = world.agents[1] ?? "";
  await visit(tell, "queue", "queue: first page", agent, ["/office"]);
  await visit(tell, "queue", "queue: deep page", agent, cursors.map((after) => `/office?${filterQuery({}, after)}`));
  const filters = [{ who: "mine" }, { who: "nobody" }, { who: staffId }, { due: "overdue" }, { due: "week" }, { due: "suspended" }, { state: "new" }, { state: "awaiting-identity" }, { state: "in-progress" }, { state: "closed" }, { state: "all" }, { state: "to-post" }, { right: "erasure" }, { right: "transfers" }, { locale: "en" }, { who: "nobody", due: "week", right: "erasure", locale: "en" }];
  for (const filter of filters) await visit(tell, "queue", `queue: ${filterQuery(filter).replace(staffId, "colleague").replaceAll("&", " ")}`, agent, [`/office?${filterQuery(filter)}`]);
  await visit(tell, "queue", "queue: state=all, deep page", agent, allCursors.map((after) => `/office?${filterQuery({ state: "all" }, after)}`));
  await visitSearches(tell, agent, world);
  await visit(tell, "case", "a case", agent, someReferences(world, 60).map((reference) => `/office/requests/${reference}`));
  await visit(tell, "figures", "the figures of a year", dpo, ["/office/figures"]);
}

/** The box is filled in and sent, and leads to an address; there the results are. */
async function visitSearches(tell: Tell, agent: Browser, world: World): Promise<void> {
  const form = formOf(await agent.get("/office"), 'name="words"');
  const references = someReferences(world, 40);
  const title = "search: by reference, to the case";
  if (isAsked(title)) for (const many of connections) tell({ kind: "search", ...(await measure(title, agent, { connections: many, rounds: rounds[many], warmUp, visit: (user, nth) => user.post("/office", form, { words: references[nth % references.length] as string }), isRight: ({ status }) => status === 303 })) });
  for (const [kind, words] of Object.entries(someSearches(world))) {
    if (!isAsked(`search: ${kind}`)) continue;
    const addresses = [];
    for (const typed of words) addresses.push((await agent.post("/office", form, { words: typed })).location ?? "");
    await visit(tell, "search", `search: ${kind}`, agent, addresses.map((address) => address.replace(/^https?:\/\/[^/]+/, "")));
  }
}
