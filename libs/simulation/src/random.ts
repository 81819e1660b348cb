/**
 * Pseudo-random numbers from 32-bit integer arithmetic alone, so that a seed gives the same sequence
 * in every JavaScript engine (Math.log, Math.exp and Math.pow may differ in the last digit).
 * Generator: sfc32 of PractRand's "small fast counting" family; seeded by FNV-1a with murmur3's
 * finaliser. Good for plausible data, not for secrets.
 */
export class Random {
  private constructor(
    private a: number,
    private b: number,
    private c: number,
    private counter: number,
  ) {
    for (let i = 0; i < WARM_UP; i++) this.next();
  }

  static of(seed: string): Random {
    return new Random(hash(seed, 1), hash(seed, 2), hash(seed, 3), 1);
  }

  /** An integer from 0 to 2³² − 1. */
  next(): number {
    const sum = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** A number from 0 inclusive to 1 exclusive. */
  unit(): number {
    return this.next() / 4294967296;
  }

  /** An integer from 0 to `count` − 1. */
  below(count: number): number {
    return Math.floor(this.unit() * count);
  }

  /** A number from `low` to `high`. */
  between(low: number, high: number): number {
    return low + this.unit() * (high - low);
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  /** Nearly standard normal: the sum of twelve uniform numbers less six (Irwin–Hall); within ±6. */
  normal(): number {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += this.unit();
    return sum;
  }

  /** One of `values`. */
  pick<T>(values: readonly [T, ...T[]] | readonly T[]): T {
    return values[this.below(values.length)] as T;
  }

  /** One of the keys, with the probability of its weight. */
  weighted<T>(entries: readonly (readonly [T, number])[]): T {
    const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
    let rest = this.unit() * total;
    for (const [value, weight] of entries) {
      rest -= weight;
      if (rest < 0) return value;
    }
    return (entries.at(-1) as readonly [T, number])[0];
  }
}

const WARM_UP = 12;

/** FNV-1a over UTF-16 code units, from a start of its own for each `lane`. */
function hash(text: string, lane: number): number {
  let value = (2166136261 ^ Math.imul(lane, 0x9e3779b9)) | 0;
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 16777619);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return value ^ (value >>> 16);
}

/** `value` held within `low` and `high`. */
export function within(low: number, high: number, value: number): number {
  return Math.min(Math.max(value, low), high);
}

/** `value` at `digits` decimals (0–3), by operations that are exact everywhere. */
export function decimals(value: number, digits: 0 | 1 | 2 | 3): number {
  const scale = [1, 10, 100, 1000][digits] as number;
  return Math.round(value * scale) / scale;
}
