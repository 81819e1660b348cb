import { describe, expect, it } from '@jest/globals';
import fastify from 'fastify';
import fc from 'fast-check';
import { Log } from '../src/platform/log/log.js';
import type { LogLevel } from '../src/platform/config/app-config.js';
import { ProblemFilter } from '../src/platform/problems/problem.filter.js';

function logTo(lines: string[], level: LogLevel = 'info'): Log {
  return new Log(level, (line) => lines.push(line));
}

describe('a line of the log', () => {
  it('is one JSON object on one line, whatever it tells', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const lines: string[] = [];
        logTo(lines).write('info', 'event', { value, forged: `x"}\n{"level":"error"` });
        const [line = ''] = lines;
        expect(lines).toHaveLength(1);
        expect(line).not.toMatch(/[\x00-\x1f]/);
        expect(JSON.parse(line)).toMatchObject({ level: 'info', event: 'event', value });
      }),
    );
  });

  it('says in UTC when it was written', () => {
    const lines: string[] = [];
    logTo(lines).write('warn', 'event');
    const { time } = JSON.parse(lines[0] ?? '') as { time: string };
    expect(new Date(time).toISOString()).toBe(time);
  });

  it.each([
    ['silent', []],
    ['error', ['error']],
    ['warn', ['error', 'warn']],
    ['info', ['error', 'warn', 'info']],
  ] as const)('is written at the level %s when it is of that weight', (level, written) => {
    const lines: string[] = [];
    for (const each of ['error', 'warn', 'info'] as const) logTo(lines, level).write(each, each);
    expect(lines.map((line) => (JSON.parse(line) as { level: string }).level)).toEqual(written);
  });
});

describe('a failure that nobody expected', () => {
  it('is logged with kind and place, and answered without either', async () => {
    const lines: string[] = [];
    const filter = new ProblemFilter(logTo(lines));
    const server = fastify({ genReqId: () => 'request-1' });
    server.setErrorHandler((error, request, reply) => filter.answer(error, request, reply));
    server.get('/', () => {
      throw new RangeError('an answer of somebody');
    });
    const answer = await server.inject('/');
    await server.close();
    expect(answer.statusCode).toBe(500);
    expect(answer.json()).toMatchObject({ code: 'INTERNAL', correlationId: 'request-1' });
    expect(answer.body).not.toMatch(/RangeError|log\.spec|an answer of somebody/);
    const [line = ''] = lines;
    expect(JSON.parse(line)).toMatchObject({
      level: 'error',
      event: 'INTERNAL',
      correlationId: 'request-1',
      fault: 'RangeError',
      at: expect.arrayContaining([expect.stringContaining('log.spec')]),
    });
    expect(line).not.toContain('an answer of somebody');
  });
});
