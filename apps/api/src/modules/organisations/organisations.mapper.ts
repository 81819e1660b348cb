import {
  INDUSTRY_SCHEMES,
  industryOf,
  japaneseDivisionOf,
  japaneseDivisionRules,
  ownershipGroupOf,
  OWNERSHIPS,
  plainIndustryCode,
  sizeClassOf,
} from '@sukoyaka/classification';
import {
  checkRegistration,
  REGISTRATION_TYPES,
  registrationCheckOf,
  registrationTypesOf,
} from '@sukoyaka/identifiers';
import { lineOf } from '@sukoyaka/kernel';
import type {
  OrganisationEntity,
  OrganisationFacts,
  OrganisationNames,
  OwnOrganisationRow,
  VerificationRow,
} from '@sukoyaka/persistence';
import { RequestProblem } from '../../platform/problems/request-problem.js';
import type { OwnOrganisationDto } from '../session/dto/session.dto.js';
import type { NamesInDto, NamesOutDto } from './dto/names.dto.js';
import type {
  GroupInDto,
  IndustryCodeInDto,
  OrganisationInDto,
  RegistrationInDto,
} from './dto/organisation.in.dto.js';
import type { OrganisationOutDto } from './dto/organisation.out.dto.js';
import { shownVerification } from './verification.js';

/** @throws RequestProblem NAME_MISSING when there is none in any language. */
export function storedNames({ th, ja, en }: NamesInDto): OrganisationNames {
  const given = [th, ja, en].map((name) => (name == null ? null : lineOf(name)));
  if (given.every((name) => name === null)) throw new RequestProblem('NAME_MISSING');
  const [nameTh = null, nameJa = null, nameEn = null] = given;
  return { nameTh, nameJa, nameEn };
}

export function shownNames({ nameTh, nameJa, nameEn }: OrganisationNames): NamesOutDto {
  return { th: nameTh, ja: nameJa, en: nameEn };
}

/**
 * @throws RequestProblem REGISTRATION_TYPE_UNFIT; REGISTRATION_NUMBER_INVALID, the fault named by
 * `reason`.
 */
export function factsOf(dto: OrganisationInDto): OrganisationFacts {
  assertOfCountry(dto);
  return {
    ...storedNames(dto.names),
    ...storedRegistration(dto.registration),
    country: dto.country,
    ...storedIndustry(dto),
    ...storedGroup(dto.group),
    employees: dto.employees ?? null,
    ownership: dto.ownership ?? null,
  };
}

/** Its own registration is one of its country; its group's can be of any. */
function assertOfCountry({ country, registration }: OrganisationInDto): void {
  const types = registrationTypesOf(country);
  if (!registration || types.includes(registration.type)) return;
  const params = { type: registration.type, country, types: types.join(', ') };
  throw new RequestProblem('REGISTRATION_TYPE_UNFIT', params);
}

/** @throws RequestProblem INDUSTRY_UNKNOWN, INDUSTRY_AMBIGUOUS, INDUSTRY_CONTRADICTION. */
function storedIndustry({ industry = null, industryCode }: OrganisationInDto) {
  if (!industryCode) return { isicSection: industry, industryScheme: null, industryCode: null };
  const { scheme, code } = industryCode;
  const isicSection = sectionOf(industryCode, industry);
  if (industry !== null && industry !== isicSection) {
    const params = { scheme: scheme.toUpperCase(), code, section: isicSection, given: industry };
    throw new RequestProblem('INDUSTRY_CONTRADICTION', params);
  }
  return { isicSection, industryScheme: scheme, industryCode: plainIndustryCode(industryCode) };
}

/** The section of a code; of one that lies in several the section that was given, if it is of them. */
function sectionOf(code: IndustryCodeInDto, given: string | null): string {
  const industry = industryOf(code);
  const { candidates = [] } = industry;
  const chosen = candidates.find((each) => each === given);
  if (chosen !== undefined) return chosen;
  if (!('fault' in industry)) return industry.section;
  const params = { scheme: code.scheme.toUpperCase(), code: code.code };
  if (industry.fault === 'unknown-code') throw new RequestProblem('INDUSTRY_UNKNOWN', params);
  const listed = { ...params, candidates: candidates.join(', ') };
  throw new RequestProblem('INDUSTRY_AMBIGUOUS', listed);
}

function storedGroup(dto: GroupInDto | null | undefined) {
  const { registrationType, registrationNumber } = storedRegistration(dto?.registration);
  return {
    groupName: dto == null ? null : lineOf(dto.name),
    groupRegistrationType: registrationType,
    groupRegistrationNumber: registrationNumber,
  };
}

function shownRegistration(type: string | null, number: string | null) {
  const known = REGISTRATION_TYPES.find((each) => each === type);
  if (known === undefined || number === null) return null;
  return { type: known, number, check: registrationCheckOf(known) };
}

/** What follows from what is said, and is never stored. */
function derived({
  isicSection,
  industryScheme,
  industryCode,
  employees,
  ownership,
}: OrganisationEntity) {
  const scheme = INDUSTRY_SCHEMES.find((each) => each === industryScheme);
  const code = scheme === undefined ? isicSection : industryCode;
  const industry = code === null ? null : { scheme: scheme ?? 'isic', code };
  const known = OWNERSHIPS.find((each) => each === ownership);
  const rules = japaneseDivisionRules(new Date().getUTCFullYear());
  return {
    sizeClass: employees === null ? null : sizeClassOf(employees),
    japaneseDivision: japaneseDivisionOf({ industry, employees }, rules),
    japaneseDivisionYear: rules.year,
    ownershipGroup: known === undefined ? null : ownershipGroupOf(known),
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
  return {
    id: entity.id,
    names: shownNames(entity),
    country: entity.country,
    registration: shownRegistration(entity.registrationType, entity.registrationNumber),
    industry: entity.isicSection,
    employees: entity.employees,
    ownership: entity.ownership,
    industryCode: shownIndustryCode(entity),
    group: shownGroup(entity),
    ...derived(entity),
    verification: shownVerification(verification),
    synthetic: entity.isSynthetic,
    version: entity.version,
    createdAt: entity.createdAt.toISOString(),
    updatedAt: entity.updatedAt.toISOString(),
  };
}

/** One of those to which a person belongs. */
export function shownOwnOrganisation(row: OwnOrganisationRow): OwnOrganisationDto {
  const { id, country, role, isSynthetic } = row;
  return { id, names: shownNames(row), country, role, synthetic: isSynthetic };
}

function shownIndustryCode(entity: OrganisationEntity) {
  const { industryScheme } = entity;
  const code = plainCodeOf(entity);
  return industryScheme === null || code === null ? null : { scheme: industryScheme, code };
}

/** The code as it stands in its list; profiles of earlier versions hold it as it was typed. */
export function plainCodeOf({
  industryScheme,
  industryCode,
}: Pick<OrganisationFacts, 'industryScheme' | 'industryCode'>): string | null {
  const scheme = INDUSTRY_SCHEMES.find((each) => each === industryScheme);
  if (scheme === undefined || industryCode === null) return industryCode;
  return plainIndustryCode({ scheme, code: industryCode }) ?? industryCode;
}

function shownGroup(entity: OrganisationEntity) {
  if (entity.groupName === null) return null;
  const { groupRegistrationType: type, groupRegistrationNumber: number } = entity;
  return { name: entity.groupName, registration: shownRegistration(type, number) };
}
