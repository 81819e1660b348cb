import type { Localised } from '@sukoyaka/kernel';
import { GROUP_NAMES } from '../data/names-groups.js';
import { UNIT_NAMES } from '../data/names-units.js';
import type { Unit } from '../reading/types.js';

const SCORE = 'score-of-';

/** Name of a unit in the three languages. */
export function unitName(unit: Unit): Localised {
  if (!unit.startsWith(SCORE)) return UNIT_NAMES[unit as keyof typeof UNIT_NAMES];
  const max = unit.slice(SCORE.length);
  const { ja, th, en } = UNIT_NAMES.score;
  const filled = (name: string) => name.replace('{max}', max);
  return { ja: filled(ja), th: filled(th), en: filled(en) };
}

type AgeRule = readonly [pattern: RegExp, name: (from: string, to: string) => Localised];

const AGE_RULES: readonly AgeRule[] = [
  [
    /^(\d\d)s-(\d\d)s/u,
    (a, b) => ({ ja: `${a}〜${b}代`, th: `อายุ ${a}–${Number(b) + 9} ปี`, en: `${a}s–${b}s` }),
  ],
  [
    /^(\d\d)s-and-under/u,
    (a) => ({ ja: `${a}代以下`, th: `อายุไม่เกิน ${Number(a) + 9} ปี`, en: `up to their ${a}s` }),
  ],
  [/^(\d\d)s/u, (a) => ({ ja: `${a}代`, th: `อายุ ${a}–${Number(a) + 9} ปี`, en: `${a}s` })],
  [/^(\d\d)-plus/u, (a) => ({ ja: `${a}歳以上`, th: `อายุ ${a} ปีขึ้นไป`, en: `aged ${a} and over` })],
  [/^under-(\d\d)/u, (a) => ({ ja: `${a}歳未満`, th: `อายุต่ำกว่า ${a} ปี`, en: `under ${a}` })],
  [/^(\d\d)-and-under/u, (a) => ({ ja: `${a}歳以下`, th: `อายุไม่เกิน ${a} ปี`, en: `up to ${a}` })],
  [
    /^(\d\d)-(\d\d)/u,
    (a, b) => ({ ja: `${a}〜${b}歳`, th: `อายุ ${a}–${b} ปี`, en: `aged ${a}–${b}` }),
  ],
];

interface Part {
  readonly length: number;
  readonly name: Localised;
}

const KNOWN = Object.keys(GROUP_NAMES).sort((a, b) => b.length - a.length);

function partAt(id: string): Part {
  for (const [pattern, name] of AGE_RULES) {
    const match = pattern.exec(id);
    if (match !== null) {
      return { length: match[0].length, name: name(match[1] ?? '', match[2] ?? '') };
    }
  }
  const known = KNOWN.find((key) => id.startsWith(key));
  const name = known === undefined ? undefined : GROUP_NAMES[known];
  if (known === undefined || name === undefined) {
    return { length: id.length, name: { ja: id, th: id, en: id } };
  }
  return { length: known.length, name };
}

const WHOLE: Localised = { ja: '全体', th: 'ทั้งหมด', en: 'all employees' };

/** Name of a part of the workforce, by the id that a reading gives; `null` is all of it. */
export function groupName(id: string | null): Localised {
  if (id === null) return WHOLE;
  const parts: Localised[] = [];
  for (let rest = id; rest !== '';) {
    const { length, name } = partAt(rest);
    parts.push(name);
    rest = rest.slice(length).replace(/^[-+]/u, '');
  }
  const joined = (language: keyof Localised, glue: string) =>
    parts.map((part) => part[language]).join(glue);
  return { ja: joined('ja', '・'), th: joined('th', ' '), en: joined('en', ', ') };
}
