import { type Participation, participationState } from '@sukoyaka/consent';
import type { AssessmentEntity, AssessmentSectionEntity } from '@sukoyaka/persistence';
import type { Edition } from '@sukoyaka/survey';
import type {
  AssessmentDetailOutDto,
  AssessmentOutDto,
  SectionOutDto,
} from './dto/assessment.out.dto.js';

export function shownAssessment(entity: AssessmentEntity): AssessmentOutDto {
  return {
    id: entity.id,
    organisationId: entity.organisationId,
    edition: {
      id: entity.editionId,
      version: entity.editionVersion,
      contentHash: entity.editionHash,
    },
    ruleSets: entity.ruleSetIds,
    periodStart: entity.periodStart,
    periodEnd: entity.periodEnd,
    wave: entity.waveId,
    status: entity.status,
    createdAt: entity.createdAt.toISOString(),
    submittedAt: entity.submittedAt?.toISOString() ?? null,
    scoredAt: entity.scoredAt?.toISOString() ?? null,
  };
}

/** The sections in the order in which the survey asks them. */
export function shownDetail(
  entity: AssessmentEntity,
  sections: readonly AssessmentSectionEntity[],
  edition: Edition,
  latest: Participation['latest'],
): AssessmentDetailOutDto {
  const stored = new Map(sections.map((section) => [section.sectionId, section]));
  const states = edition.sections.flatMap(({ id }) => {
    const section = stored.get(id);
    if (section === undefined) return [];
    const { version, answers, updatedAt } = section;
    const answered = Object.keys(answers).length;
    return [{ id, version, answered, savedAt: updatedAt.toISOString() }];
  });
  const isSubmitted = entity.status !== 'draft';
  const isInWave = entity.waveId !== null;
  const participation = { state: participationState({ latest, isSubmitted, isInWave }) };
  return { ...shownAssessment(entity), participation, sections: states };
}

export function shownSection(entity: AssessmentSectionEntity): SectionOutDto {
  return {
    id: entity.sectionId,
    version: entity.version,
    answers: entity.answers,
    savedAt: entity.updatedAt.toISOString(),
  };
}
