import "server-only";

/** Bytes in, pieces of an exact size out; holds at most one piece and the last write. */
export class ChunkQueue {
  private parts: Buffer[] = [];
  length = 0;

  push(bytes: Buffer): void {
    if (bytes.length === 0) return;
    this.parts.push(bytes);
    this.length += bytes.length;
  }

  /** The first `size` bytes, or all that are left when there are fewer. Copies only what lies in several writes. */
  take(size: number): Buffer {
    const wanted = Math.min(size, this.length);
    const taken: Buffer[] = [];
    for (let missing = wanted; missing > 0; ) {
      const part = this.parts[0] as Buffer;
      const piece = part.subarray(0, missing);
      if (piece.length === part.length) this.parts.shift();
      else this.parts[0] = part.subarray(missing);
      taken.push(piece);
      missing -= piece.length;
    }
    this.length -= wanted;
    return taken.length === 1 ? (taken[0] as Buffer) : Buffer.concat(taken, wanted);
  }
}
