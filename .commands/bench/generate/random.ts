import { createHash } from "node:crypto";

/** Numbers drawn from a seed: the same seed gives the same ones, so that a request can be made twice, in two processes. */
export class Random {
  #state: number;
  #ids = 0;

  constructor(private readonly seed: number) {
    this.#state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) | 0;
  }

  /** From 0 up to 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  between(from: number, to: number): number {
    return from + this.next() * (to - from);
  }

  /** A whole number below `count`. */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  is(chance: number): boolean {
    return this.next() < chance;
  }

  one<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  /** One of a list, the first far more often than the last: as words and names are. */
  often<T>(list: readonly T[]): T {
    return list[Math.floor(list.length * this.next() ** 3)] as T;
  }

  /** By weight. */
  weighed<T extends string>(weights: Record<T, number>): T {
    const entries = Object.entries<number>(weights);
    let left = this.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    return (entries.find(([, weight]) => (left -= weight) < 0) ?? entries[0])?.[0] as T;
  }

  /** A UUID of version 4, of the seed and how many were drawn: what `next` draws repeats itself among ten million. */
  id(): string {
    const hex = createHash("md5").update(`${this.seed} ${this.#ids++}`).digest("hex");
    const variant = "89ab"[Number.parseInt(hex[16] as string, 16) & 3];
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
  }
}
