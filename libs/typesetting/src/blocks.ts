import type { Locale } from '@sukoyaka/kernel';
import type { Accent, ColourName } from './tokens.js';

/**
 * The block tree: what a report says and in which order, with no word about pages or fonts.
 * It is plain data (JSON can hold it), closed (every `kind` is listed here) and readonly.
 * Lengths are points (1/72 inch), shares and fractions run from 0 to 1.
 */

/** Text of one language. */
export interface PlainText {
  readonly lang: Locale;
  readonly text: string;
}

/** A stretch of text with its own weight, colour or language (default: those of its text). */
export interface Span {
  readonly text: string;
  readonly lang?: Locale;
  readonly weight?: 'regular' | 'bold';
  readonly colour?: ColourName;
}

/** Text of one language, put together from spans. */
export interface RichText {
  readonly lang: Locale;
  readonly spans: readonly Span[];
}

export type Text = PlainText | RichText;

/** One language, or the same words in two: the first is the document's primary language. */
export type Texts = readonly [Text] | readonly [Text, Text];

/**
 * How two languages stand: in two columns of the same row, one under the other, or both on one
 * line with a separator (falls back to stacked where they do not fit). One language ignores it.
 */
export type Arrangement = 'columns' | 'stacked' | 'inline';

/**
 * `display` for the cover's title, `lead` for opening sentences, `small` and `caption` for notes,
 * `fine` for long tables at the back.
 */
export type TextStyle =
  'display' | 'title' | 'lead' | 'body' | 'small' | 'caption' | 'fine' | 'figure';

export type Align = 'left' | 'centre' | 'right';

/** A heading: a bookmark at its level, and an H1, H2 or H3 in the document's structure. */
export interface HeadingBlock {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3;
  readonly texts: Texts;
  /** Default: `stacked` for level 1, `inline` below. */
  readonly arrangement?: Arrangement;
  readonly accent?: Accent;
  /** A number set before it, such as `4.2`. */
  readonly number?: string;
  /** Starts a new page. */
  readonly newPage?: boolean;
}

export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly texts: Texts;
  /** Default: `columns`. */
  readonly arrangement?: Arrangement;
  readonly style?: TextStyle;
  readonly align?: Align;
  readonly colour?: ColourName;
  /** Set at the foot of the page on which the paragraph ends. */
  readonly footnotes?: readonly Footnote[];
  /** Stays on the page of the block that it introduces. */
  readonly keepWithNext?: boolean;
}

/** `mark` is what the text shows, such as `*` or `1`; the caller writes it into the text. */
export interface Footnote {
  readonly mark: string;
  readonly texts: Texts;
}

/** A box with a coloured edge; breaks over pages only when it is taller than one. */
export interface CalloutBlock {
  readonly kind: 'callout';
  readonly tone?: 'plain' | 'note' | 'good' | 'caution';
  readonly accent?: Accent;
  readonly title?: Texts;
  readonly children: readonly Block[];
}

export interface ListBlock {
  readonly kind: 'list';
  readonly ordered?: boolean;
  /** Number of the first item of an ordered list; default 1. */
  readonly start?: number;
  readonly items: readonly ListItem[];
  /** Default: `columns`. */
  readonly arrangement?: Arrangement;
  readonly style?: TextStyle;
}

export interface ListItem {
  readonly texts: Texts;
  readonly children?: readonly Block[];
}

/** Term and value in two columns without lines between columns. */
export interface KeyValuesBlock {
  readonly kind: 'keyValues';
  readonly rows: readonly { readonly key: Texts; readonly value: Texts }[];
  /** Share of the width for the keys; default 0.34. */
  readonly keyShare?: number;
  readonly style?: TextStyle;
}

