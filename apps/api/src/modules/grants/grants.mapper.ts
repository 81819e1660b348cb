import type { CounterpartRow, GrantedAssessmentRow, GrantRow } from '@sukoyaka/persistence';
import { shownNames } from '../organisations/organisations.mapper.js';
import type {
  CounterpartOutDto,
  GrantedAssessmentOutDto,
  GrantOutDto,
  ReadableAssessmentOutDto,
  ReceivedGrantOutDto,
} from './dto/grant.dto.js';

/** For the organisation that has given it. */
export function shownGrant(row: GrantRow): GrantOutDto {
  return {
    ...shownFacts(row),
    grantee: shownCounterpart(row),
    assessments: row.assessments.map(shownAssessment),
  };
}

/** For the organisation that has received it. */
export function shownReceivedGrant(row: GrantRow): ReceivedGrantOutDto {
  return {
    ...shownFacts(row),
    giver: shownCounterpart(row),
    assessments: row.assessments.map((assessment) => shownReadable(row, assessment)),
  };
}

function shownFacts({ id, level, state, note, beginsAt, endsAt, givenAt, revokedAt }: GrantRow) {
  return {
    id,
    level,
    state,
    note,
    beginsAt: beginsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    givenAt: givenAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
  };
}

/** Its names and nothing else of it. */
function shownCounterpart(row: CounterpartRow): CounterpartOutDto {
  return { id: row.counterpartId, names: shownNames(row) };
}

function shownAssessment(row: GrantedAssessmentRow): GrantedAssessmentOutDto {
  const { id, editionId, periodStart, periodEnd } = row;
  return { id, edition: editionId, periodStart, periodEnd };
}

function shownReadable(
  { counterpartId, level }: GrantRow,
  row: GrantedAssessmentRow,
): ReadableAssessmentOutDto {
  const address = `/api/organisations/${counterpartId}/assessments/${row.id}`;
  return {
    ...shownAssessment(row),
    result: `${address}/result`,
    report: level === 'report' ? `${address}/report` : null,
  };
}
