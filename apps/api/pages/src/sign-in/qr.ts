import { setAttributes } from '../base/dom.js';
import { encode } from '../qr-encoder.js';

const SVG = 'http://www.w3.org/2000/svg';
/** Light modules around the code, without which readers do not find it (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/** Draws a QR code on this device: what it says leaves the page for nowhere. */
export function qrCode(text: string, label: string): SVGSVGElement {
  const { size, data } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [[x, y]] : [])));
  const path = document.createElementNS(SVG, 'path');
  const d = dark.map(([x = 0, y = 0]) => `M${x} ${y}h1v1h-1z`).join('');
  setAttributes(path, { d, fill: '#000000' });
  const svg = document.createElementNS(SVG, 'svg');
  setAttributes(svg, {
    viewBox: `0 0 ${size} ${size}`,
    role: 'img',
    'aria-label': label,
    class: 'qr',
    'shape-rendering': 'crispEdges',
  });
  svg.append(path);
  return svg;
}
