import type { Canvas, Tag } from '../draw/canvas.js';
import { COLOURS } from '../tokens.js';
import { TOLERANCE, type Box } from './box.js';
import { StackBox } from './stack-box.js';

/** The part of a page that blocks fill; points from the page's top left. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const NOTE_RULE = 8;

/**
 * Cuts boxes into pages of this height, each on the page where it fits; what fits on no page is
 * cut, or stands alone and runs over the edge.
 */
export function cutPages(boxes: readonly Box[], height: number): StackBox[] {
  const pages: StackBox[] = [];
  let rest: StackBox | undefined = new StackBox(boxes);
  while (rest !== undefined && rest.children.length > 0) {
    const [page, following]: readonly [StackBox, StackBox | undefined] = cutPage(rest, height);
    pages.push(page);
    rest = following;
  }
  return pages;
}

/** Paints a page from the top of its area, with its footnotes at the bottom. */
export function paintPage(canvas: Canvas, page: StackBox, area: Area): void {
  page.paint(canvas, area.left, area.top, canvas.root);
  paintNotes(canvas, page.footnotes, area, canvas.root);
}

/** What goes onto a page with its footnotes, and what is left. */
function cutPage(stack: StackBox, height: number): readonly [StackBox, StackBox | undefined] {
  let room = height;
  let page = cut(stack, room, height);
  for (let tries = 0; tries < 4; tries += 1) {
    const notes = notesHeight(page[0].footnotes);
    if (page[0].height + notes <= height + TOLERANCE) return page;
    room = Math.min(room - 1, height - notes);
    if (room < height * 0.3) return page;
    page = cut(stack, room, height);
  }
  return page;
}

function cut(
  stack: StackBox,
  room: number,
  height: number,
): readonly [StackBox, StackBox | undefined] {
  const forced = stack.children.findIndex((child, index) => index > 0 && child.newPage === true);
  if (forced === -1 && stack.height <= room + TOLERANCE) return [stack, undefined];
  const parts = stack.split(room, height);
  if (parts !== undefined) return parts;
  const [first, ...others] = stack.children;
  if (first === undefined || others.length === 0) return [stack, undefined];
  return [new StackBox([first]), new StackBox(others)];
}

function notesHeight(notes: readonly Box[]): number {
  if (notes.length === 0) return 0;
  return NOTE_RULE + notes.reduce((sum, note) => sum + note.height + note.after, 0);
}

/** Footnotes stand at the foot of the page under a short rule. */
function paintNotes(canvas: Canvas, notes: readonly Box[], area: Area, parent: Tag): void {
  if (notes.length === 0) return;
  let y = area.top + area.height - notesHeight(notes) + NOTE_RULE;
  canvas.decoration(() => canvas.fillRect(area.left, y - 4, 80, 0.5, COLOURS.faint));
  for (const note of notes) {
    note.paint(canvas, area.left, y, parent);
    y += note.height + note.after;
  }
}
