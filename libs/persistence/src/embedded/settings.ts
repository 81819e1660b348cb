import { StartError } from './start-error.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads settings out of environment variables. It collects what is wrong with all of them, so
 * that its operator mends them at once, and never repeats a value: it may be a secret.
 */
export class SettingsReader {
  readonly #faults: string[] = [];

  constructor(private readonly environment: Environment) {}

  /** A whole number from `min` to `max`. */
  integer(name: string, { min, max, otherwise }: IntegerSetting): number {
    const text = this.text(name);
    if (text === undefined) return otherwise;
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= min && value <= max) return value;
    return this.#refuse(name, `must be a whole number from ${min} to ${max}`, otherwise);
  }

  /** One of the words in `choices`. */
  oneOf<T extends string>(name: string, choices: readonly T[], otherwise: T): T {
    const text = this.text(name);
    if (text === undefined) return otherwise;
    const choice = choices.find((each) => each === text);
    return choice ?? this.#refuse(name, `must be one of ${choices.join(', ')}`, otherwise);
  }

  /** The connection string of a PostgreSQL database, with its database. */
  postgresUrl(name: string): string | undefined {
    const text = this.text(name);
    if (text === undefined || isPostgresUrl(text)) return text;
    const remedy =
      'must be a connection string such as postgres://user:password@host:5432/database, with special characters of the password percent-encoded';
    return this.#refuse(name, remedy, undefined);
  }

  /** An address with one of the `protocols`, each with its colon. */
  url(name: string, protocols: readonly string[]): string | undefined {
    const text = this.text(name);
    const isFit = text !== undefined && URL.canParse(text);
    if (text === undefined || (isFit && protocols.includes(new URL(text).protocol))) return text;
    const schemes = protocols.map((each) => `${each}//`).join(' or ');
    return this.#refuse(name, `must be an address that begins with ${schemes}`, undefined);
  }

  /** As it stands; an empty value is none. */
  text(name: string): string | undefined {
    const value = this.environment[name]?.trim();
    return value === '' ? undefined : value;
  }

  /** Notes that a variable is missing. */
  require<T>(name: string, value: T | undefined, remedy: string): T | undefined {
    if (value === undefined && this.text(name) === undefined)
      this.#faults.push(`${name} ${remedy}`);
    return value;
  }

  /** Notes what is wrong with a variable, for rules that are not of this reader. */
  refuse(name: string, remedy: string): void {
    this.#faults.push(`${name} ${remedy}`);
  }

  /** @throws StartError naming every variable that is wrong, and how to put it right. */
  finish(): void {
    if (this.#faults.length > 0) throw new StartError(this.#faults.join('; '));
  }

  #refuse<T>(name: string, remedy: string, otherwise: T): T {
    this.#faults.push(`${name} ${remedy}`);
    return otherwise;
  }
}

interface IntegerSetting {
  readonly min: number;
  readonly max: number;
  readonly otherwise: number;
}

function isPostgresUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, pathname } = new URL(text);
  return ['postgres:', 'postgresql:'].includes(protocol) && username !== '' && pathname.length > 1;
}
