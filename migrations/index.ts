import { Organisations1764000000000 } from './1764000000000-organisations.js';
import { Assessments1764000100000 } from './1764000100000-assessments.js';
import { InstallationEvents1764000200000 } from './1764000200000-installation-events.js';
import { KeptEditionsAndCohorts1764000300000 } from './1764000300000-kept-editions-and-cohorts.js';

/** All migrations, oldest first. A released one is never edited; a change is a new one. */
export const migrations = [
  Organisations1764000000000,
  Assessments1764000100000,
  InstallationEvents1764000200000,
  KeptEditionsAndCohorts1764000300000,
] as const;
