import jsqr from 'jsqr';

const PIXELS = 4;

/** What the QR code says that a path of squares, one wide each, draws in a box of `size`. */
export function readQrPath(path: string, size: number): string | undefined {
  const width = size * PIXELS;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let row = 0; row < PIXELS; row += 1) {
      const start = ((Number(y) * PIXELS + row) * width + Number(x) * PIXELS) * 4;
      for (let pixel = 0; pixel < PIXELS; pixel += 1) {
        pixels.fill(0, start + pixel * 4, start + pixel * 4 + 3);
      }
    }
  }
  return jsqr.default(pixels, width, width)?.data;
}
