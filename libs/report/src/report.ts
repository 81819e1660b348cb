import type { Block, ReportDocument } from '@sukoyaka/typesetting';
import type { ReportInput } from './input.js';
import { answers } from './sections/answers.js';
import { cover } from './sections/cover.js';
import { criteria } from './sections/criteria.js';
import { healthIssues } from './sections/health-issues.js';
import { howToRead } from './sections/how-to-read.js';
import { improvements } from './sections/improvements.js';
import { management } from './sections/management.js';
import { method } from './sections/method.js';
import { outcomes } from './sections/outcomes.js';
import { parent } from './sections/parent.js';
import { type SectionName, SECTIONS } from './sections/parts.js';
import { sides } from './sections/sides.js';
import { summary } from './sections/summary.js';
import { valuePropositions } from './sections/value-propositions.js';
import { warnings } from './sections/warnings.js';
import { syntheticParts, type View, viewOf } from './view.js';
import { languageOf, oneLine, shorten } from './words/clean.js';
import { join, localised, type Phrase, same, say } from './words/phrase.js';

const BUILDERS: Readonly<Record<SectionName, (view: View) => readonly Block[]>> = {
  summary,
  'how-to-read': howToRead,
  sides,
  'health-issues': healthIssues,
  'value-propositions': valuePropositions,
  management,
  criteria,
  improvements,
  outcomes,
  answers,
  warnings,
  method,
  parent,
};

/** Longest name of a company in a running head, in characters. */
const SHORT_NAME = { th: 44, ja: 30, en: 48 } as const;

/**
 * The report of one evaluation as a block tree, in one language or two side by side. The same
 * input gives the same tree; every section is there, also when
 * there is nothing to show in it; the map for a parent company only where Japanese is spoken.
 * @throws RangeError when a rule set of the evaluation is not among `ruleSets`.
 */
export function buildReport(input: ReportInput): ReportDocument {
  const view = viewOf(input);
  const { wording, context, evaluation } = view;
  const title = say('document.title');
  return {
    meta: {
      title: wording.texts(join([title, organisationName(view)], 'facts')),
      languages: wording.languages,
      author: 'Sukoyaka',
      subject: wording.primary(localised(evaluation.edition.title)),
      keywords: [oneLine(evaluation.edition.id)],
      createdAt: context.createdAt,
      id: oneLine(context.reportNumber),
    },
    cover: cover(view),
    head: {
      left: wording.own(organisationName(view)(wording.languages[0])),
      right: wording.texts(headTitle(view, title)),
    },
    foot: {
      notice: wording.say('notice.short'),
      reportNumber: wording.own(context.reportNumber),
      pageLabel: wording.say('document.page', { page: '{page}', pages: '{pages}' }),
    },
    body: SECTIONS.flatMap((section) => BUILDERS[section](view)),
  };
}

function organisationName({ evaluation }: View): Phrase {
  const name = oneLine(evaluation.organisation?.name ?? '');
  return name === '' ? say('cover.unnamed') : same(shortName(name));
}

function shortName(name: string): string {
  const language = languageOf(name);
  return shorten(name, SHORT_NAME[language], language);
}

/** Every page says so when the company, or the companies that it is compared with, are invented. */
function headTitle(view: View, title: Phrase): Phrase {
  const { organisation, cohort } = syntheticParts(view);
  if (organisation) return join([say('synthetic.title'), title], 'facts');
  return cohort ? join([say('synthetic.cohort-title'), title], 'facts') : title;
}
