import { CONSENT_KINDS, currentConsentText } from '@sukoyaka/consent';
import type { Keyring } from '@sukoyaka/credentials';
import { DEMO_ACCOUNTS } from '@sukoyaka/demo';
import type { Actor, Database, StoredAnswers, TenantTransaction } from '@sukoyaka/persistence';
import type { Edition } from '@sukoyaka/survey';
import { AssessmentsService } from '../modules/assessments/assessments.service.js';
import { SectionsService } from '../modules/assessments/sections.service.js';
import { ConsentsService } from '../modules/consents/consents.service.js';
import { foundOrganisation } from '../modules/organisations/organisations.service.js';
import { SubmissionService } from '../modules/assessments/submission.service.js';
import { Cohorts } from '../platform/editions/cohorts.js';
import { Editions } from '../platform/editions/editions.js';
import { demoCohort } from './demo-cohort.js';
import { DEMO_ORGANISATIONS, type DemoOrganisation } from './demo-organisations.js';
import { demoSheet, type DemoSheet } from './demo-sheet.js';
import { seedParent } from './demo-parent.js';
import { demoPerson, seedAccounts } from './seed-accounts.js';
import { sheetAYearBefore } from './demo-year-before.js';

const EVENT = 'demo-seeded';
/** Of what demonstrations that were made before there were accounts do not have. */
const SHARED_EVENT = 'demo-shared';

/**
 * Puts the demonstration into the database, the first time only: who removes it is rid of it.
 * Where an earlier attempt was interrupted it goes on from there.
 * The connection is the owner's, in maintenance: roles are given that nobody gives oneself.
 */
export async function seedDemo(database: Database, keyring: Keyring): Promise<void> {
  await seedAccounts(database, keyring);
  const owner = demoPerson('owner');
  const actor: Actor = {
    kind: 'person',
    personId: owner,
    sessionHash: null,
    correlationId: null,
  };
  await once(database, EVENT, () => seedCompanies(database, owner, actor));
  await once(database, SHARED_EVENT, async () => {
    for (const { id } of DEMO_ORGANISATIONS) await database.inTenant(actor, id, seedMembers);
    await seedParent(database);
  });
}

async function once(database: Database, event: string, work: () => Promise<void>): Promise<void> {
  if (await database.shared((tx) => tx.hasHappened(event))) return;
  await work();
  await database.shared((tx) => tx.noteOnce(event));
}

async function seedCompanies(database: Database, owner: string, actor: Actor): Promise<void> {
  const desk = deskOf(database, actor);
  for (const edition of desk.editions.all()) await desk.cohorts.keep(demoCohort(edition));
  for (const demo of DEMO_ORGANISATIONS) {
    const { edition } = desk.editions.open(demo.edition);
    const sheet = demoSheet(demo, edition);
    await database.inTenant(actor, demo.id, (tx) => insertOrganisation(tx, owner, demo, sheet));
    await seedConsents(desk, owner, demo);
    if (demo.stage === 'submitted') {
      await seedAssessment(desk, demo, edition, sheetAYearBefore(sheet, edition));
    }
    await seedAssessment(desk, demo, edition, sheet);
  }
}

/** The people of the demonstration who belong to the organisation and are not members yet. */
async function seedMembers(tx: TenantTransaction): Promise<void> {
  if ((await tx.organisation.find()) === null) return;
  const letter = tx.tenantId.slice(-1);
  for (const { id, organisations } of DEMO_ACCOUNTS) {
    const role = organisations[letter];
    if (role === undefined) continue;
    if ((await tx.memberships.find(tx.tenantId, id)) !== null) continue;
    await tx.memberships.insert(tx.tenantId, id, role);
    tx.audit.note({ action: 'member.joined', objectId: id, after: { role } });
  }
}

/** Both consents; one that an earlier attempt has given already stands. */
async function seedConsents(
  { actor, consents }: Desk,
  owner: string,
  { id }: DemoOrganisation,
): Promise<void> {
  for (const kind of CONSENT_KINDS) {
    const textVersion = currentConsentText(kind).version;
    const given = { kind, decision: 'given', textVersion, language: 'th' } as const;
    await consents.decide(actor, owner, id, given);
  }
}

/** What the demonstration is entered with: the same services that companies use. */
interface Desk {
  readonly actor: Actor;
  readonly editions: Editions;
  readonly cohorts: Cohorts;
  readonly assessments: AssessmentsService;
  readonly sections: SectionsService;
  readonly submissions: SubmissionService;
  readonly consents: ConsentsService;
}

function deskOf(database: Database, actor: Actor): Desk {
  const editions = new Editions(database);
  const cohorts = new Cohorts(database);
  return {
    actor,
    editions,
    cohorts,
    assessments: new AssessmentsService(database, editions),
    sections: new SectionsService(database, editions),
    submissions: new SubmissionService(database, editions, cohorts),
    consents: new ConsentsService(database),
  };
}

async function insertOrganisation(
  tx: TenantTransaction,
  owner: string,
  { names, ownership }: DemoOrganisation,
  { organisation, sites }: DemoSheet,
): Promise<void> {
  if ((await tx.organisation.find()) !== null) return;
  const country = organisation.country ?? 'TH';
  await foundOrganisation(
    tx,
    owner,
    {
      nameTh: names.th,
      nameJa: names.ja,
      nameEn: names.en,
      country,
      registrationType: null,
      registrationNumber: null,
      isicSection: organisation.industry ?? null,
      industryScheme: null,
      industryCode: null,
      groupName: null,
      groupRegistrationType: null,
      groupRegistrationNumber: null,
      employees: organisation.employees ?? null,
      ownership,
    },
    true,
  );
  for (const [index, { uuid, employees }] of sites.entries()) {
    await tx.sites.insert(uuid, { ...siteNames(index + 1), country, place: null, employees });
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
  { actor, assessments, sections, submissions }: Desk,
  { id: organisationId, stage }: DemoOrganisation,
  edition: Edition,
  { answers, period }: DemoSheet,
): Promise<void> {
  const begun = { edition: edition.id, periodStart: period.start, periodEnd: period.end };
  const { rows } = await assessments.list(actor, organisationId, { limit: 100, after: null });
  const earlier = rows.find(({ periodEnd }) => periodEnd === period.end);
  const assessment = earlier ?? (await assessments.begin(actor, organisationId, begun));
  if (assessment.status !== 'draft') return;
  const assessmentId = assessment.id;
  for (const [sectionId, own] of answersBySection(edition, answers, stage)) {
    // A save that an earlier attempt has made already is a repetition, which succeeds.
    await sections.save(actor, { organisationId, assessmentId, sectionId }, own, 0, 'en');
  }
  if (stage === 'draft') return;
  const key = `${EVENT}-${period.end}`;
  await submissions.submit(actor, { organisationId, assessmentId, key, body: {}, locale: 'en' });
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
