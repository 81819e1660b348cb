import { randomUUID } from 'node:crypto';
import { openCatalogue } from '@sukoyaka/catalogue';
import type { Section } from '@sukoyaka/survey';
import { bodyOf, type RunningApi } from './api.js';

export const EDITION = 'jp-hpm-large/2026';

/** An id of the right form that names nothing. */
export const NOBODY = '7d9a4c1e-52d3-4a0b-9a63-2f1f0e8f3b11';

export const ORGANISATION = {
  names: { th: 'บริษัท ตัวอย่าง จำกัด', ja: '見本株式会社', en: 'Sample Co., Ltd.' },
  country: 'TH',
  registration: { type: 'th-juristic', number: '0-1055-36000-31-3' },
  industry: 'C',
  employees: 480,
  ownership: 'japanese-affiliate',
} as const;

export const SITE = {
  names: { th: 'โรงงานระยอง', en: 'Rayong plant' },
  country: 'TH',
  employees: 320,
} as const;

export async function saveOrganisation(api: RunningApi): Promise<string> {
  const response = await api.http.post('/api/organisations').send(ORGANISATION).expect(201);
  return String(bodyOf(response)['id']);
}

export interface SavedAssessment {
  readonly organisation: string;
  readonly id: string;
  /** Its address. */
  readonly path: string;
}

export async function saveAssessment(
  api: RunningApi,
  organisation?: string,
  period = { periodStart: '2025-04-01', periodEnd: '2026-03-31' },
): Promise<SavedAssessment> {
  const owner = organisation ?? (await saveOrganisation(api));
  const path = `/api/organisations/${owner}/assessments`;
  const begun = { edition: EDITION, ...period };
  const response = await api.http.post(path).send(begun).expect(201);
  const id = String(bodyOf(response)['id']);
  return { organisation: owner, id, path: `${path}/${id}` };
}

/** A section of the edition with a question that "yes" always answers. */
export interface Askable {
  readonly section: string;
  readonly question: string;
}

/** The first such questions of the edition, each of another section. */
export function askables(): readonly Askable[] {
  const found = openCatalogue().edition(EDITION).sections.flatMap(askableOf);
  if (found.length < 2) throw new Error(`${EDITION} has no two sections with a plain question`);
  return found;
}

function askableOf(section: Section): readonly Askable[] {
  const question = section.questions.find(
    ({ type, when, perSite }) => type === 'yes-progress-no' && !when && perSite !== true,
  );
  return question === undefined ? [] : [{ section: section.id, question: question.id }];
}

/** Submits under a key of its own. */
export function submit(api: RunningApi, { path }: SavedAssessment, key: string = randomUUID()) {
  return api.http.post(`${path}/submit`).set('Idempotency-Key', key);
}
