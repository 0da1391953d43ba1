import "server-only";

/** All places are taken and so is the queue: come back later (503). */
export class BusyError extends Error {
  readonly code = "busy";

  constructor() {
    super("too many files are being converted");
    this.name = "BusyError";
  }
}

/** Lets `places` in at once and up to `maxWaiting` wait, first come first served. */
export class Turnstile {
  private inside = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly places: number,
    private readonly maxWaiting: number,
  ) {}

  /** Resolves to the call that gives the place back. @throws BusyError, or the signal's reason while waiting. */
  async enter(signal?: AbortSignal): Promise<() => void> {
    signal?.throwIfAborted();
    if (this.inside < this.places) this.inside++;
    else await this.wait(signal);
    let isInside = true;
    return () => {
      if (isInside) this.leave();
      isInside = false;
    };
  }

  private wait(signal?: AbortSignal): Promise<void> {
    if (this.waiting.length >= this.maxWaiting) throw new BusyError();
    return new Promise((resolve, reject) => {
      const admit = () => {
        signal?.removeEventListener("abort", giveUp);
        resolve();
      };
      const giveUp = () => {
        this.waiting.splice(this.waiting.indexOf(admit), 1);
        reject(signal?.reason);
      };
      signal?.addEventListener("abort", giveUp, { once: true });
      this.waiting.push(admit);
    });
  }

  /** The place goes to the one who waits longest, without being free in between. */
  private leave(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.inside--;
  }
}