/** A table whose header is repeated on each page; a row moves whole unless taller than a page. */
export interface TableBlock {
  readonly kind: 'table';
  readonly columns: readonly TableColumn[];
  /** One cell per column. */
  readonly header: readonly Cell[];
  readonly rows: readonly TableRow[];
  readonly caption?: Texts;
  /** Said by screen readers before the table. */
  readonly summary?: Texts;
  readonly zebra?: boolean;
  readonly accent?: Accent;
  /** Default: `small`. */
  readonly style?: TextStyle;
}

/** `share`: part of the width left by the columns with `width` in points. */
export type TableColumn = { readonly align?: Align } & (
  { readonly width: number } | { readonly share: number }
);

/** Cells that span columns count for as many: their spans must sum to the number of columns. */
export interface TableRow {
  readonly cells: readonly Cell[];
  /** A row that names a group of rows. */
  readonly section?: boolean;
  readonly accent?: Accent;
}

/** Text, a status mark, a bar or a badge; several parts stand one under the other. */
export interface Cell {
  readonly texts?: Texts;
  /** Default: `stacked`. */
  readonly arrangement?: Arrangement;
  readonly status?: StatusMark;
  readonly bar?: BarValue;
  readonly badge?: Badge;
  readonly align?: Align;
  readonly weight?: 'regular' | 'bold';
  readonly colour?: ColourName;
  readonly span?: number;
  /** A cell that names its row (TH in the structure). */
  readonly rowHeader?: boolean;
}

/** Shape and word together, never colour alone. */
export interface StatusMark {
  readonly status: Status;
  readonly texts: Texts;
}

/** Drawn as filled circle with tick, open square with cross, dashed circle with ?, and a dash. */
export type Status = 'met' | 'not-met' | 'unknown' | 'not-applicable';

export interface Badge {
  readonly texts: Texts;
  readonly accent?: Accent;
}

/** A status mark or a badge on a line of its own. */
export interface MarkBlock {
  readonly kind: 'mark';
  readonly status?: StatusMark;
  readonly badge?: Badge;
  readonly align?: Align;
}

/** `value` null draws an empty, hatched track: not known, which is not zero. */
export interface BarValue {
  readonly value: number | null;
  /** How far it may still reach: drawn as a thinner bar that goes on from `value`. */
  readonly upTo?: number;
  /** What is printed beside the bar, already formatted, such as `62.4`. */
  readonly text: string;
  readonly accent?: Accent;
  /** Reference values, drawn as ticks on the track (see `BarsBlock.references` for the legend). */
  readonly references?: readonly (number | null)[];
  /** Default 0 and 100. */
  readonly min?: number;
  readonly max?: number;
}

/** Horizontal bars with labels; a figure with alternative text. */
export interface BarsBlock {
  readonly kind: 'bars';
  readonly items: readonly { readonly label: Texts; readonly bar: BarValue }[];
  /** Names of the reference ticks, in the order of `BarValue.references`. */
  readonly references?: readonly { readonly label: Texts }[];
  readonly min?: number;
  readonly max?: number;
  /** Share of the width for the labels; default 0.42. */
  readonly labelShare?: number;
  readonly alt: Texts;
  readonly caption?: Texts;
}

export interface ChartSeries {
  readonly label: Texts;
  /** One value per axis or point; null leaves a gap. */
  readonly values: readonly (number | null)[];
  readonly accent?: Accent;
  /** The first series is drawn solid and filled, later ones dashed, unless stated here. */
  readonly line?: 'solid' | 'dashed' | 'dotted';
}

/** Three or more axes around a centre; each series a polygon with its own marker shape. */
export interface RadarBlock {
  readonly kind: 'radar';
  readonly axes: readonly { readonly label: Texts; readonly accent?: Accent }[];
  readonly series: readonly ChartSeries[];
  readonly min: number;
  readonly max: number;
  /** Number of rings; default 5. */
  readonly rings?: number;
  /** Default 260. */
  readonly height?: number;
  readonly alt: Texts;
  readonly caption?: Texts;
}

