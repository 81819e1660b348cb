import type { Block, Texts } from '@sukoyaka/typesetting';
import { isoDate, periodText } from '../facts/period.js';
import { syntheticParts, type View } from '../view.js';
import { oneLine, shorten, languageOf } from '../words/clean.js';
import { sitesCount } from '../words/sites.js';
import { date, join, localised, number, type Phrase, same, say } from '../words/phrase.js';

/** A name longer than this is cut on the cover; the digest has it in full. */
const LONGEST_NAME = 240;

type Row = { readonly key: Texts; readonly value: Texts };

/** The first page: who, what, when, how far it was checked, and what it is not. */
export function cover(view: View): readonly Block[] {
  const { wording } = view;
  return [
    { kind: 'spacer', height: wording.languages.length === 1 ? 70 : 4 },
    {
      kind: 'paragraph',
      style: 'display',
      arrangement: 'stacked',
      texts: wording.say('document.title'),
    },
    { kind: 'rule', accent: 'neutral' },
    ...synthetic(view),
    { kind: 'spacer', height: 12 },
    { kind: 'paragraph', ...nameOnCover(view) },
    { kind: 'spacer', height: 6 },
    ...facts(view),
    { kind: 'spacer', height: 8 },
    {
      kind: 'callout',
      tone: 'note',
      title: wording.say('notice.title'),
      children: [
        {
          kind: 'paragraph',
          style: 'small',
          arrangement: 'stacked',
          texts: wording.say('notice.full'),
        },
      ],
    },
  ];
}

/** Says so, large, when anything in the report rests on invented companies. */
function synthetic(view: View): readonly Block[] {
  const parts = syntheticParts(view);
  const keys = [
    ...(parts.organisation ? ['synthetic.organisation'] : []),
    ...(parts.cohort ? ['synthetic.cohort'] : []),
  ];
  if (keys.length === 0) return [];
  const texts = view.wording.texts(
    join(
      keys.map((key) => say(key)),
      'sentences',
    ),
  );
  const children: Block[] = [{ kind: 'paragraph', style: 'small', arrangement: 'stacked', texts }];
  const title = view.wording.say('synthetic.title');
  return [
    { kind: 'spacer', height: 6 },
    { kind: 'callout', tone: 'caution', title, children },
  ];
}

/** Who, what and when; beside it, where the report can be checked, as a code for a phone's camera. */
function facts(view: View): readonly Block[] {
  const { wording, context } = view;
  const style = hasLongName(view) && wording.languages.length > 1 ? 'caption' : 'small';
  const table: Block = { kind: 'keyValues', style, rows: rows(view) };
  if (context.verifyAt === undefined) return [table];
  const address = oneLine(context.verifyAt);
  const code: Block = {
    kind: 'qr',
    text: address,
    alt: wording.say('cover.verify-alt', { address }),
  };
  const inWords: Block[] = [wording.say('cover.verify'), wording.own(address)].map((texts) => ({
    kind: 'paragraph',
    style: 'caption',
    arrangement: 'stacked',
    texts,
  }));
  return [
    {
      kind: 'columns',
      columns: [
        { share: 0.72, children: [table] },
        { share: 0.28, children: [code, ...inWords] },
      ],
    },
  ];
}

/** A name of several lines: the cover sets it, and two languages, smaller to stay on its page. */
function hasLongName({ evaluation }: View): boolean {
  return oneLine(evaluation.organisation?.name ?? '').length > 80;
}

function nameOnCover(view: View): {
  texts: Texts;
  style: 'title' | 'lead';
  arrangement: 'stacked';
} {
  const name = oneLine(view.evaluation.organisation?.name ?? '');
  if (name === '') {
    return { texts: view.wording.say('cover.unnamed'), style: 'title', arrangement: 'stacked' };
  }
  const printed = shorten(name, LONGEST_NAME, languageOf(name));
  const style = hasLongName(view) ? 'lead' : 'title';
  return { texts: view.wording.own(printed), style, arrangement: 'stacked' };
}

function rows(view: View): readonly Row[] {
  const { context, evaluation, wording } = view;
  const { edition } = evaluation;
  const row = (key: string, value: Texts): Row => ({ key: wording.say(`cover.${key}`), value });
  return [
    row('edition', wording.texts(localised(edition.title))),
    row('period', wording.texts(periodText(view))),
    row('assurance', wording.texts(say(`assurance.${context.assurance}`))),
    row('report-number', wording.own(context.reportNumber)),
    row('date', wording.texts(date(isoDate(context.createdAt)))),
    ...organisationRows(view, row),
  ];
}

function organisationRows(view: View, row: (key: string, value: Texts) => Row): readonly Row[] {
  const { wording, evaluation } = view;
  const { country, registrationNumber, industry, employees, sites } = evaluation.organisation ?? {};
  const place = [country && countryName(country), industry && industryName(industry)];
  const known = place.filter((part) => typeof part === 'function');
  const size = [
    ...(employees === undefined ? [] : [say('unit.people', { n: number(employees, 0) })]),
    ...(sites?.length ? [sitesCount(sites.length)] : []),
  ];
  return [
    ...(registrationNumber ? [row('registration', wording.own(registrationNumber))] : []),
    ...(known.length > 0 ? [row('country-industry', wording.texts(join(known, 'facts')))] : []),
    ...(size.length > 0 ? [row('size', wording.texts(join(size, 'facts')))] : []),
  ];
}

/** The country's name in each language; the code where it has none. */
export function countryName(code: string): Phrase {
  return (language) => {
    try {
      return new Intl.DisplayNames(language, { type: 'region' }).of(code.toUpperCase()) ?? code;
    } catch {
      return oneLine(code);
    }
  };
}

/** The ISIC Rev. 4 section with its name; the bare letter where it is none. */
function industryName(section: string): Phrase {
  return /^[A-U]$/.test(section)
    ? say('cover.industry', { section, name: say(`industry.${section}`) })
    : same(oneLine(section));
}
