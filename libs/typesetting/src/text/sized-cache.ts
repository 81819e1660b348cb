/** A cache that forgets what was used longest ago once its entries' weights exceed a limit. */
export class SizedCache<Value> {
  readonly #entries = new Map<string, { readonly value: Value; readonly weight: number }>();
  #weight = 0;

  constructor(private readonly limit: number) {}

  get(key: string): Value | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.value;
  }

  /** Keeps `value`; `key` must not be present. Nothing heavier than the limit is kept. */
  set(key: string, value: Value, weight: number): void {
    if (weight > this.limit) return;
    this.#entries.set(key, { value, weight });
    this.#weight += weight;
    for (const [oldest, entry] of this.#entries) {
      if (this.#weight <= this.limit) break;
      this.#entries.delete(oldest);
      this.#weight -= entry.weight;
    }
  }
}
