/** The pages of the office, over HTTP on the built product, each at one and at ten connections. */
import { filterQuery } from "@/lib/request/queue-filter";
import type { World } from "../generate/world";
import { type Browser, formOf, type Page } from "./browser";
import { deepCursors, someReferences, someSearches } from "./cases";
import { joined, type Measured, measure } from "./measure";

export type Kind = "bare" | "queue" | "search" | "case" | "figures" | "write";
/** `bare`: the bare page's times, of which it was measured in turns with it. */
export type Line = Measured & { kind: Kind; bare?: number[] };
export type Tell = (line: Line) => void;

export const connections = [1, 10] as const;
const rounds = { 1: 300, 10: 600 } as const;
const warmUp = 60;
/** So often it is a page's turn, and then the bare one's: a machine that is slower for a while is so for both. */
const turns = 6;
/** BENCH_ONLY: a pattern of the titles to measure, while something is being mended. */
const only = new RegExp(process.env.BENCH_ONLY ?? "");
export const isAsked = (title: string) => only.test(title);

const isThere = ({ status }: Page) => status === 200;
const inTurn = (paths: readonly string[]) => (user: Browser, nth: number) => user.get(paths[nth % paths.length] as string);

/** A page, or several in turn. */
export async function visit(tell: Tell, kind: Kind, title: string, browser: Browser, paths: readonly string[]): Promise<void> {
  if (paths.length === 0 || !isAsked(title)) return;
  for (const many of connections) tell({ kind, ...(await measure(title, browser, { connections: many, rounds: rounds[many], warmUp, visit: inTurn(paths), isRight: isThere })) });
}

/** Who asks for its pages, and the bare page to compare them with. */
type Office = { tell: Tell; agent: Browser; bare: Browser };

/** The same of the queue and of searches, in turns with the bare page. */
async function visitInTurns({ tell, agent, bare }: Office, kind: Kind, title: string, ask: (user: Browser, nth: number) => Promise<Page>, isRight = isThere): Promise<void> {
  if (!isAsked(title)) return;
  for (const many of connections) {
    const [ours, theirs]: [Measured[], Measured[]] = [[], []];
    for (let turn = 0; turn < turns; turn += 1) {
      const how = { connections: many, rounds: rounds[many] / turns, warmUp: turn === 0 ? warmUp : 2 * many };
      ours.push(await measure(title, agent, { ...how, visit: ask, isRight }));
      theirs.push(await measure("a bare page", bare, { ...how, visit: (user) => user.get("/"), isRight: isThere }));
    }
    tell({ kind, ...joined(ours), bare: joined(theirs).times });
  }
}

export async function visitOffice(tell: Tell, { agent, dpo, bare, world, url }: { agent: Browser; dpo: Browser; bare: Browser; world: World; url: string }): Promise<void> {
  const cursors = await deepCursors(url, `"isOnDesk"`);
  const allCursors = await deepCursors(url, "true");
  const staffId = world.agents[1] ?? "";
  const office = { tell, agent, bare };
  const queue = (title: string, paths: readonly string[]) => (paths.length > 0 ? visitInTurns(office, "queue", `queue: ${title}`, inTurn(paths)) : undefined);
  await queue("first page", ["/office"]);
  await queue("deep page", cursors.map((after) => `/office?${filterQuery({}, after)}`));
  const filters = [{ who: "mine" }, { who: "nobody" }, { who: staffId }, { due: "overdue" }, { due: "week" }, { due: "at-once" }, { due: "suspended" }, { state: "new" }, { state: "awaiting-identity" }, { state: "in-progress" }, { state: "closed" }, { state: "all" }, { state: "to-post" }, { right: "erasure" }, { right: "transfers" }, { locale: "en" }, { who: "nobody", due: "week", right: "erasure", locale: "en" }];
  for (const filter of filters) await queue(filterQuery(filter).replace(staffId, "colleague").replaceAll("&", " "), [`/office?${filterQuery(filter)}`]);
  await queue("state=all, deep page", allCursors.map((after) => `/office?${filterQuery({ state: "all" }, after)}`));
  await visitSearches(office, world);
  await visit(tell, "case", "a case", agent, someReferences(world, 60).map((reference) => `/office/requests/${reference}`));
  await visit(tell, "figures", "the figures of a year", dpo, ["/office/figures"]);
}

/** The box is filled in and sent, and leads to an address; there the results are. */
async function visitSearches(office: Office, world: World): Promise<void> {
  const { agent } = office;
  const form = formOf(await agent.get("/office"), 'name="words"');
  const references = someReferences(world, 40);
  await visitInTurns(office, "search", "search: by reference, to the case", (user, nth) => user.post("/office", form, { words: references[nth % references.length] as string }), ({ status }) => status === 303);
  for (const [kind, words] of Object.entries(someSearches(world))) {
    if (!isAsked(`search: ${kind}`)) continue;
    const addresses = [];
    for (const typed of words) addresses.push((await agent.post("/office", form, { words: typed })).location ?? "");
    await visitInTurns(office, "search", `search: ${kind}`, inTurn(addresses.map((address) => address.replace(/^https?:\/\/[^/]+/, ""))));
  }
}
