import type { Locale } from '@sukoyaka/kernel';
import type { Translate } from '@sukoyaka/localisation';
import type { Edition, Question, Section, TableItem } from '@sukoyaka/survey';

/** What a cell of the workbook accepts. */
export type Accepts =
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly whole: boolean }
  | { readonly kind: 'rate'; readonly most: number }
  | { readonly kind: 'date' | 'text' };

/** One row to fill in: a question, or one option, cell or site of it. */
export interface TemplateRow {
  /** Where the answer belongs: question, then option or year and item, then site. */
  readonly key: string;
  readonly question: Question;
  readonly section: Section;
  /** Which part of the question; empty where the row is all of it. */
  readonly part: string;
  readonly accepts: Accepts;
  /** The first row of its question carries its texts. */
  readonly first: boolean;
}

type Part = Pick<TemplateRow, 'key' | 'part' | 'accepts'>;

/** Sites for which a per-site question has rows. */
const SITES = ['site-1', 'site-2', 'site-3', 'site-4', 'site-5'];
/** A rate above 100 % can be right where people of other periods are counted. */
const MOST_PERCENT = 1000;

/** Every row of an edition, in the order of the survey. */
export function templateRows(
  edition: Edition,
  locale: Locale,
  t: Translate,
): readonly TemplateRow[] {
  return edition.sections.flatMap((section) =>
    section.questions.flatMap((question) =>
      partsOf(question, edition, locale, t)
        .flatMap((part) => (question.perSite ? overSites(part) : part))
        .map((part, index) => ({ ...part, question, section, first: index === 0 })),
    ),
  );
}

function overSites(part: Part): readonly Part[] {
  return SITES.map((site) => ({
    ...part,
    key: `${part.key}@${site}`,
    part: part.part === '' ? site : `${part.part} · ${site}`,
  }));
}

function partsOf(
  question: Question,
  edition: Edition,
  locale: Locale,
  t: Translate,
): readonly Part[] {
  const whole = (accepts: Accepts): readonly Part[] => [{ key: question.id, part: '', accepts }];
  const choice = (choices: readonly string[]): Accepts => ({ kind: 'choice', choices });
  switch (question.type) {
    case 'single':
      return whole(choice(question.options.map(({ text }) => text[locale])));
    case 'multiple':
      return question.options.map(({ id, text }) => ({
        key: `${question.id}/${id}`,
        part: text[locale],
        accepts: choice([t('answer.yes')]),
      }));
    case 'yes-progress-no':
      return whole(choice(['yes', 'in-progress', 'no'].map((word) => t(`answer.${word}`))));
    case 'number':
      return whole(numberCell(question));
    case 'percentage':
      return whole(rateCell(question.mayExceed100));
    case 'year-table':
      return tableParts(question.id, question.items, question.years, edition, locale);
    case 'consent':
      return whole(choice([t('answer.given'), t('answer.withheld')]));
    case 'date':
      return whole({ kind: 'date' });
    case 'evidence':
    case 'text':
      return whole({ kind: 'text' });
  }
}

function tableParts(
  question: string,
  items: readonly TableItem[],
  count: number,
  { years }: Edition,
  locale: Locale,
): readonly Part[] {
  const columns = Array.from({ length: count }, (_, k) => years.to - count + 1 + k);
  return items.flatMap((item) =>
    columns.map((year) => ({
      key: `${question}/${year}/${item.id}`,
      part: `${year} · ${item.label[locale]}`,
      accepts: item.kind === 'number' ? numberCell(item) : rateCell(item.mayExceed100),
    })),
  );
}

interface Limits {
  readonly min: number;
  readonly max: number;
  readonly integer?: boolean;
}

function numberCell({ min, max, integer }: Limits): Accepts {
  return { kind: 'number', min, max, whole: integer ?? false };
}

function rateCell(mayExceed100: boolean | undefined): Accepts {
  return { kind: 'rate', most: mayExceed100 ? MOST_PERCENT : 100 };
}
