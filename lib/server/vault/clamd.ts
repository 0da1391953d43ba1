import "server-only";
import { connect } from "node:net";

export type ClamdAddress = { host: string; port: number } | { path: string };

/** `unknown`: no verdict, for whatever reason (down, slow, too long for it, an answer we cannot read). Never to be taken for clean. */
export type Verdict = "clean" | "infected" | "unknown";

/** One stream under examination. Nothing here throws or holds up the sender for longer than the limits. */
export type Scan = {
  write(bytes: Buffer): Promise<void>;
  /** The stream is complete: what is it? To be asked once. */
  verdict(): Promise<Verdict>;
  cancel(): void;
};
export type Antivirus = {
  begin(): Scan;
  /** Does it answer? Throws when it does not. */
  check(): Promise<void>;
};

/** Milliseconds: for the scanner to take a piece (or the connection), all pieces of a stream, for its verdict, for the answer to a ping. */
export type ClamdLimits = { pieceMs: number; streamMs: number; verdictMs: number; pingMs: number };
const LIMITS: ClamdLimits = { pieceMs: 5_000, streamMs: 15_000, verdictMs: 10_000, pingMs: 2_000 };

const MAX_ANSWER_BYTES = 2_000;
const END = Buffer.alloc(4);

/**
 * ClamAV's daemon, spoken to by INSTREAM: length (4 bytes) and piece, again and again, then length 0; its answer ends with NUL.
 * A stream longer than its StreamMaxLength is broken off by it. Source: clamd(8), COMMANDS.
 */
export function clamd(address: ClamdAddress, limits: ClamdLimits = LIMITS): Antivirus {
  return {
    begin: () => begin(address, limits),
    check: async () => {
      const { say, answer, cancel } = converse(address);
      await say(Buffer.from("zPING\0"), limits.pingMs);
      const said = await answer(limits.pingMs);
      cancel();
      if (said !== "PONG") throw new Error("the antivirus does not answer");
    },
  };
}

function begin(address: ClamdAddress, { pieceMs, streamMs, verdictMs }: ClamdLimits): Scan {
  const { say, answer, early, cancel } = converse(address);
  let leftMs = streamMs;
  // Only our waiting for the scanner counts: the sender of the file has limits of its own.
  const push = async (bytes: Buffer) => {
    const since = performance.now();
    await say(bytes, Math.max(0, Math.min(pieceMs, leftMs)));
    leftMs -= performance.now() - since;
  };
  const greeted = push(Buffer.from("zINSTREAM\0"));
  return {
    cancel,
    write: async (bytes) => {
      await greeted;
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      if (bytes.length > 0) await push(Buffer.concat([length, bytes]));
    },
    verdict: async () => {
      await greeted;
      // Whatever it said before it had the whole cannot clear the whole.
      const isPremature = early() !== "";
      if (!isPremature) await push(END);
      const said = await answer(verdictMs);
      cancel();
      if (/^stream: .{1,500} FOUND$/.test(said)) return "infected";
      return said === "stream: OK" && !isPremature ? "clean" : "unknown";
    },
  };
}

/** One connection: what we say to it, and its one answer ("" when it breaks off, or says nothing in time). */
function converse(address: ClamdAddress) {
  const socket = connect(address);
  let heard = Buffer.alloc(0);
  const done = new Promise<void>((resolve) => {
    socket.once("close", () => resolve());
    socket.on("error", () => socket.destroy());
    socket.on("data", (bytes: Buffer) => {
      heard = Buffer.concat([heard, bytes]);
      if (heard.includes(0)) resolve();
      else if (heard.length > MAX_ANSWER_BYTES) socket.destroy();
    });
  });
  const within = async (waiting: Promise<void>, ms: number) => {
    const timer = setTimeout(() => socket.destroy(), ms);
    await waiting;
    clearTimeout(timer);
  };
  return {
    say: (bytes: Buffer, ms: number) => within(new Promise((taken) => (socket.destroyed ? taken() : socket.write(bytes, () => taken()))), ms),
    answer: async (ms: number) => {
      await within(done, ms);
      const end = heard.indexOf(0);
      return end < 0 ? "" : heard.subarray(0, end).toString("latin1");
    },
    early: () => heard.toString("latin1"),
    cancel: () => void socket.destroy(),
  };
}
