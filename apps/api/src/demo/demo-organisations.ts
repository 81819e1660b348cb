import type { Localised } from '@sukoyaka/kernel';
import type { OrganisationFacts } from '@sukoyaka/persistence';

/** An organisation of the demonstration: made up, named as such, with an id that never changes. */
export interface DemoOrganisation {
  readonly id: string;
  readonly names: Localised;
  readonly ownership: NonNullable<OrganisationFacts['ownership']>;
  readonly edition: string;
  /** Which of the simulated companies gives it its figures and answers, counted from 1. */
  readonly company: number;
  /** A draft has answers to the first half of its sections only. */
  readonly stage: 'draft' | 'submitted';
}

export const DEMO_SEED = 'demo';

export const DEMO_ORGANISATIONS: readonly DemoOrganisation[] = [
  {
    id: '00000000-0000-4000-8000-00000000000a',
    names: {
      th: 'บริษัทสาธิต ก (ข้อมูลสมมติ)',
      ja: 'デモ企業A（架空のデータ）',
      en: 'Demo company A (synthetic data)',
    },
    ownership: 'local',
    edition: 'jp-hpm-large/2026',
    company: 5,
    stage: 'submitted',
  },
  {
    id: '00000000-0000-4000-8000-00000000000b',
    names: {
      th: 'บริษัทสาธิต ข (ข้อมูลสมมติ)',
      ja: 'デモ企業B（架空のデータ）',
      en: 'Demo company B (synthetic data)',
    },
    ownership: 'japanese-affiliate',
    edition: 'jp-hpm-large/2026',
    company: 2,
    stage: 'draft',
  },
  {
    id: '00000000-0000-4000-8000-00000000000c',
    names: {
      th: 'บริษัทสาธิต ค (ข้อมูลสมมติ)',
      ja: 'デモ企業C（架空のデータ）',
      en: 'Demo company C (synthetic data)',
    },
    ownership: 'local',
    edition: 'jp-hpm-sme/2026',
    company: 3,
    stage: 'submitted',
  },
];
