/** Lets a bounded number of pieces of work run at once; what comes in excess waits its turn. */
export class Semaphore {
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  /** @param places how many may run at once; a whole number from 1. */
  constructor(readonly places: number) {
    if (!Number.isInteger(places) || places < 1) {
      throw new RangeError('A semaphore has one place or more.');
    }
  }

  /** How many run now. */
  get running(): number {
    return this.#running;
  }

  /** How many wait for a place. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Does the work as soon as a place is free, first come, first served. Its error is passed on. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.#enter();
    try {
      return await work();
    } finally {
      this.#leave();
    }
  }

  #enter(): Promise<void> | undefined {
    if (this.#running < this.places) {
      this.#running += 1;
      return undefined;
    }
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** The place goes straight to who waits longest, so that nobody slips in between. */
  #leave(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#running -= 1;
  }
}
