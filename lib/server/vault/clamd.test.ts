import { createServer, type Server, type Socket } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { startClamd } from "../../../.commands/clamd.mjs";
import { type ClamdAddress, clamd, type Verdict } from "./clamd";
import { eicar } from "./fixtures/eicar";
import { heldBytes } from "./fixtures/held-bytes";
import { taintedJpeg } from "./fixtures/make-image";
import { zipOf } from "./fixtures/make-zip";

const patient = { pieceMs: 5_000, streamMs: 20_000, verdictMs: 20_000, pingMs: 5_000 };
const hasty = { pieceMs: 200, streamMs: 500, verdictMs: 200, pingMs: 200 };

async function verdictOf(address: ClamdAddress, bytes: Buffer, limits = patient, pieceBytes = 65_536): Promise<Verdict> {
  const scan = clamd(address, limits).begin();
  for (let at = 0; at < bytes.length; at += pieceBytes) await scan.write(bytes.subarray(at, at + pieceBytes));
  return scan.verdict();
}

describe("the real clamd", () => {
  let daemon: Awaited<ReturnType<typeof startClamd>>;
  beforeAll(async () => {
    daemon = await startClamd({ settings: { StreamMaxLength: "2M" } });
  }, 300_000);
  afterAll(() => daemon.end());

  test("finds EICAR bare, in pieces of one byte, in the tail of a photograph and in a ZIP", async () => {
    const photo = await taintedJpeg();
    expect(await verdictOf(daemon, Buffer.from(eicar))).toBe("infected");
    expect(await verdictOf(daemon, Buffer.from(eicar), patient, 1)).toBe("infected");
    expect(await verdictOf(daemon, Buffer.concat([photo, Buffer.from(eicar)]))).toBe("infected");
    expect(await verdictOf(daemon, zipOf("a.txt", Buffer.from(eicar)))).toBe("infected");
  });

  test("clears what is clean, the same photograph and an empty stream among it", async () => {
    expect(await verdictOf(daemon, await taintedJpeg())).toBe("clean");
    expect(await verdictOf(daemon, Buffer.alloc(0))).toBe("clean");
  });

  test("a stream longer than it takes is not clean, though nothing is in it, and takes no more than one piece of memory", async () => {
    const before = await heldBytes();
    const scan = clamd(daemon, patient).begin();
    for (let sent = 0; sent < 31 * 16; sent++) await scan.write(Buffer.alloc(65_536));
    expect((await heldBytes()) - before).toBeLessThan(4 * 1024 * 1024);
    expect(await scan.verdict()).toBe("unknown");
    expect(await verdictOf(daemon, Buffer.alloc(1024 * 1024))).toBe("clean");
  });

  test("killed, it gives no verdict and is seen to be gone; back, it finds again", async () => {
    const cut = clamd(daemon, patient).begin();
    await cut.write(Buffer.from("half of "));
    await daemon.stop();
    await cut.write(Buffer.from("something"));
    expect(await cut.verdict()).toBe("unknown");
    expect(await verdictOf(daemon, Buffer.from(eicar))).toBe("unknown");
    await expect(clamd(daemon).check()).rejects.toThrow();
    await daemon.start();
    await clamd(daemon).check();
    expect(await verdictOf(daemon, Buffer.from(eicar))).toBe("infected");
  });
});

describe("something else at its address", () => {
  const servers: Server[] = [];
  afterEach(() => servers.splice(0).forEach((server) => server.close()));

  /** A server that does `act` with each connection; our side may break it off. */
  async function pretending(act: (socket: Socket) => void): Promise<ClamdAddress> {
    const server = createServer((socket) => {
      socket.on("error", () => undefined);
      act(socket);
    });
    servers.push(server);
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    return { host: "127.0.0.1", port: (server.address() as { port: number }).port };
  }
  const afterTheEnd = (answer: string) => (socket: Socket) =>
    void socket.on("data", (bytes) => bytes.subarray(-4).equals(Buffer.alloc(4)) && socket.write(answer));

  test.each([
    ["stream: OK\0", "clean"],
    ["stream: Win.Test-1 FOUND\0", "infected"],
    ["stream: OK", "unknown"],
    ["OK\0", "unknown"],
    ["stream: OK or so\0", "unknown"],
    ["stream: \0", "unknown"],
    ["INSTREAM size limit exceeded. ERROR\0", "unknown"],
    ["UNKNOWN COMMAND\0", "unknown"],
    ["\0stream: OK\0", "unknown"],
    ["HTTP/1.1 400 Bad Request\r\n\r\nstream: OK\0", "unknown"],
    ["x".repeat(5_000), "unknown"],
  ])("answers %j: %s", async (answer, verdict) => {
    const address = await pretending(afterTheEnd(answer));
    expect(await verdictOf(address, Buffer.from("hello"), hasty)).toBe(verdict);
  });

  test("clears the stream before it is complete: not clean", async () => {
    const address = await pretending((socket) => void socket.write("stream: OK\0"));
    const scan = clamd(address, hasty).begin();
    await scan.write(Buffer.from("one"));
    await new Promise((later) => setTimeout(later, 50));
    await scan.write(Buffer.from("two"));
    expect(await scan.verdict()).toBe("unknown");
  });

  test("hangs up at once, or in the middle of a large stream: not clean, and the stream is let through", async () => {
    const rude = await pretending((socket) => void socket.destroy());
    expect(await verdictOf(rude, Buffer.alloc(4_000_000), hasty)).toBe("unknown");
    const tired = await pretending((socket) => void socket.once("data", () => socket.destroy()));
    expect(await verdictOf(tired, Buffer.alloc(4_000_000), hasty)).toBe("unknown");
  });

  test.each([
    ["never reads", (socket: Socket) => void socket.pause()],
    ["reads and never answers", (socket: Socket) => void socket.resume()],
  ])("%s: not clean, after its limits", async (_name, act) => {
    const address = await pretending(act);
    expect(await verdictOf(address, Buffer.alloc(10_000_000), hasty)).toBe("unknown");
    await expect(clamd(address, hasty).check()).rejects.toThrow("does not answer");
  });

  test("reads every piece in time, and all of them too slowly: not clean, after the limit of the stream", async () => {
    const address = await pretending((socket) => void socket.on("data", () => {
      socket.pause();
      setTimeout(() => socket.resume(), 15);
    }));
    expect(await verdictOf(address, Buffer.alloc(40_000_000), { ...hasty, pieceMs: 60_000 })).toBe("unknown");
  });

  test("nobody listens: not clean, at once", async () => {
    expect(await verdictOf({ host: "127.0.0.1", port: 1 }, Buffer.alloc(100), patient)).toBe("unknown");
    expect(await verdictOf({ path: "/nowhere/clamd.ctl" }, Buffer.alloc(100), patient)).toBe("unknown");
  });
});
