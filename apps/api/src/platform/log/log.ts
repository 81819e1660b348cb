import type { LogLevel } from '../config/app-config.js';

const RANK: Readonly<Record<LogLevel, number>> = { silent: 0, error: 1, warn: 2, info: 3 };

type Field = string | number | boolean | readonly string[];

/**
 * The service's log: one JSON object a line on stderr. Callers pass what they chose to say,
 * never a request's body, an answer or an error's message.
 */
export class Log {
  constructor(
    private readonly level: LogLevel,
    private readonly print: (line: string) => void = (line) => process.stderr.write(`${line}\n`),
  ) {}

  write(
    level: Exclude<LogLevel, 'silent'>,
    event: string,
    fields: Readonly<Record<string, Field>> = {},
  ): void {
    if (RANK[level] > RANK[this.level]) return;
    this.print(JSON.stringify({ time: new Date().toISOString(), level, event, ...fields }));
  }
}
