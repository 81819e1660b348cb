import { describe, expect, it } from '@jest/globals';
import { readOutcome } from '@sukoyaka/outcomes';
import { COMPLEMENT } from './cases/complement.js';
import { ENGLISH } from './cases/english.js';
import { NAMES_ONE } from './cases/names-one.js';
import { NAMES_THREE } from './cases/names-three.js';
import { NAMES_TWO } from './cases/names-two.js';
import { NOTATION } from './cases/notation.js';
import { PRESENTEEISM } from './cases/presenteeism.js';
import { REMARKS } from './cases/remarks.js';
import { TABLES } from './cases/tables.js';
import { THAI } from './cases/thai.js';
import { VALUES } from './cases/values.js';
import { describeReading } from './describe-reading.js';

const THEMES = {
  'ways of stating a figure': VALUES,
  'figures of the opposite': COMPLEMENT,
  presenteeism: PRESENTEEISM,
  'Japanese names, first half': NAMES_ONE,
  'Japanese names, second half': NAMES_TWO,
  'names with units, explanations and parts': NAMES_THREE,
  'remarks and notations': NOTATION,
  'figures beside the row’s own': REMARKS,
  'several figures in one cell': TABLES,
  Thai: THAI,
  English: ENGLISH,
};

describe.each(Object.entries(THEMES))('%s', (_, cases) => {
  it.each(cases)('%s | %s', (kpi, value, expected) => {
    expect(describeReading(readOutcome({ company: '', kpi, value }))).toBe(expected);
  });
});
