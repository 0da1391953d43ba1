/** The two ways a file comes in, over HTTP as a browser sends it: a document of a draft, and a file staff attach to a reply. */
import { randomBytes } from "node:crypto";
import { request } from "node:http";
import { asDraft, asRequester, asStaff, type Jar } from "@/lib/server/files/fixtures/browsers";

export type Answer = { status: number; code: string; ms: number; files: { id: string; name: string; pages: number }[] };
export type Door = {
  send(file: { name: string; type: string; bytes: Buffer }): Promise<Answer>;
  /** A body as it is, with this boundary. */
  sendRaw(body: Buffer, boundary: string): Promise<Answer>;
  get(path: string): Promise<Reply>;
  takeBack(id: string): Promise<number>;
  owner: { draftId?: string; reference?: string };
};

export async function draftDoor(origin: string): Promise<Door> {
  const jar: Jar = new Map();
  const draftId = await asDraft(jar);
  return door(origin, jar, "for=draft&purpose=identity&locale=fr", { draftId });
}

export async function replyDoor(origin: string): Promise<Door> {
  const reference = await asRequester(new Map());
  const jar: Jar = new Map();
  await asStaff(jar, "agent");
  return door(origin, jar, `for=reply&purpose=reply&locale=fr&reference=${reference}`, { reference });
}

type Reply = { status: number; disposition: string; bytes: Buffer };

/** One request on a connection of its own, so that no idle one can break under it. */
function ask(url: string, method: string, headers: Record<string, string>, body?: Buffer): Promise<Reply> {
  return new Promise((done, fail) => {
    const outgoing = request(url, { method, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk)).on("error", fail);
      answer.on("end", () => done({ status: answer.statusCode ?? 0, disposition: answer.headers["content-disposition"] ?? "", bytes: Buffer.concat(chunks) }));
    });
    outgoing.on("error", fail).end(body);
  });
}

function door(origin: string, jar: Jar, query: string, owner: Door["owner"]): Door {
  const headers = { origin, accept: "application/json", cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") };
  const sendRaw = async (body: Buffer, boundary: string): Promise<Answer> => {
    const since = performance.now();
    const all = { ...headers, "content-type": `multipart/form-data; boundary=${boundary}`, "content-length": String(body.length) };
    const { status, bytes } = await ask(`${origin}/api/files?${query}`, "POST", all, body).catch((error: NodeJS.ErrnoException) => ({ status: 0, bytes: Buffer.from(JSON.stringify({ code: error.code })) }));
    const said = bytes[0] === 0x7b ? (JSON.parse(bytes.toString("utf8")) as { code?: string; files?: Answer["files"] }) : {};
    return { status, code: said.code ?? (said.files ? "accept" : "none"), ms: performance.now() - since, files: said.files ?? [] };
  };
  return {
    owner,
    sendRaw,
    send: ({ name, type, bytes }) => {
      const boundary = `----attack${randomBytes(12).toString("hex")}`;
      // As browsers do: only what would end the value is escaped. https://html.spec.whatwg.org/#multipart-form-data
      const escaped = name.replaceAll("\r", "%0D").replaceAll("\n", "%0A").replaceAll('"', "%22");
      const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${escaped}"\r\nContent-Type: ${type}\r\n\r\n`;
      return sendRaw(Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]), boundary);
    },
    get: (path) => ask(`${origin}${path}`, "GET", headers),
    takeBack: async (id) => (await ask(`${origin}/api/files/${id}/remove?${query}`, "POST", { ...headers, "content-length": "0" })).status,
  };
}
