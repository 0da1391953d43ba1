import { readFileSync } from "node:fs";
import { type IncomingHttpHeaders, request } from "node:http";
import { origin, signedIn, type StaffRole } from "../../support/run";

export type Answer = { status: number; headers: IncomingHttpHeaders; cookies: string[]; text: string; ms: number };
export type Sent = { method?: string; headers?: Record<string, string | undefined>; body?: string | Buffer };

/** One bare HTTP request, with exactly the headers given (Host and our Origin on a POST unless told otherwise; `undefined` leaves one out), to the product or to another server of ours. */
export function call(path: string, { method = "GET", headers = {}, body }: Sent = {}, server = origin): Promise<Answer> {
  const { hostname, port, host } = new URL(server);
  const all = { host, ...(method === "POST" ? { origin: server } : {}), ...headers };
  const sent = Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined));
  const startedAt = performance.now();
  return new Promise((done, fail) => {
    const outgoing = request({ hostname, port, path, method, headers: sent, agent: false, setHost: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk)).on("error", fail);
      answer.on("end", () =>
        done({ status: answer.statusCode ?? 0, headers: answer.headers, cookies: answer.headers["set-cookie"] ?? [], text: Buffer.concat(chunks).toString("utf8"), ms: performance.now() - startedAt }));
    });
    outgoing.on("error", fail).end(body);
  });
}

/** A browser's cookies, as far as one host needs them. */
export class Jar {
  private readonly held = new Map<string, string>();

  constructor(private readonly server = origin) {}

  /** Of a role, as the set-up signed it in; or empty. */
  static of(role: StaffRole | "nobody"): Jar {
    const jar = new Jar();
    if (role === "nobody") return jar;
    const { cookies } = JSON.parse(readFileSync(signedIn(role), "utf8")) as { cookies: { name: string; value: string }[] };
    for (const { name, value } of cookies) jar.held.set(name, value);
    return jar;
  }

  get header(): string | undefined {
    return this.held.size === 0 ? undefined : [...this.held].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  get(name: string): string {
    return this.held.get(name) ?? "";
  }

  set(name: string, value: string): this {
    this.held.set(name, value);
    return this;
  }

  /** A request with these cookies; what the answer sets is kept. */
  async call(path: string, sent: Sent = {}): Promise<Answer> {
    const answer = await call(path, { ...sent, headers: { cookie: this.header, ...sent.headers } }, this.server);
    for (const line of answer.cookies) {
      const [pair = "", ...attributes] = line.split(";").map((part) => part.trim());
      const [name = "", value = ""] = [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)];
      if (attributes.some((attribute) => /^max-age=0$/i.test(attribute))) this.held.delete(name);
      else this.held.set(name, value);
    }
    return answer;
  }
}

/** Sends one file as a form does. */
export function upload(jar: Jar, query: string, name: string, bytes: Buffer, type: string, headers: Sent["headers"] = {}): Promise<Answer> {
  const boundary = "----rightsupload";
  const head = Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`);
  const body = Buffer.concat([head, bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return jar.call(`/api/files?${query}`, { method: "POST", body, headers: { accept: "application/json", "content-type": `multipart/form-data; boundary=${boundary}`, ...headers } });
}

/** A page as the browser's router asks for it: the address and the header. */
export function asRouter(path: string): [string, Sent] {
  return [`${path}${path.includes("?") ? "&" : "?"}_rsc`, { headers: { rsc: "1" } }];
}
