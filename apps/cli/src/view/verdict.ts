import { type Obstacle, pathToConformity, type RuleSet, type Verdict } from '@sukoyaka/conformity';
import type { Session } from '../session.js';
import { indent } from './text.js';

/** A decision for people: the rule set, the result, and what stands in the way by name. */
export function verdictText(session: Session, rules: RuleSet, verdict: Verdict): string {
  const { t, locale } = session;
  const head = `${rules.title[locale]} (${rules.id} ${rules.version})`;
  const lines = [resultLine(session, verdict)];
  if (verdict.level === 'white500-extras-met') lines.push(t('verdict.white500'));
  lines.push(
    ...list(session, rules, 'verdict.missing', verdict.missing),
    ...list(session, rules, 'verdict.undecided', verdict.undecided),
  );
  return [head, ...lines.map((line) => indent(line))].join('\n');
}

/** Counts as the report does: every criterion and gate that would have to change, unknown or not. */
function resultLine({ t }: Session, verdict: Verdict): string {
  if (verdict.conforms === true) return t('verdict.met');
  const count = pathToConformity(verdict, []).steps;
  return t(verdict.conforms === false ? 'verdict.open' : 'verdict.unknown', { count });
}

function list(
  session: Session,
  rules: RuleSet,
  heading: string,
  obstacles: readonly Obstacle[],
): readonly string[] {
  if (obstacles.length === 0) return [];
  const lines = obstacles.map((obstacle) => indent(`- ${obstacleText(session, rules, obstacle)}`));
  return [session.t(heading), ...lines];
}

function obstacleText({ t, locale }: Session, rules: RuleSet, obstacle: Obstacle): string {
  if ('criterion' in obstacle) return criterionText(rules, obstacle.criterion, locale);
  if ('gate' in obstacle) {
    return rules.gates.find(({ id }) => id === obstacle.gate)?.name[locale] ?? obstacle.gate;
  }
  const { group, have, need, options } = obstacle;
  const name = rules.groups.find(({ id }) => id === group)?.name[locale] ?? group;
  const names = options.map((id) => `\n  · ${criterionName(rules, id, locale)}`);
  return `${t('verdict.group', { name, have, need, more: need - have })}${names.join('')}`;
}

/** The criterion's published name, and below it what this rule set takes it to mean. */
function criterionText(rules: RuleSet, id: string, locale: Session['locale']): string {
  const reading = rules.criteria.find((criterion) => criterion.id === id)?.reading[locale];
  const name = criterionName(rules, id, locale);
  return reading === undefined ? name : `${name}\n    ${reading}`;
}

function criterionName(rules: RuleSet, id: string, locale: Session['locale']): string {
  return rules.criteria.find((criterion) => criterion.id === id)?.name[locale] ?? id;
}
