import type { Evaluation } from '@sukoyaka/evaluation';
import { round } from '@sukoyaka/kernel';
import type { Improvement, Score, Scores, Standing } from '@sukoyaka/scoring';
import type { Question } from '@sukoyaka/survey';
import type { Session } from '../session.js';
import type { Workbench } from '../sheets.js';
import { bestStage } from './best-stage.js';
import { indent, printable } from './text.js';
import { verdictText } from './verdict.js';

/** A company's result for people: what is unknown is shown as a range, never as a number. */
export function evaluationText(session: Session, bench: Workbench, result: Evaluation): string {
  const { programme } = bench;
  const { scores, standing } = result;
  const parts: readonly (readonly [string, readonly Named[], Scored, Values])[] = [
    ['sides', programme.pillars, scores.sides, standing?.sides],
    ['sub-items', programme.subItems, scores.subItems, standing?.subItems],
    ['health-issues', programme.healthIssues, scores.healthIssues, standing?.healthIssues],
    ['value-propositions', programme.valuePropositions, scores.valuePropositions, null],
  ];
  return [
    heading(session, result),
    overall(session, bench, result),
    ...parts.map(([key, names, scored, values]) =>
      [session.t(`score.${key}`), ...rows(session, names, scored, values)].join('\n'),
    ),
    conformity(session, result),
    improvements(session, bench, result.improvements),
  ]
    .filter((block) => block !== '')
    .join('\n\n')
    .concat('\n');
}

type Named = Workbench['programme']['pillars'][number];
type Scored = Readonly<Record<string, Score>>;
type Values = Readonly<Record<string, number | null>> | null | undefined;

function heading(
  { t, locale }: Session,
  { edition, organisation, completeness }: Evaluation,
): string {
  const name = organisation?.name === undefined ? t('score.unnamed') : printable(organisation.name);
  const lines = [
    name,
    `${edition.title[locale]} (${edition.id}, ${edition.version})`,
    t('score.assurance'),
    t('score.answered', { answered: completeness.answered, asked: completeness.asked }),
  ];
  if (organisation?.synthetic) lines.push(t('score.synthetic'));
  return lines.join('\n');
}

function overall({ t }: Session, bench: Workbench, { scores, standing }: Evaluation): string {
  const { openShare } = scores.overall;
  const lines = [`${t('score.overall')}: ${range(scores.overall)} / 100`];
  lines.push(...stageLine(t, bench, scores));
  if (openShare > 0) lines.push(t('score.open', { share: fixed(100 * openShare) }));
  if (standing) {
    const { label, n, synthetic } = standing.cohort;
    lines.push(t('score.cohort', { label: printable(label), count: n }));
    if (synthetic) lines.push(t('score.cohort-synthetic'));
    if (standing.overall !== null) {
      const key = openShare > 0 ? 'score.deviation-at-least' : 'score.deviation';
      lines.push(t(key, { value: round(standing.overall, 2).toFixed(2) }));
    }
    if (standing.rankBand) lines.push(t('score.rank-band', { ...standing.rankBand, count: n }));
    if (standing.quarter) lines.push(t('score.quarter', { quarter: standing.quarter }));
    if (openShare > 0 && isRanked(standing)) lines.push(t('score.may-rise'));
    if (standing.overall === null && standing.quarter === null) lines.push(t('score.no-standing'));
  }
  return lines.join('\n');
}

function isRanked({ rankBand, quarter }: Standing): boolean {
  return (rankBand !== null && rankBand.from > 1) || (quarter !== null && quarter > 1);
}

/** The stage that is certain, and the one still possible. */
function stageLine(t: Session['t'], { evaluator }: Workbench, { overall }: Scores): string[] {
  const { stage } = overall;
  const best = bestStage(overall, evaluator.scoring.plan);
  if (stage === null || best === null) return [];
  const words = { stage: t(`stage.${stage}`), best: t(`stage.${best}`) };
  return [t(stage === best ? 'score.stage' : 'score.stage-range', words)];
}

/** The score, or the range in which it lies while answers are unknown. */
function range({ score, best }: Pick<Score, 'score' | 'best'>): string {
  if (score === null || best === null) return '–';
  return fixed(score) === fixed(best) ? fixed(score) : `${fixed(score)}–${fixed(best)}`;
}

function fixed(value: number): string {
  return round(value, 1).toFixed(1);
}

const RANGE_WIDTH = '100.0–100.0'.length;

function rows(
  { t, locale }: Session,
  names: readonly Named[],
  scored: Scored,
  values: Values,
): readonly string[] {
  return names.flatMap(({ id, name }) => {
    const score = scored[id];
    if (!score) return [];
    const value = values?.[id];
    const deviation = values
      ? `  ${t('score.t-value', { value: typeof value === 'number' ? round(value, 2).toFixed(2) : '–' }).padEnd(8)}`
      : '';
    return indent(`${range(score).padStart(RANGE_WIDTH)}${deviation}  ${name[locale]}`);
  });
}

function conformity(session: Session, { readings }: Evaluation): string {
  const { t, catalogue } = session;
  const texts = readings.map(({ ruleSet, verdict }) =>
    indent(verdictText(session, catalogue.ruleSet(ruleSet.id), verdict)),
  );
  return [t('score.conformity'), ...texts].join('\n');
}

function improvements(
  session: Session,
  { evaluator }: Workbench,
  steps: readonly Improvement[],
): string {
  const { t, locale } = session;
  if (steps.length === 0) return '';
  const lines = steps.flatMap((step, index) => {
    const question = evaluator.survey.question(step.question);
    const params = { gain: fixed(step.overallGain), weight: step.evidenceWeight };
    const text = `${index + 1}. ${question?.label[locale] ?? step.question}`;
    const details = [t(step.known ? 'score.gain' : 'score.gain-unknown', params)];
    const next = nextOption(question, step, session);
    if (next !== undefined) details.push(t('score.next', { option: next }));
    return [indent(text), ...details.map((line) => indent(line, 3))];
  });
  return [t('score.improvements'), ...lines].join('\n');
}

function nextOption(
  question: Question | undefined,
  { nextOptions }: Improvement,
  { locale }: Session,
): string | undefined {
  if (question?.type !== 'single' && question?.type !== 'multiple') return undefined;
  return question.options.find(({ id }) => id === nextOptions[0])?.text[locale];
}
