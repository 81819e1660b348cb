import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Locale } from '@sukoyaka/kernel';
import {
  type Actor,
  type AssessmentSectionEntity,
  Database,
  type StoredAnswers,
  type TenantTransaction,
} from '@sukoyaka/persistence';
import type { Problem, Section } from '@sukoyaka/survey';
import { Editions, type OpenEdition } from '../../platform/editions/editions.js';
import { conflict } from '../../platform/problems/conflict.js';
import { assertRight } from '../../platform/identity/rights.js';
import { RequestProblem } from '../../platform/problems/request-problem.js';
import { sheetIn } from './answer-sheet.js';
import { shownSection } from './assessments.mapper.js';
import { assessmentIn } from './assessments.service.js';
import { noteReading } from '../results/reading.js';
import type { SavedSectionOutDto, SectionOutDto } from './dto/assessment.out.dto.js';

/** Which section is meant. */
export interface SectionKey {
  readonly organisationId: string;
  readonly assessmentId: string;
  readonly sectionId: string;
}

/**
 * Shows and saves sections. A draft keeps also what is not valid yet, so that nothing that was
 * typed is lost; what is wrong with it is said with each save and refused at submission.
 */
@Injectable()
export class SectionsService {
  constructor(
    private readonly database: Database,
    private readonly editions: Editions,
  ) {}

  show(
    actor: Actor,
    { organisationId, assessmentId, sectionId }: SectionKey,
  ): Promise<SectionOutDto> {
    return this.database.inTenant(actor, organisationId, async (tx) => {
      assertRight(tx, 'answers.read');
      await assessmentIn(tx, assessmentId);
      const section = await sectionIn(tx, assessmentId, sectionId);
      await noteReading(tx, 'answers.read', assessmentId);
      return shownSection(section);
    });
  }

  /**
   * Replaces the answers of a section that still is of `version`. A repetition of the save that
   * made the current version (its answer was lost on the way) succeeds as it did.
   * @throws RequestProblem VERSION_CONFLICT, ASSESSMENT_NOT_DRAFT, QUESTION_UNKNOWN.
   */
  save(
    actor: Actor,
    key: SectionKey,
    answers: StoredAnswers,
    version: number,
    locale: Locale,
  ): Promise<SavedSectionOutDto> {
    const { organisationId, assessmentId, sectionId } = key;
    return this.database.inTenant(actor, organisationId, async (tx) => {
      assertRight(tx, 'answers.write');
      const assessment = await assessmentIn(tx, assessmentId, 'share');
      const edition = await this.editions.openFor(assessment, tx.shared);
      const section = definitionOf(edition, sectionId);
      if (assessment.status !== 'draft') throw new RequestProblem('ASSESSMENT_NOT_DRAFT');
      assertBelong(answers, section);
      const before = await sectionIn(tx, assessmentId, sectionId, true);
      const saved = await tx.sections.save(before, answers, version);
      if (saved === null && !isRepetition(before, answers, version)) {
        throw conflict(version, shownSection(before), { answers });
      }
      if (saved !== null) noteSave(tx, before, saved);
      const current = saved ?? before;
      const { problems } = edition.evaluator.survey.validateSheet(
        await sheetIn(tx, assessment),
        locale,
      );
      return { ...shownSection(current), problems: problemsOf(section, problems) };
    });
  }
}

/** @throws RequestProblem SECTION_NOT_FOUND. */
function definitionOf({ edition }: OpenEdition, sectionId: string): Section {
  const section = edition.sections.find(({ id }) => id === sectionId);
  if (section === undefined) throw noSection(sectionId);
  return section;
}

/** What is to be said of a section's answers, in the light of all others. */
function problemsOf({ questions }: Section, problems: readonly Problem[]): readonly Problem[] {
  const own = new Set(questions.map(({ id }) => id));
  return problems.filter(({ question }) => question !== null && own.has(question));
}

/** @throws RequestProblem SECTION_NOT_FOUND. */
async function sectionIn(
  tx: TenantTransaction,
  assessmentId: string,
  sectionId: string,
  isHeld = false,
): Promise<AssessmentSectionEntity> {
  // A name that no section can have is not looked up: it may hold what the database cannot.
  const isName = /^[a-z0-9-]{1,100}$/.test(sectionId);
  const section = isName ? await tx.sections.find(assessmentId, sectionId, isHeld) : null;
  if (section === null) throw noSection(sectionId);
  return section;
}

function noSection(sectionId: string): RequestProblem {
  const section = sectionId.slice(0, 100).toWellFormed();
  return new RequestProblem('SECTION_NOT_FOUND', { section });
}

function assertBelong(answers: StoredAnswers, section: Section): void {
  const known = new Set(section.questions.map(({ id }) => id));
  const stranger = Object.keys(answers).find((id) => !known.has(id));
  if (stranger === undefined) return;
  const params = { section: section.id, question: stranger.slice(0, 100).toWellFormed() };
  throw new RequestProblem('QUESTION_UNKNOWN', params);
}

/** Says which answers changed: never what they are. */
function noteSave(
  tx: TenantTransaction,
  { answers: before }: AssessmentSectionEntity,
  { assessmentId, sectionId, version, answers }: AssessmentSectionEntity,
): void {
  const ids = new Set([...Object.keys(before), ...Object.keys(answers)]);
  const questions = [...ids].filter((id) => !isDeepStrictEqual(before[id], answers[id])).sort();
  const after = { section: sectionId, version, questions };
  tx.audit.note({ action: 'section.saved', objectId: assessmentId, after });
}

function isRepetition(
  current: AssessmentSectionEntity,
  answers: StoredAnswers,
  version: number,
): boolean {
  return current.version === version + 1 && isDeepStrictEqual(current.answers, answers);
}
