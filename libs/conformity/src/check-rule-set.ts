import {
  checkCondition,
  type CompiledSurvey,
  type DefinitionFault,
  questionsOf,
  reportTo,
} from '@sukoyaka/survey';
import { criteriaOf } from './decide.js';
import type { RuleSet } from './rule-set.js';

/** What the programme says of a criterion, to hold the rule set against. */
export interface ProgrammeRole {
  readonly id: string;
  /** `required`, `selectable`, `white500`, `selectable+white500`, a group letter; null: not in this division. */
  readonly role: string | null;
}

/**
 * Checks that a rule set and its programme name the same criteria in the same roles, and that every
 * condition can be read from the survey.
 */
export function checkRuleSet(
  rules: RuleSet,
  survey: CompiledSurvey,
  roles: readonly ProgrammeRole[],
): readonly DefinitionFault[] {
  const faults: DefinitionFault[] = [];
  const report = (at: string) => reportTo(faults, `${rules.id}/${at}`);
  const questions = new Map(survey.questions.map((question) => [question.id, question]));
  for (const { id, metWhen } of rules.criteria) {
    checkCondition(metWhen, questions, report(id));
    const read = questionsOf(metWhen).flatMap((name) => questions.get(name) ?? []);
    if (!read.some(({ tags }) => tags.criteria.includes(id))) report(id)('rule-untagged');
  }
  for (const { id, when } of rules.gates) {
    if (when !== 'mandatory-complete') checkCondition(when, questions, report(id));
  }
  for (const { id, notApplicable } of rules.criteria) {
    for (const question of notApplicable?.questions ?? []) {
      if (!questions.get(question)?.notApplicable) {
        report(id)('no-not-applicable', { op: 'notApplicable', question });
      }
    }
  }
  checkRoles(rules, roles, report('roles'));
  for (const group of rules.groups) {
    if (group.min > group.of.length) report(group.id)('group-too-small');
  }
  return faults;
}

function checkRoles(
  rules: RuleSet,
  roles: readonly ProgrammeRole[],
  report: ReturnType<typeof reportTo>,
): void {
  const stated = roles.filter(({ role }) => role !== null).map(({ id }) => id);
  const used = criteriaOf(rules);
  const ruled = rules.criteria.map(({ id }) => id);
  for (const id of stated) if (!used.includes(id)) report('role-missing', { criterion: id });
  for (const id of used) {
    if (!stated.includes(id)) report('role-foreign', { criterion: id });
    if (!ruled.includes(id)) report('rule-missing', { criterion: id });
  }
  for (const { id, role } of roles) {
    const places = placesOf(id, rules);
    if ((role ?? '') !== places) {
      report('role-differs', { criterion: id, here: places, there: role ?? '' });
    }
  }
}

/** Where the rule set has a criterion, in the programme's words. */
function placesOf(id: string, rules: RuleSet): string {
  const groups = rules.groups.filter((group) => group.of.includes(id)).map((group) => group.id);
  const extra = rules.extras?.criteria.includes(id) ? [rules.extras.id] : [];
  return [...(rules.required.includes(id) ? ['required'] : []), ...groups, ...extra].join('+');
}
