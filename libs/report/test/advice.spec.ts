import { describe, expect, it } from '@jest/globals';
import { reportTwin } from '@sukoyaka/report';
import { rangeText } from '../src/facts/score-range.js';
import { companies, emptySheet, inputFor, LARGE } from './support/reports.js';

describe('A score in words', () => {
  const text = (low: number, high: number): string =>
    rangeText({ low, high, openShare: 0.1, mostlyUnknown: false })('en');

  it('is rounded down where it is a range, so that it never reads as a stage not reached', () => {
    expect(text(49.88, 49.99)).toBe('49.8–49.9');
    expect(text(62.1, 74.96)).toBe('62.1–74.9');
    expect(text(58.3, 100)).toBe('58.3–100.0');
    expect(text(0, 100)).toBe('0–100');
    expect(text(57.6999999999999, 80)).toBe('57.7–80.0');
  });

  it('is one number where unknown answers do not move it', () => {
    expect(text(45.26, 45.28)).toBe('45.2');
  });
});

describe('The next step', () => {
  it('of a question that is not answered is to answer it, and names no option', () => {
    const { improvements } = reportTwin(
      inputFor(LARGE, emptySheet(LARGE), { languages: ['en', 'ja'] }),
    );
    const words = new Set(improvements.map((step) => step.words.en));
    expect(words).toEqual(
      new Set(['Not answered yet: if the practice exists, answering is enough.']),
    );
  });

  it('is never put as “Yes”', () => {
    for (const sheet of companies(LARGE, 12)) {
      const { improvements } = reportTwin(inputFor(LARGE, sheet, { languages: ['en'] }));
      for (const { words } of improvements) expect(words.en).not.toMatch(/“(Yes|In progress)”/);
    }
  });
});
