import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
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
} from '@sukoyaka/survey';
import type { Catalogue } from './catalogue.js';
import { checkParentTopics } from './parent-topics-check.js';
import type { Programme } from './programme.js';

const LEAST_QUESTIONS = { large: 110, sme: 60 } as const;
const LEAST_FIGURES = 25;

/** What the check of an edition found. Sound when there is no fault. */
export interface SurveyCheck {
  readonly edition: string;
  readonly faults: readonly DefinitionFault[];
  readonly coverage: Coverage;
}

/**
 * Checks an edition: schema, references, languages, rule sets, coverage, and that a published
 * version has not changed.
 * @throws DomainError EDITION_UNKNOWN
 */
export function checkSurvey(catalogue: Catalogue, id: string): SurveyCheck {
  const edition = catalogue.edition(id);
  const programme = catalogue.programmeOf(edition);
  const coverage = coverageOf(edition, targetsOf(edition, programme));
  const faults = [
    ...checkSchema(edition),
    ...checkEdition(edition),
    ...checkRules(catalogue, edition, programme),
    ...coverage.holes.map((fault) => ({ at: 'coverage', fault })),
    ...checkIndicators(edition),
    ...checkCarryOvers(catalogue, edition),
    ...checkParentTopics(catalogue.parentTopics(edition), edition),
    ...checkPublished(catalogue, edition),
  ];
  return { edition: id, faults, coverage };
}

let schemaCheck: ValidateFunction | undefined;

function checkSchema(edition: Edition): readonly DefinitionFault[] {
  schemaCheck ??= compileSchema();
  if (schemaCheck(edition)) return [];
  return (schemaCheck.errors ?? []).map((error) => ({
    at: `schema${error.instancePath}`,
    fault: `${error.message ?? ''} ${JSON.stringify(error.params)}`,
  }));
}

function compileSchema(): ValidateFunction {
  const path = fileURLToPath(new URL('../../survey/schema/edition.schema.json', import.meta.url));
  const schema = JSON.parse(readFileSync(path, 'utf8')) as object;
  return new Ajv2020({
    allErrors: true,
    strict: true,
    strictRequired: false,
    discriminator: true,
  }).compile(schema);
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
  return edition.sections.flatMap((section) =>
    section.questions.flatMap(({ id, tags }) =>
      Object.values(tags.indicators ?? {})
        .filter((indicator) => !isIndicatorId(indicator))
        .map((indicator) => ({ at: `${section.id}/${id}`, fault: `no indicator "${indicator}"` })),
    ),
  );
}

function checkCarryOvers(catalogue: Catalogue, edition: Edition): readonly DefinitionFault[] {
  return catalogue.carryOvers(edition.id).flatMap((mapping) => {
    const from = compile(catalogue.edition(mapping.from.edition));
    return checkCarryOver(mapping, from, compile(edition));
  });
}

function targetsOf(edition: Edition, programme: Programme): CoverageTargets {
  const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);
  return {
    criteria: ids(programme.criteria.filter((c) => c[edition.division] !== null)),
    gates: programme.formalGates.ids,
    subItems: ids(programme.subItems),
    healthIssues: ids(programme.healthIssues),
    valuePropositions: ids(programme.valuePropositions),
    mainPractices: ids(programme.mainPractices),
    leastQuestions: LEAST_QUESTIONS[edition.division],
    leastFigures: LEAST_FIGURES,
  };
}

/** A published version must hash to what was written down when it was published. */
function checkPublished(catalogue: Catalogue, edition: Edition): readonly DefinitionFault[] {
  const { version, status } = edition;
  const expected = publishedHashes(catalogue, edition)[version];
  const fault = (text: string): readonly DefinitionFault[] => [{ at: 'published', fault: text }];
  if (status === 'draft')
    return expected ? fault(`${version} was published and is a draft again`) : [];
  if (!expected) return fault(`${version} is published, but its hash is not in published.json`);
  if (expected === catalogue.hashOf(edition.id)) return [];
  return fault(`the published version ${version} has changed: give it a new version`);
}

function publishedHashes(
  catalogue: Catalogue,
  edition: Edition,
): Readonly<Record<string, string | undefined>> {
  const file = join(catalogue.folder, edition.id, 'published.json');
  if (!existsSync(file)) return {};
  return JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>;
}
