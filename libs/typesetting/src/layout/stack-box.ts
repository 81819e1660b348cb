import type { Canvas, Tag } from '../draw/canvas.js';
import { TOLERANCE, type Box, type LazyTag } from './box.js';

export interface StackOptions {
  readonly before?: number;
  readonly after?: number;
  readonly tag?: LazyTag | undefined;
  /** Cut only when taller than a page. */
  readonly together?: boolean;
  readonly keepWithNext?: boolean;
  readonly newPage?: boolean;
  readonly footnotes?: readonly Box[];
}

/** Boxes one under the other. */
export class StackBox implements Box {
  readonly height: number;
  readonly before: number;
  readonly after: number;
  readonly keepWithNext: boolean;
  readonly newPage: boolean;
  readonly footnotes: readonly Box[];

  constructor(
    readonly children: readonly Box[],
    private readonly options: StackOptions = {},
  ) {
    this.height = heightOf(children);
    this.before = options.before ?? children[0]?.before ?? 0;
    this.after = options.after ?? children.at(-1)?.after ?? 0;
    this.keepWithNext = options.keepWithNext ?? children.at(-1)?.keepWithNext ?? false;
    this.newPage = options.newPage ?? children[0]?.newPage ?? false;
    this.footnotes = [
      ...children.flatMap((child) => child.footnotes ?? []),
      ...(options.footnotes ?? []),
    ];
  }

  split(room: number, page: number): readonly [StackBox, StackBox] | undefined {
    if (this.options.together === true && this.height <= page + TOLERANCE) return undefined;
    let y = 0;
    for (const [index, child] of this.children.entries()) {
      if (index > 0 && child.newPage === true) return this.#cut(index);
      const top = y + this.#gap(index);
      if (top + child.height <= room + TOLERANCE) {
        y = top + child.height;
        continue;
      }
      const parts = child.split(room - top, page);
      if (parts !== undefined) return this.#cutInside(index, parts);
      return this.#cut(this.#beforeKept(index));
    }
    return undefined;
  }

  /** The last place at or before `index` that parts nothing from what it announces. */
  #beforeKept(index: number): number {
    let at = index;
    while (at > 0 && this.children[at - 1]?.keepWithNext === true) at -= 1;
    return at;
  }

  #cut(at: number): readonly [StackBox, StackBox] | undefined {
    if (at === 0) return undefined;
    return [
      this.#part(this.children.slice(0, at), true),
      this.#part(this.children.slice(at), false),
    ];
  }

  #cutInside(index: number, parts: readonly [Box, Box]): readonly [StackBox, StackBox] {
    return [
      this.#part([...this.children.slice(0, index), parts[0]], true),
      this.#part([parts[1], ...this.children.slice(index + 1)], false),
    ];
  }

  #part(children: readonly Box[], head: boolean): StackBox {
    const { tag, footnotes } = this.options;
    if (head)
      return new StackBox(children, { before: this.before, after: 0, tag, keepWithNext: false });
    const rest = { before: 0, after: this.after, tag, newPage: false };
    return new StackBox(children, footnotes === undefined ? rest : { ...rest, footnotes });
  }

  #gap(index: number): number {
    return index === 0 ? 0 : gapBetween(this.children[index - 1], this.children[index]);
  }

  paint(canvas: Canvas, x: number, y: number, parent: Tag | undefined): void {
    const { tag } = this.options;
    const inner = tag === undefined ? parent : tag.under(canvas, parent);
    let top = y;
    for (const [index, child] of this.children.entries()) {
      top += this.#gap(index);
      child.paint(canvas, x, top, inner);
      top += child.height;
    }
  }
}

function gapBetween(upper: Box | undefined, lower: Box | undefined): number {
  return Math.max(upper?.after ?? 0, lower?.before ?? 0);
}

function heightOf(children: readonly Box[]): number {
  let height = 0;
  for (const [index, child] of children.entries()) {
    if (index > 0) height += gapBetween(children[index - 1], child);
    height += child.height;
  }
  return height;
}
