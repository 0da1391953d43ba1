// The confined process that opens what strangers send. Started by derive-process.ts, one file per process, as
//   node --permission … derive-child.mjs jpeg|png|pdf
// In: the original on stdin. Out, on stdout: {"ready":true}, then per page a JSON line {"page","width","height",
// "looks","isBlank"} (child/mark.mjs) and u32be length + JPEG bytes, then {"end":true}; or {"error":"malformed"|"limit"|"encrypted"|"empty"}.
// It has no environment, no file system beyond its own code, no children, no workers, and no sockets.
import "./child/no-network.mjs";
import { writeSync } from "node:fs";
import sharp from "sharp";
import { Refusal } from "./child/refusal.mjs";

const MAX_INPUT_BYTES = 10 * 1024 * 1024;

/** @returns {Promise<Buffer>} @throws {Refusal} "limit" beyond 10 MB, "empty" when nothing came */
async function readInput() {
  const parts = [];
  let bytes = 0;
  for await (const part of process.stdin) {
    bytes += part.length;
    if (bytes > MAX_INPUT_BYTES) throw new Refusal("limit");
    parts.push(part);
  }
  if (bytes === 0) throw new Refusal("empty");
  return Buffer.concat(parts, bytes);
}

/** Blocks until the parent has read: at most one page waits. @param {Buffer} bytes */
function put(bytes) {
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeSync(1, bytes, done);
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EAGAIN") throw error;
    }
  }
}

/** @param {object} line */
const say = (line) => put(Buffer.from(`${JSON.stringify(line)}\n`));

sharp.cache(false);
sharp.concurrency(1);
sharp.block({ operation: ["VipsForeignLoad"] });
const kind = process.argv[2];
const { pagesOf } = kind === "pdf" ? await import("./child/pdf.mjs") : await import("./child/image.mjs");
say({ ready: true });
try {
  for await (const { bytes, ...header } of pagesOf(await readInput(), kind)) {
    say(header);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    put(length);
    put(bytes);
  }
  say({ end: true });
} catch (error) {
  say({ error: error instanceof Refusal ? error.code : "malformed" });
}
process.exit(0);