export interface LineChartBlock {
  readonly kind: 'lineChart';
  /** Labels of the horizontal axis, such as years. */
  readonly points: readonly Texts[];
  readonly series: readonly ChartSeries[];
  readonly min: number;
  readonly max: number;
  /** Distance of the horizontal grid lines, in units of the values; default a fifth of the range. */
  readonly step?: number;
  /** Printed at the top of the vertical axis. */
  readonly unit?: Texts;
  /** Printed beside each point of the first series, already formatted. */
  readonly valueTexts?: readonly (string | null)[];
  readonly height?: number;
  readonly alt: Texts;
  readonly caption?: Texts;
}

/** A scale of named bands from low to high, with the reader's place on it. */
export interface BandScaleBlock {
  readonly kind: 'bandScale';
  readonly bands: readonly { readonly label: Texts; readonly from: number; readonly to: number }[];
  /** null: not known, no marker is drawn. */
  readonly value: number | null;
  /** What is printed at the marker, already formatted. */
  readonly valueText?: string;
  readonly accent?: Accent;
  readonly alt: Texts;
  readonly caption?: Texts;
}

/** A QR code with its quiet zone, in vectors. */
export interface QrBlock {
  readonly kind: 'qr';
  /** What it says, such as an address; at most 2,331 bytes of UTF-8. */
  readonly text: string;
  /** Side of the code without its quiet zone, in points; at least (and by default) 20 mm. */
  readonly size?: number;
  readonly align?: Align;
  readonly alt: Texts;
  readonly caption?: Texts;
}

/** Blocks side by side, kept on one page, read column after column. */
export interface ColumnsBlock {
  readonly kind: 'columns';
  readonly columns: readonly { readonly share: number; readonly children: readonly Block[] }[];
  /** Default 18. */
  readonly gap?: number;
}

/** Kept on one page when it fits on one. */
export interface GroupBlock {
  readonly kind: 'group';
  readonly children: readonly Block[];
}

export interface SpacerBlock {
  readonly kind: 'spacer';
  readonly height: number;
}

export interface RuleBlock {
  readonly kind: 'rule';
  readonly accent?: Accent;
}

export interface PageBreakBlock {
  readonly kind: 'pageBreak';
}

export type Block =
  | HeadingBlock
  | ParagraphBlock
  | CalloutBlock
  | ListBlock
  | KeyValuesBlock
  | TableBlock
  | MarkBlock
  | BarsBlock
  | RadarBlock
  | LineChartBlock
  | BandScaleBlock
  | QrBlock
  | ColumnsBlock
  | GroupBlock
  | SpacerBlock
  | RuleBlock
  | PageBreakBlock;

/** What a reader's program and an archive know of the document. */
export interface DocumentMeta {
  readonly title: Texts;
  /** Primary language first; one or two. */
  readonly languages: readonly [Locale] | readonly [Locale, Locale];
  readonly author: string;
  readonly subject: string;
  readonly keywords?: readonly string[];
  /** ISO 8601 instant, given by the caller: the same input gives the same bytes. */
  readonly createdAt: string;
  /** Identifies the document; goes into the PDF's file identifier. */
  readonly id: string;
}

/** Printed on every page but the cover; outside of the reading order. */
export interface RunningHead {
  readonly left?: Texts;
  readonly right?: Texts;
}

export interface RunningFoot {
  /** The short notice, each language on its own line. */
  readonly notice?: Texts;
  readonly reportNumber?: Texts;
  /** `{page}` and `{pages}` are replaced, such as `Page {page} of {pages}`. */
  readonly pageLabel?: Texts;
}

export interface ReportDocument {
  readonly meta: DocumentMeta;
  /** The first page, framed, without running head; its blocks must fit on one page. */
  readonly cover?: readonly Block[];
  readonly head?: RunningHead;
  readonly foot?: RunningFoot;
  readonly body: readonly Block[];
}
