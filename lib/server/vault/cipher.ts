import "server-only";
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { Transform, type TransformCallback } from "node:stream";
import { ChunkQueue } from "./chunk-queue";
import { IntegrityError, KEY_BYTES, requireCommitment, useOfKey } from "./commitment";

/*
 * A sealed blob: version (1 byte) | salt (32) | key commitment (32) | chunks.
 * A chunk: up to 64 KiB of ciphertext | GCM tag (16). Nonce: prefix (7) | counter (4) | last flag (1).
 * Associated data: format | id | version. Every chunk but the last is full; there is always a last one, so an
 * empty file is one empty chunk. The counter shows reordering, the flag truncation and appending, the id swapping.
 * Source: Hoang, Reyhanitabar, Rogaway, Vizár, "Online Authenticated-Encryption" (STREAM), CRYPTO 2015.
 */
const VERSION = 1;
export const CHUNK_BYTES = 64 * 1024;
export const TAG_BYTES = 16;
export const HEADER_BYTES = 1 + 2 * KEY_BYTES;
const SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES;
const PURPOSE = "blob.1";

const associated = (id: string) => Buffer.from(`rightsdesk.blob|${id}|${VERSION}`, "utf8");

/** @throws RangeError beyond 2^32 chunks (256 TiB): a nonce is never used twice. */
function nonce(prefix: Buffer, counter: number, isLast: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  prefix.copy(bytes);
  bytes.writeUInt32BE(counter, 7);
  bytes[11] = isLast ? 1 : 0;
  return bytes;
}

/** Any thrown error becomes the stream's own error; nothing is emitted after it. */
function guarded(done: TransformCallback, work: () => void): void {
  try {
    work();
  } catch (error) {
    return done(error as Error);
  }
  done();
}

/** Clear bytes in, a sealed blob out, bound to this key and this blob id. Holds at most two chunks. */
export function encrypt(key: Buffer, id: string): Transform {
  const salt = randomBytes(KEY_BYTES);
  const { encryptionKey, commitment, noncePrefix } = useOfKey(key, salt, PURPOSE);
  const aad = associated(id);
  const queue = new ChunkQueue();
  let counter = 0;

  const seal = (plain: Buffer, isLast: boolean): Buffer => {
    const cipher = createCipheriv("aes-256-gcm", encryptionKey, nonce(noncePrefix, counter++, isLast));
    cipher.setAAD(aad);
    return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  };

  const stream = new Transform({
    transform(bytes: Buffer, _encoding, done) {
      guarded(done, () => {
        queue.push(bytes);
        while (queue.length > CHUNK_BYTES) stream.push(seal(queue.take(CHUNK_BYTES), false));
      });
    },
    flush(done) {
      guarded(done, () => stream.push(seal(queue.take(CHUNK_BYTES), true)));
    },
  });
  stream.push(Buffer.concat([Buffer.of(VERSION), salt, commitment]));
  return stream;
}

/**
 * A sealed blob in, clear bytes out. A chunk is emitted only after its tag is verified.
 * Ends with IntegrityError on a wrong key or id, a flipped bit, a cut, reordered, appended or swapped blob.
 */
export function decrypt(key: Buffer, id: string): Transform {
  const aad = associated(id);
  const queue = new ChunkQueue();
  let use: ReturnType<typeof useOfKey> | undefined;
  let counter = 0;

  const openHeader = (): ReturnType<typeof useOfKey> => {
    const header = queue.take(HEADER_BYTES);
    if (header.length < HEADER_BYTES || header[0] !== VERSION) throw new IntegrityError("not a sealed blob of this version");
    const opened = useOfKey(key, header.subarray(1, 1 + KEY_BYTES), PURPOSE);
    requireCommitment(header.subarray(1 + KEY_BYTES), opened.commitment);
    return opened;
  };

  const open = (sealed: Buffer, isLast: boolean): Buffer => {
    use ??= openHeader();
    if (sealed.length < TAG_BYTES) throw new IntegrityError("cut short");
    const iv = nonce(use.noncePrefix, counter++, isLast);
    const decipher = createDecipheriv("aes-256-gcm", use.encryptionKey, iv, { authTagLength: TAG_BYTES });
    decipher.setAAD(aad);
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    const plain = decipher.update(sealed.subarray(0, -TAG_BYTES));
    try {
      decipher.final();
    } catch {
      throw new IntegrityError(`chunk ${counter - 1} is not authentic`);
    }
    return plain;
  };

  const stream = new Transform({
    transform(bytes: Buffer, _encoding, done) {
      guarded(done, () => {
        queue.push(bytes);
        if (!use && queue.length >= HEADER_BYTES) use = openHeader();
        while (use && queue.length > SEALED_CHUNK_BYTES) stream.push(open(queue.take(SEALED_CHUNK_BYTES), false));
      });
    },
    flush(done) {
      guarded(done, () => {
        use ??= openHeader();
        stream.push(open(queue.take(SEALED_CHUNK_BYTES), true));
      });
    },
  });
  return stream;
}
