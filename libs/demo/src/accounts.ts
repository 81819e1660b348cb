import type { OrganisationRole, PlatformRole } from '@sukoyaka/access';
import type { Locale } from '@sukoyaka/kernel';

/** What a sign-in of the demonstration is there to show. */
export type DemoRole = OrganisationRole | PlatformRole | 'group-reader';

/** Somebody of the demonstration: made up, named as such, with an id that never changes. */
export interface DemoAccount {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly language: Locale;
  readonly timeZone: string;
  readonly role: DemoRole;
  /** Roles in the organisations of the demonstration, by the last digit of their ids. */
  readonly organisations: Readonly<Record<string, OrganisationRole>>;
  readonly platformRole?: PlatformRole;
  readonly countries?: readonly string[];
}

export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  account(1, 'owner', 'th', 'ผู้ใช้สาธิต ผู้ดูแลองค์กร (สมมติ)', {
    a: 'owner',
    b: 'owner',
    c: 'owner',
  }),
  account(2, 'editor', 'th', 'ผู้ใช้สาธิต ผู้กรอกแบบประเมิน (สมมติ)', { a: 'editor', b: 'editor' }),
  account(3, 'reviewer', 'en', 'Demo reviewer (synthetic)', { a: 'reviewer' }),
  account(4, 'assessor', 'th', 'ผู้ใช้สาธิต ผู้ตรวจประเมิน (สมมติ)', { a: 'assessor', c: 'assessor' }),
  account(5, 'group-reader', 'ja', 'デモ利用者 親会社担当（架空）', { d: 'owner' }),
  {
    ...account(6, 'ministry-analyst', 'th', 'ผู้ใช้สาธิต นักวิเคราะห์ (สมมติ)', {}),
    platformRole: 'ministry-analyst',
    countries: ['TH'],
  },
  {
    ...account(7, 'operator', 'en', 'Demo operator (synthetic)', {}),
    platformRole: 'operator',
  },
];

function account(
  number: number,
  role: DemoRole,
  language: Locale,
  name: string,
  organisations: DemoAccount['organisations'],
): DemoAccount {
  return {
    id: `00000000-0000-4000-8000-0000000001${String(number).padStart(2, '0')}`,
    email: `${role}@demo.example`,
    name,
    language,
    timeZone: language === 'ja' ? 'Asia/Tokyo' : 'Asia/Bangkok',
    role,
    organisations,
  };
}
