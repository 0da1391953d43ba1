/** A browser without JavaScript, over so many connections: cookies, pages, and forms sent as they stand in the page. */
import { randomBytes } from "node:crypto";
import { Pool } from "undici";

export type Page = { status: number; location: string | null; text: string; bytes: number };
type Fields = Record<string, string>;
export type Form = readonly (readonly [string, string])[];

export class Browser {
  readonly #cookies: Map<string, string>;
  readonly #pool: Pool;

  constructor(readonly origin: string, connections: number, cookies: ReadonlyMap<string, string> = new Map()) {
    this.#cookies = new Map(cookies);
    this.#pool = new Pool(origin, { connections, pipelining: 1, headersTimeout: 120_000, bodyTimeout: 120_000 });
  }

  /** The same person with so many connections. */
  with(connections: number): Browser {
    return new Browser(this.origin, connections, this.#cookies);
  }

  setCookie(name: string, value: string): this {
    this.#cookies.set(name, value);
    return this;
  }

  close(): Promise<void> {
    return this.#pool.close();
  }

  /** `from`: the address the proxy saw. */
  async #ask(method: "GET" | "POST", path: string, sent: { body?: Buffer; headers?: Record<string, string> } = {}, from?: string): Promise<Page> {
    const headers = {
      accept: "text/html", "accept-language": "fr", "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0", "sec-fetch-site": "same-origin",
      cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; "), ...(from ? { "x-forwarded-for": from } : {}), ...sent.headers,
    };
    const answer = await this.#pool.request({ method, path, headers, body: sent.body ?? null });
    for (const line of [answer.headers["set-cookie"] ?? []].flat()) this.#keep(line);
    const bytes = Buffer.from(await answer.body.arrayBuffer());
    return { status: answer.statusCode, location: answer.headers["location"]?.toString() ?? null, text: bytes.toString("utf8"), bytes: bytes.length };
  }

  get(path: string): Promise<Page> {
    return this.#ask("GET", path);
  }

  /** `form`: of a page, as `formOf` reads it; `fields`: what is typed into it. */
  post(path: string, form: Form, fields: Fields = {}, from?: string): Promise<Page> {
    const boundary = `----bench${randomBytes(12).toString("hex")}`;
    const parts = [...form, ...Object.entries(fields)].map(([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`).join("");
    return this.#ask("POST", path, { body: Buffer.from(`${parts}--${boundary}--\r\n`), headers: { "content-type": `multipart/form-data; boundary=${boundary}`, origin: this.origin } }, from);
  }

  #keep(line: string): void {
    const [pair = "", ...attributes] = line.split(";").map((part) => part.trim());
    const at = pair.indexOf("=");
    if (attributes.some((attribute) => /^max-age=0$/i.test(attribute))) this.#cookies.delete(pair.slice(0, at));
    else this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
}

/** The hidden fields of the first form whose HTML holds this. @throws when the page has none. */
export function formOf(page: Page, holds: string | RegExp): Form {
  const form = page.text.match(/<form[\s\S]*?<\/form>/g)?.find((html) => (typeof holds === "string" ? html.includes(holds) : holds.test(html)));
  if (!form) throw new Error(`no form with ${holds} (${page.status} ${page.location ?? ""})`);
  return (form.match(/<input[^>]*type="hidden"[^>]*>/g) ?? []).map((input) => [attribute(input, "name"), attribute(input, "value")] as const);
}

function attribute(html: string, name: string): string {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(html)?.[1] ?? "";
  return value.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
