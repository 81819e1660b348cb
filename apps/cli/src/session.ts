import { type Catalogue, openCatalogue } from '@sukoyaka/catalogue';
import { LOCALES, type Locale, isLocale } from '@sukoyaka/kernel';
import { type Translate, translator } from '@sukoyaka/localisation';
import type { Host } from './io/host.js';
import { fileRefusal } from './io/read.js';
import { Refusal } from './io/refusal.js';

/** 0 yes or valid, 1 no or invalid, 2 wrong usage or unreadable input. */
export type ExitCode = 0 | 1 | 2;

/**
 * One run of the program: the language and form that the user chose, and what it is going to print.
 * Standard output is written only when the command has ended well.
 */
export class Session {
  readonly t: Translate;
  exitCode: ExitCode = 0;
  private readonly printed: string[] = [];
  private opened: Catalogue | undefined;

  constructor(
    readonly host: Host,
    readonly locale: Locale,
    readonly json: boolean,
  ) {
    this.t = translator(locale, 'cli');
  }

  get catalogue(): Catalogue {
    this.opened ??= openCatalogue();
    return this.opened;
  }

  /** Text for people, on lines of its own. */
  print(text: string): void {
    this.printed.push(`${text}\n`);
  }

  /** Text as it stands. */
  write(text: string): void {
    this.printed.push(text);
  }

  /** One object of the NDJSON output. */
  emit(value: object): void {
    this.printed.push(`${JSON.stringify(value)}\n`);
  }

  /** Tells that a file was written: an object in JSON mode, a sentence on standard error otherwise. */
  wrote(file: string, sentence: string, facts: object = {}): void {
    if (file === '-') return;
    if (this.json) this.emit({ written: file, ...facts });
    else this.remark(sentence);
  }

  /** Shows a link that opens an account: this once, to who asked for it. */
  showLink(sentence: string, email: string, path: string): void {
    const { environment } = this.host;
    const port = environment['PORT']?.trim() || '3000';
    const link = (environment['SUKOYAKA_ORIGIN']?.trim() || `http://localhost:${port}`) + path;
    if (this.json) this.emit({ email, link });
    else this.print(`${this.t(sentence, { email })}\n${link}`);
  }

  /** A word beside the result, on standard error; not in JSON mode. */
  remark(text: string): void {
    if (!this.json) this.host.writeError(`${text}\n`);
  }

  /** Any "no" among several inputs makes the whole answer a no. */
  conclude(yes: boolean): void {
    if (!yes) this.exitCode = 1;
  }

  /** @throws Refusal when standard output takes nothing more. */
  async flush(): Promise<void> {
    if (this.printed.length === 0) return;
    try {
      await this.host.writeOut(this.printed.join(''));
    } catch (error) {
      throw fileRefusal(error, this.t('place.standard-output'), 'FILE_NOT_WRITABLE');
    }
  }
}

/**
 * The language and form of a run, read before anything is said: the help speaks it too.
 * @throws Refusal LANGUAGE_UNKNOWN
 */
export function openSession(host: Host, argv: readonly string[]): Session {
  const fallback = languageOf(host.environment);
  const own = ownArguments(argv);
  const chosen = lastValueOf('--lang', own);
  if (chosen !== undefined && !isLocale(chosen)) {
    const params = { language: chosen, languages: LOCALES.join(', ') };
    throw new Refusal('LANGUAGE_UNKNOWN', params);
  }
  return new Session(host, chosen ?? fallback, own.includes('--json'));
}

function ownArguments(argv: readonly string[]): readonly string[] {
  const end = argv.indexOf('--');
  return end === -1 ? argv : argv.slice(0, end);
}

function lastValueOf(option: string, argv: readonly string[]): string | undefined {
  let value: string | undefined;
  argv.forEach((argument, index) => {
    if (argument === option) value = argv[index + 1] ?? value;
    else if (argument.startsWith(`${option}=`)) value = argument.slice(option.length + 1);
  });
  return value;
}

/** The language of the environment, where it is one of ours; English otherwise. */
export function languageOf(environment: Host['environment']): Locale {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const setting = [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '');
  const language = setting?.slice(0, 2).toLowerCase();
  return isLocale(language) ? language : 'en';
}
