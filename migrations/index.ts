import { Organisations1764000000000 } from './1764000000000-organisations.js';
import { Assessments1764000100000 } from './1764000100000-assessments.js';
import { InstallationEvents1764000200000 } from './1764000200000-installation-events.js';
import { KeptEditionsAndCohorts1764000300000 } from './1764000300000-kept-editions-and-cohorts.js';
import { People1764000400000 } from './1764000400000-people.js';
import { Memberships1764000500000 } from './1764000500000-memberships.js';
import { CompanyDataByRight1764000600000 } from './1764000600000-company-data-by-right.js';
import { ProfilesAndConsent1764000700000 } from './1764000700000-profiles-and-consent.js';
import { Audit1764000800000 } from './1764000800000-audit.js';
import { SessionsMailRetention1764000900000 } from './1764000900000-sessions-mail-retention.js';
import { ErasureAndRetention1764001000000 } from './1764001000000-erasure-and-retention.js';
import { NamesAlone1764001100000 } from './1764001100000-names-alone.js';
import { MembersForATime1764001110000 } from './1764001110000-members-for-a-time.js';
import { SubmittedStays1764001120000 } from './1764001120000-submitted-stays.js';
import { DemonstrationOff1764001400000 } from './1764001400000-demonstration-off.js';
import { RetentionInPortions1764001500000 } from './1764001500000-retention-in-portions.js';

/** All migrations, oldest first. A released one is never edited; a change is a new one. */
export const migrations = [
  Organisations1764000000000,
  Assessments1764000100000,
  InstallationEvents1764000200000,
  KeptEditionsAndCohorts1764000300000,
  People1764000400000,
  Memberships1764000500000,
  CompanyDataByRight1764000600000,
  ProfilesAndConsent1764000700000,
  Audit1764000800000,
  SessionsMailRetention1764000900000,
  ErasureAndRetention1764001000000,
  NamesAlone1764001100000,
  MembersForATime1764001110000,
  SubmittedStays1764001120000,
  DemonstrationOff1764001400000,
  RetentionInPortions1764001500000,
] as const;
