import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { composed, type OutgoingMail, readSender } from './message.js';
import { type MailTransport } from './transport.js';

/** Told of each file once it is complete. */
export type OnWritten = (file: string, mail: OutgoingMail) => void;

/**
 * Writes each message as a file of its own (RFC 5322, `.eml`) instead of sending it. A file appears
 * whole or not at all, is readable by this account only, and is never written twice; names sort by
 * time and cannot be guessed. The folder is made when it is missing.
 * @throws DomainError MAIL_FROM; `send` passes on what the file system refuses.
 */
export function fileTransport(folder: string, from: string, onWritten?: OnWritten): MailTransport {
  const sender = readSender(from);
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const nextName = fileNames();
  return {
    async send(mail) {
      const { message } = await composer.sendMail(composed(mail, sender));
      const file = join(folder, nextName());
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeWhole(file, message as Buffer);
      onWritten?.(file, mail);
    },
    close: () => Promise.resolve(),
  };
}

/** Time, place in the order of this transport, and 128 bits of chance. */
function fileNames(): () => string {
  let count = 0;
  return () => {
    count += 1;
    const time = new Date().toISOString().replace(/[-:.]/g, '');
    const chance = randomBytes(16).toString('hex');
    return `${time}-${String(count).padStart(6, '0')}-${chance}.eml`;
  };
}

/** Under another name first: a reader of `*.eml` never meets half a message. */
async function writeWhole(file: string, content: Buffer): Promise<void> {
  const draft = `${file}.tmp`;
  try {
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
