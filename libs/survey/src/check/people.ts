import type { Answers } from '../answers.js';
import type { Edition, PercentageItem, PercentageQuestion, Question } from '../definition.js';
import type { Findings, ProblemParams } from '../problem.js';
import { answerOf, isPerSite, isRecord } from '../values.js';

/** Asks about figures of clearly more people than the company employs. */
export type PeopleChecker = (
  answers: Answers,
  /** What the sheet says of the company, where the answers do not say how many it employs. */
  employees: number | undefined,
  out: Findings,
) => void;

/** Outsourced and former employees may be counted: only more than this is asked about. */
const TOLERANCE = 1.25;

/** Is told of a count, or the denominator of a rate, where it stands, and of its year. */
type Visit = (figure: unknown, path: readonly string[], year?: string) => void;

/** Goes through the figures of people in the answer to one question. */
type Search = (answer: unknown, visit: Visit) => void;

export function peopleChecker(edition: Edition, questions: readonly Question[]): PeopleChecker {
  const searches = questions.flatMap((question) => {
    const search = searchOf(question);
    return search ? [[question.id, search] as const] : [];
  });
  const history = historyOf(edition, questions);
  return (answers, otherwise, out) => {
    const now = statedIn(answers, edition) ?? otherwise;
    if (!isHeadcount(now)) return;
    for (const [id, search] of searches) {
      search(answerOf(answers, id), (figure, path, year) => {
        const people = typeof figure === 'number' ? figure : at(figure, 'denominator');
        if (!isHeadcount(people) || people <= TOLERANCE * now) return;
        const employees = Math.max(now, history(answers, year));
        if (people > TOLERANCE * employees) report(id, path, { people, employees }, out);
      });
    }
  };
}

function report(id: string, path: readonly string[], params: ProblemParams, out: Findings): void {
  const warn = path.reduceRight(
    (inner: () => void, key) => () => out.within(key, inner),
    () => out.warn('more-people-than-employed', params),
  );
  out.about(id, id, warn);
}

function statedIn(answers: Answers, { employeesQuestion: id }: Edition): number | undefined {
  const stated: unknown = id === undefined ? undefined : answerOf(answers, id);
  return isHeadcount(stated) ? stated : undefined;
}

function isHeadcount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

/** Employees by year, from the table with an item named as the question that asks for them now. */
function historyOf(
  { employeesQuestion: item }: Edition,
  questions: readonly Question[],
): (answers: Answers, year: string | undefined) => number {
  const table = questions.find(
    (question) => question.type === 'year-table' && question.items.some(({ id }) => id === item),
  );
  return (answers, year) => {
    if (table === undefined || item === undefined || year === undefined) return 0;
    const stated = at(at(answerOf(answers, table.id), year), item);
    return isHeadcount(stated) ? stated : 0;
  };
}

function searchOf(question: Question): Search | null {
  if (question.type === 'percentage') return isPartOfPeople(question) ? searchRate : null;
  if (question.type !== 'year-table') return null;
  const rates = question.items.filter((i) => i.kind === 'percentage' && isPartOfPeople(i));
  // How many people an indicator was measured of; other counts may be of people not employed.
  const counts = question.items.filter(
    (i) => question.tags.measuredBy && i.kind === 'number' && i.unit === 'people',
  );
  const items = [...rates, ...counts].map(({ id }) => id);
  return items.length === 0 ? null : searchTable(items);
}

/** Rates that can exceed 100 % are of days, or of people of another year. */
function isPartOfPeople({ mayExceed100 }: PercentageItem | PercentageQuestion): boolean {
  return mayExceed100 !== true;
}

const searchRate: Search = (answer, visit) => {
  if (!isPerSite(answer)) return visit(answer, []);
  for (const [site, rate] of Object.entries(answer.sites)) visit(rate, ['sites', site]);
};

function searchTable(items: readonly string[]): Search {
  return (table, visit) => {
    if (!isRecord(table)) return;
    for (const year of Object.keys(table)) {
      const row = table[year];
      for (const item of items) visit(at(row, item), [year, item], year);
    }
  };
}

function at(value: unknown, key: string): unknown {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
