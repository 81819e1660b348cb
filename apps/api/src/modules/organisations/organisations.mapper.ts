import { checkRegistration } from '@sukoyaka/identifiers';
import type { Locale } from '@sukoyaka/kernel';
import type { OrganisationEntity, OrganisationFacts, VerificationRow } from '@sukoyaka/persistence';
import { RequestProblem } from '../../platform/problems/request-problem.js';
import type { NamesInDto, NamesOutDto } from './dto/names.dto.js';
import type { OrganisationInDto, RegistrationInDto } from './dto/organisation.in.dto.js';
import type { OrganisationOutDto } from './dto/organisation.out.dto.js';
import { shownVerification } from './verification.js';

interface StoredNames {
  readonly nameTh: string | null;
  readonly nameJa: string | null;
  readonly nameEn: string | null;
}

/** @throws RequestProblem NAME_MISSING when there is none in any language. */
export function storedNames({ th, ja, en }: NamesInDto): StoredNames {
  const given = [th, ja, en].map((name) => name?.trim().normalize('NFC') ?? null);
  if (given.every((name) => name === null)) throw new RequestProblem('NAME_MISSING');
  const [nameTh = null, nameJa = null, nameEn = null] = given;
  return { nameTh, nameJa, nameEn };
}

export function shownNames({ nameTh, nameJa, nameEn }: StoredNames): NamesOutDto {
  return { th: nameTh, ja: nameJa, en: nameEn };
}

/** The name in `language`; where there is none, in the one that most readers will know. */
export function nameIn({ nameTh, nameJa, nameEn }: StoredNames, language: Locale): string {
  const names = { th: nameTh, ja: nameJa, en: nameEn };
  return names[language] ?? nameEn ?? nameTh ?? nameJa ?? '';
}

/** @throws RequestProblem REGISTRATION_NUMBER_INVALID, the fault named by `reason`. */
export function factsOf(dto: OrganisationInDto): OrganisationFacts {
  return {
    ...storedNames(dto.names),
    ...storedRegistration(dto.registration),
    country: dto.country,
    isicSection: dto.industry ?? null,
    employees: dto.employees ?? null,
    ownership: dto.ownership ?? null,
  };
}

function storedRegistration(dto: RegistrationInDto | null | undefined) {
  if (!dto) return { registrationType: null, registrationNumber: null };
  const { valid, normalised, reason } = checkRegistration(dto.type, dto.number);
  if (!valid || normalised === null) {
    throw new RequestProblem('REGISTRATION_NUMBER_INVALID', { reason: reason ?? 'characters' });
  }
  return { registrationType: dto.type, registrationNumber: normalised };
}

export function shownOrganisation(
  entity: OrganisationEntity,
  verification: VerificationRow | null,
): OrganisationOutDto {
  const { registrationType: type, registrationNumber: number } = entity;
  return {
    id: entity.id,
    names: shownNames(entity),
    country: entity.country,
    registration: type === null || number === null ? null : { type, number },
    industry: entity.isicSection,
    employees: entity.employees,
    ownership: entity.ownership,
    verification: shownVerification(verification),
    synthetic: entity.isSynthetic,
    version: entity.version,
    createdAt: entity.createdAt.toISOString(),
    updatedAt: entity.updatedAt.toISOString(),
  };
}
