import { checkRuleSet } from '@sukoyaka/conformity';
import { isIndicatorId } from '@sukoyaka/outcomes';
import {
  checkCarryOver,
  checkEdition,
  checkLocalised,
  compile,
  type Coverage,
  coverageOf,
  type CoverageTargets,
  type DefinitionFault,
  type Edition,
  reportTo,
} from '@sukoyaka/survey';
import type { Catalogue } from './catalogue.js';
import { checkIdentity } from './identity-check.js';
import { checkParentTopics } from './parent-topics-check.js';
import type { Programme } from './programme.js';
import { checkPublished } from './published-check.js';
import { checkShape } from './shape-check.js';

const LEAST_QUESTIONS = { large: 110, sme: 60 } as const;
const LEAST_FIGURES = 25;

/** What the check of an edition found. Sound when there is no fault. */
export interface SurveyCheck {
  readonly edition: string;
  readonly faults: readonly DefinitionFault[];
  readonly coverage: Coverage;
}

/**
 * Checks an edition: shape, references, languages, rule sets, coverage, and that a published version
 * has not changed. Where a shape is broken the rest is still checked as far as it can be read.
 * @throws DomainError EDITION_UNKNOWN, DEFINITION_UNREADABLE
 */
export function checkSurvey(catalogue: Catalogue, id: string): SurveyCheck {
  const edition = catalogue.edition(id);
  const programme = catalogue.programmeOf(edition);
  const shape = checkShapes(catalogue, edition, programme, id);
  const attempt = shape.length === 0 ? plainly : asFarAsReadable;
  const coverage = attempt(() => coverageOf(edition, targetsOf(edition, programme)), NOTHING);
  const checks = [
    () => checkIdentity(catalogue, edition, programme, id),
    () => checkEdition(edition),
    () => checkRules(catalogue, edition, programme),
    () => coverage.holes,
    () => checkIndicators(edition),
    () => checkCarryOvers(catalogue, edition, id),
    () => checkParentTopics(catalogue.parentTopics(edition), edition),
    () => checkPublished(catalogue, edition, id),
  ];
  const faults = [...shape, ...checks.flatMap((check) => attempt(check, []))];
  return { edition: id, faults, coverage };
}

const NOTHING: Coverage = { rows: [], holes: [], questions: 0, figures: 0 };

function plainly<T>(check: () => T): T {
  return check();
}

/** What stops a check here is a broken shape, and that has been named already. */
function asFarAsReadable<T>(check: () => T, otherwise: T): T {
  try {
    return check();
  } catch {
    return otherwise;
  }
}

function checkShapes(
  catalogue: Catalogue,
  edition: Edition,
  programme: Programme,
  id: string,
): readonly DefinitionFault[] {
  const { ruleSets, programme: name, year } = edition;
  return [
    ...checkShape('edition', edition, 'schema'),
    ...checkShape('programme', programme, `${name}-${year}`),
    ...ids(ruleSets).flatMap((set) => checkShape('rule-set', catalogue.ruleSet(set), set)),
    ...catalogue.carryOvers(id).flatMap((map) => checkShape('carry-over', map, 'carry-over')),
  ];
}

/** A list that may be none: its shape is what is being checked. */
function ids(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.map(String) : [];
}

function checkRules(
  catalogue: Catalogue,
  edition: Edition,
  programme: Programme,
): readonly DefinitionFault[] {
  const survey = compile(edition);
  const roles = programme.criteria.map((c) => ({ id: c.id, role: c[edition.division] }));
  return edition.ruleSets.flatMap((id) => {
    const rules = catalogue.ruleSet(id);
    return [...checkRuleSet(rules, survey, roles), ...checkLocalised(rules, id)];
  });
}

function checkIndicators(edition: Edition): readonly DefinitionFault[] {
  const faults: DefinitionFault[] = [];
  for (const section of edition.sections) {
    for (const { id, tags } of section.questions) {
      const report = reportTo(faults, `${section.id}/${id}`);
      for (const indicator of Object.values(tags.indicators ?? {})) {
        if (!isIndicatorId(indicator)) report('indicator-unknown', { indicator });
      }
    }
  }
  return faults;
}

function checkCarryOvers(
  catalogue: Catalogue,
  edition: Edition,
  id: string,
): readonly DefinitionFault[] {
  return catalogue.carryOvers(id).flatMap((mapping) => {
    const { from, to } = mapping;
    const stray = [from, to].find((end) => !catalogue.editionIds().includes(end.edition));
    const elsewhere = to.edition === id ? stray : to;
    if (elsewhere === undefined) {
      return checkCarryOver(mapping, compile(catalogue.edition(from.edition)), compile(edition));
    }
    const params = { edition: elsewhere.edition };
    return [{ at: 'carry-over', code: 'carry-over-edition' as const, params }];
  });
}

function targetsOf(edition: Edition, programme: Programme): CoverageTargets {
  const idsOf = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);
  return {
    criteria: idsOf(programme.criteria.filter((c) => c[edition.division] !== null)),
    gates: programme.formalGates.ids,
    subItems: idsOf(programme.subItems),
    healthIssues: idsOf(programme.healthIssues),
    valuePropositions: idsOf(programme.valuePropositions),
    mainPractices: idsOf(programme.mainPractices),
    leastQuestions: LEAST_QUESTIONS[edition.division],
    leastFigures: LEAST_FIGURES,
  };
}
