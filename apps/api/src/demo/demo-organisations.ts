import type { Localised } from '@sukoyaka/kernel';
import type { OrganisationFacts } from '@sukoyaka/persistence';

/** An organisation of the demonstration: made up, named as such, with an id that never changes. */
export interface DemoOrganisation {
  readonly id: string;
  readonly names: Localised;
  readonly facts: Pick<OrganisationFacts, 'country' | 'isicSection' | 'employees' | 'ownership'>;
}

export const DEMO_ORGANISATIONS: readonly DemoOrganisation[] = [
  {
    id: '00000000-0000-4000-8000-00000000000a',
    names: {
      th: 'บริษัทสาธิต ก (ข้อมูลสมมติ)',
      ja: 'デモ企業A（架空のデータ）',
      en: 'Demo company A (synthetic data)',
    },
    facts: { country: 'TH', isicSection: 'C', employees: 1_240, ownership: 'local' },
  },
  {
    id: '00000000-0000-4000-8000-00000000000b',
    names: {
      th: 'บริษัทสาธิต ข (ข้อมูลสมมติ)',
      ja: 'デモ企業B（架空のデータ）',
      en: 'Demo company B (synthetic data)',
    },
    facts: { country: 'TH', isicSection: 'C', employees: 460, ownership: 'japanese-affiliate' },
  },
  {
    id: '00000000-0000-4000-8000-00000000000c',
    names: {
      th: 'บริษัทสาธิต ค (ข้อมูลสมมติ)',
      ja: 'デモ企業C（架空のデータ）',
      en: 'Demo company C (synthetic data)',
    },
    facts: { country: 'TH', isicSection: 'G', employees: 38, ownership: 'local' },
  },
];
