import { createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Wire = { server: string; files: () => Promise<File[]>; close: () => void };

/** A proxy between a browser and the product that keeps what uploads carried, byte for byte. */
export async function wire(): Promise<Wire> {
  const uploads: Response[] = [];
  const pass = (asked: IncomingMessage, answer: ServerResponse) => {
    const chunks: Buffer[] = [];
    const on = request(asked.url as string, { method: asked.method, headers: asked.headers }, (got) => {
      answer.writeHead(got.statusCode as number, got.headers);
      got.pipe(answer);
    });
    on.on("error", () => answer.destroy());
    asked.on("data", (chunk: Buffer) => chunks.push(chunk));
    asked.on("end", () => {
      if (asked.method === "POST" && /\/api\/files\?/.test(asked.url ?? "")) uploads.push(new Response(Buffer.concat(chunks), { headers: { "content-type": asked.headers["content-type"] as string } }));
    });
    asked.pipe(on);
  };
  const proxy = createServer(pass);
  await new Promise<void>((done) => proxy.listen(0, "127.0.0.1", done));
  return {
    server: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    files: async () => (await Promise.all(uploads.map(async (upload) => (await upload.clone().formData()).getAll("file") as File[]))).flat(),
    close: () => {
      proxy.closeAllConnections();
      proxy.close();
    },
  };
}
