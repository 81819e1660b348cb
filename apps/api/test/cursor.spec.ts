import { describe, expect, it } from '@jest/globals';
import { nextLink, pageRequest } from '../src/platform/http/cursor.js';

const POSITION = ['2026-05-20T03:04:05.678901Z', '3f0c2a4e-6b1d-4f7a-9c58-1e2d3c4b5a69'];
const LIST = '/api/organisations/x/sites?limit=2&from=2026-01-01';

const cursorIn = (link: string | null) =>
  new URL(link ?? '', 'http://localhost').searchParams.get('cursor') ?? '';
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a page', () => {
  it('begins at the beginning with fifty rows unless more is said', () => {
    expect(pageRequest({}, 'time', 'id')).toEqual({ limit: 50, after: null });
    expect(pageRequest({ limit: '7' }, 'time', 'id')).toEqual({ limit: 7, after: null });
  });

  it('goes on where the link of the one before leads', () => {
    const link = nextLink(LIST, POSITION);
    expect(link).toMatch(/^\/api\/organisations\/x\/sites\?limit=2&from=2026-01-01&cursor=[\w-]+$/);
    const query = { limit: '2', cursor: cursorIn(link) };
    expect(pageRequest(query, 'time', 'id')).toEqual({ limit: 2, after: POSITION });
    expect(nextLink(LIST, null)).toBeNull();
  });

  it('names its own place once, however often it is gone on from', () => {
    const second = nextLink(nextLink(LIST, POSITION) ?? '', POSITION);
    expect(second).toBe(nextLink(LIST, POSITION));
  });

  it('takes numbers and texts of any script', () => {
    const cursor = encoded([7, 'โรงงาน']);
    expect(pageRequest({ cursor }, 'number', 'text').after).toEqual([7, 'โรงงาน']);
  });
});

describe('a cursor that no list gave', () => {
  const [time, id] = POSITION;
  it.each([
    ['nothing', ''],
    ['no base64url', 'a+b/c='],
    ['no JSON', Buffer.from('{').toString('base64url')],
    ['an object', encoded({ time, id })],
    ['too few values', encoded([time])],
    ['too many values', encoded([time, id, id])],
    ['no moment', encoded(['2026-02-30T00:00:00.000000Z', id])],
    ['an hour that no day has', encoded(['2026-02-03T24:00:00.000000Z', id])],
    ['a moment of another form', encoded(['2026-02-03', id])],
    ['no id', encoded([time, "' OR true"])],
    ['values of other types', encoded([1, null])],
    ['too much', 'A'.repeat(1001)],
  ])('is refused: %s', (_, cursor) => {
    const ask = () => pageRequest({ cursor }, 'time', 'id');
    expect(ask).toThrow(expect.objectContaining({ code: 'CURSOR_INVALID' }));
  });

  it.each([
    ['a fraction', [1.5, 'x']],
    ['a null character', [1, 'a\0']],
    ['half a character', [1, '\ud800']],
  ])('is refused: %s', (_, position) => {
    const ask = () => pageRequest({ cursor: encoded(position) }, 'number', 'text');
    expect(ask).toThrow(expect.objectContaining({ code: 'CURSOR_INVALID' }));
  });
});
