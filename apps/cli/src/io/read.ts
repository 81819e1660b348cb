import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { repeatedKey } from '@sukoyaka/kernel';
import type { Host } from './host.js';
import { jsonFaultAt } from './json-fault.js';
import { type Place, Refusal } from './refusal.js';

/** A JSON value of an input file, with the line on which it stands (null: the whole file). */
export interface InputRecord {
  readonly value: unknown;
  readonly place: Place;
}

/** The text of a file, or of standard input for `-`; UTF-8 with or without a byte order mark. */
export async function readText(host: Host, file: string): Promise<string> {
  const bytes = await readBytes(host, file);
  const text = decode(bytes, file);
  if (text.trim() === '') throw new Refusal('FILE_EMPTY', {}, { file });
  return text;
}

/** The bytes of a file, or of standard input for `-`. */
export async function readBytes(host: Host, file: string): Promise<Uint8Array> {
  demandName(file);
  if (file === '-') return host.readStandardInput();
  try {
    return await readFile(resolve(host.folder, file));
  } catch (error) {
    throw fileRefusal(error, file, 'FILE_UNREADABLE');
  }
}

const REFUSAL_OF_CODE: Readonly<Record<string, string>> = {
  ENOENT: 'FILE_MISSING',
  ENOTDIR: 'FILE_MISSING',
  EISDIR: 'FILE_IS_FOLDER',
  EACCES: 'FILE_FORBIDDEN',
  EPERM: 'FILE_FORBIDDEN',
  EROFS: 'FILE_FORBIDDEN',
  ENOSPC: 'DISK_FULL',
  EDQUOT: 'DISK_FULL',
  ERR_FS_FILE_TOO_LARGE: 'FILE_TOO_LARGE',
  ERR_STRING_TOO_LONG: 'FILE_TOO_LARGE',
};

/**
 * An empty name would stand for the folder itself.
 * @throws Refusal FILE_UNNAMED
 */
export function demandName(file: string): void {
  if (file === '') throw new Refusal('FILE_UNNAMED');
}

/** A system error as a refusal that names the file. */
export function fileRefusal(error: unknown, file: string, otherwise: string): Refusal {
  const code = (error as NodeJS.ErrnoException | undefined)?.code ?? 'UNKNOWN';
  return new Refusal(
    REFUSAL_OF_CODE[code] ?? otherwise,
    { code },
    { file },
    {
      cause: error,
    },
  );
}

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_STRING_TOO_LONG') {
      throw fileRefusal(error, file, 'FILE_TOO_LARGE');
    }
    throw new Refusal('FILE_NOT_UTF8', {}, { file, line: firstBrokenLine(bytes) });
  }
}

/** The line of the first bytes that are no UTF-8. */
function firstBrokenLine(bytes: Uint8Array): number {
  const lossy = new TextDecoder('utf-8').decode(bytes);
  const broken = lossy.indexOf('\uFFFD');
  return lineAt(lossy, broken === -1 ? lossy.length : broken);
}

function lineAt(text: string, position: number): number {
  let line = 1;
  for (let i = text.indexOf('\n'); i !== -1 && i < position; i = text.indexOf('\n', i + 1)) line++;
  return line;
}

/**
 * The records of a JSON file (one) or an NDJSON file (one a line, blank lines skipped), in order.
 * @throws Refusal naming the line of the first that is not JSON, or that has a key twice.
 */
export async function readRecords(host: Host, file: string): Promise<readonly InputRecord[]> {
  const text = await readText(host, file);
  const whole = parse(text);
  if (whole.ok) return [recordOf(whole.value, text, { file })];
  const lines = text.split('\n').map((line, index) => ({ line, number: index + 1 }));
  const filled = lines.filter(({ line }) => line.trim() !== '');
  const first = filled[0];
  if (filled.length < 2 || !first || !parse(first.line).ok) {
    throw refusalAt('FILE_NOT_JSON', text, jsonFaultAt(text), { file });
  }
  return filled.map(({ line, number }) => {
    const parsed = parse(line);
    const place = { file, line: number };
    if (!parsed.ok) throw refusalAt('FILE_NOT_JSON', line, jsonFaultAt(line), place);
    return recordOf(parsed.value, line, place);
  });
}

/** @throws Refusal KEY_TWICE: of two values under one key, one would be lost. */
function recordOf(value: unknown, text: string, place: Place): InputRecord {
  const repeated = repeatedKey(text);
  if (!repeated) return { value, place };
  throw refusalAt('KEY_TWICE', text, repeated.offset, place, { key: repeated.key });
}

type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false };

function parse(text: string): Parsed {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}

/** A refusal that names line and column of `offset` in a text that begins at `start`. */
function refusalAt(
  code: string,
  text: string,
  offset: number,
  { file, line: start = 1 }: Place,
  params: Readonly<Record<string, string>> = {},
): Refusal {
  const line = start + lineAt(text, offset) - 1;
  const column = offset - text.lastIndexOf('\n', offset - 1);
  return new Refusal(code, params, { file, line, column });
}
