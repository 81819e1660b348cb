import type { Database, StoredAnswers, TenantTransaction } from '@sukoyaka/persistence';
import type { Edition } from '@sukoyaka/survey';
import { AssessmentsService } from '../modules/assessments/assessments.service.js';
import { SectionsService } from '../modules/assessments/sections.service.js';
import { SubmissionService } from '../modules/assessments/submission.service.js';
import { Editions } from '../platform/editions/editions.js';
import { DEMO_ORGANISATIONS, type DemoOrganisation } from './demo-organisations.js';
import { demoSheet, type DemoSheet } from './demo-sheet.js';

const EVENT = 'demo-seeded';

/**
 * Puts the demonstration into the database, the first time only: who removes it is rid of it.
 * Where an earlier attempt was interrupted it goes on from there.
 */
export async function seedDemo(database: Database): Promise<void> {
  if (await database.hasHappened(EVENT)) return;
  const editions = new Editions();
  for (const demo of DEMO_ORGANISATIONS) {
    const { edition } = editions.open(demo.edition);
    const sheet = demoSheet(demo, edition);
    await database.inTenant(demo.id, (tx) => insertOrganisation(tx, demo, sheet));
    await seedAssessment(database, editions, demo, sheet);
  }
  await database.noteOnce(EVENT);
}

async function insertOrganisation(
  tx: TenantTransaction,
  { names, ownership }: DemoOrganisation,
  { organisation, sites }: DemoSheet,
): Promise<void> {
  if ((await tx.organisation.find()) !== null) return;
  const country = organisation.country ?? 'TH';
  await tx.organisation.insert(
    {
      nameTh: names.th,
      nameJa: names.ja,
      nameEn: names.en,
      country,
      registrationType: null,
      registrationNumber: null,
      isicSection: organisation.industry ?? null,
      employees: organisation.employees ?? null,
      ownership,
    },
    true,
  );
  for (const [index, { uuid, employees }] of sites.entries()) {
    await tx.sites.insert(uuid, { ...siteNames(index + 1), country, employees });
  }
}

function siteNames(number: number) {
  return {
    nameTh: `สถานประกอบการสมมติ ${number}`,
    nameJa: `架空の事業場${number}`,
    nameEn: `Synthetic site ${number}`,
  };
}

async function seedAssessment(
  database: Database,
  editions: Editions,
  demo: DemoOrganisation,
  { answers, period }: DemoSheet,
): Promise<void> {
  const { id: organisationId, edition: editionId, stage } = demo;
  const assessments = new AssessmentsService(database, editions);
  const [earlier] = await assessments.list(organisationId);
  const begun = { edition: editionId, periodStart: period.start, periodEnd: period.end };
  const assessment = earlier ?? (await assessments.begin(organisationId, begun));
  if (assessment.status !== 'draft') return;
  const assessmentId = assessment.id;
  const sections = new SectionsService(database, editions);
  const { edition } = editions.open(editionId);
  for (const [sectionId, own] of answersBySection(edition, answers, stage)) {
    // A save that an earlier attempt has made already is a repetition, which succeeds.
    await sections.save({ organisationId, assessmentId, sectionId }, own, 0, 'en');
  }
  if (stage === 'draft') return;
  const submission = { organisationId, assessmentId, key: EVENT, body: {}, locale: 'en' } as const;
  await new SubmissionService(database, editions).submit(submission);
}

function answersBySection(
  { sections }: Edition,
  answers: DemoSheet['answers'],
  stage: DemoOrganisation['stage'],
): readonly (readonly [string, StoredAnswers])[] {
  const answered = stage === 'draft' ? sections.slice(0, sections.length / 2) : sections;
  return answered.map(({ id, questions }) => {
    const own = questions.filter((question) => Object.hasOwn(answers, question.id));
    return [id, Object.fromEntries(own.map(({ id: key }) => [key, answers[key]])) as StoredAnswers];
  });
}
