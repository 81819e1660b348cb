import { afterAll, describe, expect, it } from '@jest/globals';
import { LOCALES } from '@sukoyaka/kernel';
import manifest from '../../package.json' with { type: 'json' };
import { Desk, LARGE } from './support.js';

const desk = new Desk();
afterAll(() => desk.clear());

const COMMANDS = [
  'survey',
  'survey list',
  'survey show',
  'survey template',
  'survey check',
  'survey schema',
  'validate',
  'conformity',
  'score',
  'cohort',
  'report',
  'outcomes',
  'check-id',
  'specimen',
  'simulate',
  'backup',
  'backup create',
  'backup restore',
  'backup verify',
  'retention',
  'retention run',
  'user',
  'user create',
  'user invite',
  'user reset',
  'user sign-out',
  'user export',
  'user erase',
  'demo',
  'demo accounts',
];

const SCRIPT = { th: /[\u0e01-\u0e5b]/, ja: /[\u3040-\u30ff\u4e00-\u9fff]/, en: /[a-z]/ };

describe('help', () => {
  it.each(LOCALES)('explains every command in %s, with an example', async (lang) => {
    for (const command of COMMANDS) {
      const { code, out, err } = await desk.run(['--lang', lang, ...command.split(' '), '--help']);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toMatch(SCRIPT[lang]);
      expect(out).toContain(`  sukoyaka ${command}`);
      expect(out).not.toMatch(/\[(th|ja|en)\] |display help|Usage:.*\[options\].*[ก-๛ぁ-ん]/);
    }
  });

  it('lists the commands', async () => {
    const { code, out } = await desk.run(['help']);
    expect(code).toBe(0);
    for (const command of COMMANDS) expect(out).toContain(command.split(' ')[0]);
  });

  it('tells the version', async () => {
    expect(await desk.run(['--version'])).toMatchObject({ code: 0, out: `${manifest.version}\n` });
  });
});

describe('wrong usage', () => {
  const wrong: readonly (readonly [string, string, RegExp])[] = [
    ['no command', '', /survey, validate, conformity/],
    ['an unknown command', 'valdate', /"valdate".*\n.*validate/],
    ['an unknown subcommand', 'survey lst', /"lst".*\n.*list/],
    ['an unknown option', `survey list --all`, /"--all".*\n.*--json/],
    ['a missing option', 'validate --survey x', /--answers/],
    ['an option without value', 'validate --answers', /--answers/],
    ['a missing argument', 'survey show', /edition/],
    ['too many arguments', 'survey list this', /survey list/],
    ['an unknown edition', 'survey show jp-hpm-large/1999', /jp-hpm-large\/2026/],
    ['an unknown rule set', 'conformity --rules x --criteria y', /jp-hpm-2026-large/],
    ['an unknown language', '--lang fr survey list', /th, ja, en/],
    ['an unknown format', `survey template ${LARGE} --format pdf`, /json, xlsx/],
    ['an unknown country', 'check-id us 1', /th, jp/],
    ['an unknown schema', 'survey schema all', /answers, edition, cohort/],
    ['an unknown question', `survey show ${LARGE} no-such`, /no-such/],
    ['no companies', `simulate --survey ${LARGE} --companies 0 --seed 1`, /1 to 1000000/],
    ['half a company', `simulate --survey ${LARGE} --companies 1.5 --seed 1`, /1\.5/],
    ['companies in words', `simulate --survey ${LARGE} --companies ten --seed 1`, /ten/],
    ['a negative width', 'specimen --text t --languages th --width -5 --out s', /20 to 2000/],
    ['a language twice', `report --survey ${LARGE} --answers a --languages ja,ja --out r`, /ja,ja/],
    ['three languages', `report --survey ${LARGE} --answers a --languages ja,th,en --out r`, /2/],
    [
      'a day that is none',
      `report --survey ${LARGE} --answers a --languages ja --out r --date 2026-02-30`,
      /2026-02-30/,
    ],
    [
      'a Buddhist day',
      `report --survey ${LARGE} --answers a --languages ja --out r --date 2569-06-01`,
      /2569-06-01/,
    ],
  ];

  it.each(wrong)('%s is refused with what is possible', async (_, line, said) => {
    const { code, out, err } = await desk.run(line.split(' ').filter((word) => word !== ''));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(said);
    expect(err).not.toContain('    at ');
  });

  it.each(LOCALES)('is told in %s', async (lang) => {
    const { err } = await desk.run(['--lang', lang, 'survey', 'show', 'nowhere/2026']);
    expect(err).toMatch(SCRIPT[lang]);
    expect(err).toContain('nowhere/2026');
  });

  it('keeps control characters away from the terminal', async () => {
    const { err } = await desk.run(['survey', 'show', 'x\u001b[31m']);
    expect(err).not.toContain('\u001b');
  });
});
