import { LANGUAGE_TAG, type Locale } from '@sukoyaka/kernel';
import { escapeHtml } from './plain.js';

/** One piece of a message; texts are plain and become HTML here only. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'facts'; readonly lines: readonly string[] }
  | {
      readonly kind: 'link';
      readonly label: string;
      /** The label as it leads to the address in the line below. */
      readonly lead: string;
      /** What to do where the link cannot be followed. */
      readonly otherwise: string;
      readonly url: string;
    };

export interface Letter {
  readonly locale: Locale;
  readonly subject: string;
  readonly blocks: readonly Block[];
  /** Who writes, under the message. */
  readonly footer: readonly string[];
}

const RULE = '-'.repeat(40);

/** The message as plain text: complete on its own, each address alone on its line. */
export function asText({ blocks, footer }: Letter): string {
  const body = blocks.map(blockAsText).join('\n\n');
  return `${body}\n\n${RULE}\n${footer.join('\n')}\n`;
}

function blockAsText(block: Block): string {
  if (block.kind === 'paragraph') return block.text;
  if (block.kind === 'facts') return block.lines.map((line) => `- ${line}`).join('\n');
  return `${block.lead}\n${block.url}`;
}

/** The message as HTML that loads nothing and needs no styles to be read. */
export function asHtml({ locale, subject, blocks, footer }: Letter): string {
  const style = 'font-family:sans-serif;line-height:1.6;max-width:40em';
  return [
    '<!doctype html>',
    `<html lang="${LANGUAGE_TAG[locale]}" dir="ltr">`,
    `<head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>`,
    `<body style="${style}">`,
    ...blocks.map(blockAsHtml),
    '<hr>',
    `<p><small>${footer.map(escapeHtml).join('<br>\n')}</small></p>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function blockAsHtml(block: Block): string {
  if (block.kind === 'paragraph') return `<p>${lines(block.text)}</p>`;
  if (block.kind === 'facts') {
    return `<ul>\n${block.lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('\n')}\n</ul>`;
  }
  const url = escapeHtml(block.url);
  return [
    `<p><a href="${url}"><strong>${escapeHtml(block.label)}</strong></a></p>`,
    `<p><small>${escapeHtml(block.otherwise)}<br>`,
    `<span style="word-break:break-all">${url}</span></small></p>`,
  ].join('\n');
}

function lines(text: string): string {
  return escapeHtml(text).replaceAll('\n', '<br>\n');
}
