import type { Status } from '../blocks.js';
import { COLOURS } from '../tokens.js';
import type { PdfDocument } from './pdf-objects.js';

/**
 * The shape of a status around (`x`, `y`) with radius `r` in points: told apart without colour.
 */
export function drawStatus(
  document: PdfDocument,
  status: Status,
  x: number,
  y: number,
  r: number,
): void {
  document
    .save()
    .lineWidth(Math.max(0.7, r * 0.24))
    .lineCap('round')
    .lineJoin('round');
  if (status === 'met') drawMet(document, x, y, r);
  else if (status === 'not-met') drawNotMet(document, x, y, r);
  else if (status === 'unknown') drawUnknown(document, x, y, r);
  else
    document
      .moveTo(x - r * 0.7, y)
      .lineTo(x + r * 0.7, y)
      .stroke(COLOURS.muted);
  document.restore();
}

/** A filled circle with a tick. */
function drawMet(document: PdfDocument, x: number, y: number, r: number): void {
  document.circle(x, y, r).fill(COLOURS.good);
  document
    .moveTo(x - r * 0.48, y + r * 0.02)
    .lineTo(x - r * 0.12, y + r * 0.4)
    .lineTo(x + r * 0.5, y - r * 0.36)
    .stroke(COLOURS.paper);
}

/** An open square with a cross. */
function drawNotMet(document: PdfDocument, x: number, y: number, r: number): void {
  const side = r * 0.88;
  document.rect(x - side, y - side, side * 2, side * 2).stroke(COLOURS.caution);
  const arm = r * 0.42;
  document.moveTo(x - arm, y - arm).lineTo(x + arm, y + arm);
  document
    .moveTo(x + arm, y - arm)
    .lineTo(x - arm, y + arm)
    .stroke(COLOURS.caution);
}

/** A dashed circle with a question mark. */
function drawUnknown(document: PdfDocument, x: number, y: number, r: number): void {
  document
    .circle(x, y, r * 0.96)
    .dash(r * 0.5, { space: r * 0.45 })
    .stroke(COLOURS.unknown)
    .undash();
  document
    .moveTo(x - r * 0.28, y - r * 0.22)
    .bezierCurveTo(
      x - r * 0.28,
      y - r * 0.62,
      x + r * 0.34,
      y - r * 0.62,
      x + r * 0.3,
      y - r * 0.16,
    )
    .bezierCurveTo(x + r * 0.26, y + r * 0.06, x, y + r * 0.02, x, y + r * 0.26)
    .stroke(COLOURS.unknown);
  document.circle(x, y + r * 0.58, r * 0.12).fill(COLOURS.unknown);
}
