/** A message as a mail program reads it. */
export interface ParsedMail {
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly text: string;
  readonly html: string;
}

interface Entity {
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly body: string;
}

/** Reads multipart/alternative of one text and one HTML part (RFC 5322, 2045, 2046, 2047). */
export function parseEml(bytes: Buffer): ParsedMail {
  const whole = entity(bytes.toString('latin1'));
  const boundary = /boundary="([^"]+)"/.exec(first(whole, 'content-type'))?.[1] ?? '';
  const pieces = whole.body.split(`--${boundary}`).slice(1, -1);
  const parts = pieces.map((piece) => entity(piece.replace(/^\r\n/, '').replace(/\r\n$/, '')));
  const of = (type: string) => {
    const found = parts.filter((part) => first(part, 'content-type').startsWith(type));
    if (found.length !== 1) throw new Error(`${found.length} parts of ${type}`);
    return decodedBody(found[0]!);
  };
  return { headers: whole.headers, text: of('text/plain'), html: of('text/html') };
}

/** The only header of this name. */
export function header(mail: Pick<ParsedMail, 'headers'>, name: string): string {
  const values = mail.headers.get(name) ?? [];
  if (values.length !== 1) throw new Error(`${values.length} headers "${name}"`);
  return values[0]!;
}

function entity(raw: string): Entity {
  const end = raw.indexOf('\r\n\r\n');
  const lines = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = new Map<string, string[]>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    const value = decodedWords(line.slice(colon + 1).trim());
    headers.set(name, [...(headers.get(name) ?? []), value]);
  }
  return { headers, body: raw.slice(end + 4) };
}

function first({ headers }: Entity, name: string): string {
  return headers.get(name)?.[0] ?? '';
}

function decodedWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, encoding: string, word: string) =>
      encoding.toUpperCase() === 'B'
        ? Buffer.from(word, 'base64').toString('utf8')
        : quotedPrintable(word.replaceAll('_', ' ')),
    );
}

function decodedBody(part: Entity): string {
  if (!/charset=utf-8/i.test(first(part, 'content-type'))) throw new Error('not in UTF-8');
  const encoding = first(part, 'content-transfer-encoding');
  const text =
    encoding === 'base64'
      ? Buffer.from(part.body, 'base64').toString('utf8')
      : encoding === 'quoted-printable'
        ? quotedPrintable(part.body)
        : part.body;
  return text.replaceAll('\r\n', '\n');
}

function quotedPrintable(text: string): string {
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
