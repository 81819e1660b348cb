import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  type Actor,
  Database,
  type OrganisationEntity,
  type OrganisationFacts,
  type TenantTransaction,
} from '@sukoyaka/persistence';
import { changesOf, factsFor } from '../../platform/audit/changes.js';
import { assertRight } from '../../platform/identity/rights.js';
import { RequestProblem } from '../../platform/problems/request-problem.js';
import { conflict } from '../../platform/problems/conflict.js';
import type { OrganisationInDto } from './dto/organisation.in.dto.js';
import type { OrganisationOutDto } from './dto/organisation.out.dto.js';
import { factsOf, plainCodeOf, shownOrganisation } from './organisations.mapper.js';

/** Creates, shows and changes organisations, which are the tenants. */
@Injectable()
export class OrganisationsService {
  constructor(private readonly database: Database) {}

  /** The person who registers it is its first owner. @throws RequestProblem PERSON_ONLY. */
  create(actor: Actor, dto: OrganisationInDto): Promise<OrganisationOutDto> {
    const facts = factsOf(dto);
    const personId = founderOf(actor);
    return this.database.inTenant(actor, randomUUID(), async (tx) => {
      await foundOrganisation(tx, personId, facts);
      return await shownIn(tx);
    });
  }

  /** @throws RequestProblem ORGANISATION_NOT_FOUND, RIGHT_MISSING. */
  show(actor: Actor, id: string): Promise<OrganisationOutDto> {
    return this.database.inTenant(actor, id, (tx) => {
      assertRight(tx, 'organisation.read');
      return shownIn(tx);
    });
  }

  /** @throws RequestProblem VERSION_CONFLICT when it is no longer of `version`. */
  replace(
    actor: Actor,
    id: string,
    dto: OrganisationInDto,
    version: number,
  ): Promise<OrganisationOutDto> {
    return this.database.inTenant(actor, id, async (tx) => {
      assertRight(tx, 'organisation.write');
      const facts = factsOf(dto);
      const before = await organisationIn(tx);
      const isReplaced = await tx.organisation.update(facts, version);
      const current = await shownIn(tx);
      if (!isReplaced) throw conflict(version, current);
      const changes = changesOf('organisation.changed', loggedFacts(before), loggedFacts(facts));
      tx.audit.note({ action: 'organisation.changed', objectId: id, ...changes });
      return current;
    });
  }
}

function founderOf(actor: Actor): string {
  if (actor.kind === 'person') return actor.personId;
  throw new RequestProblem('PERSON_ONLY');
}

/** Makes the transaction's organisation, and the person its owner. */
export async function foundOrganisation(
  tx: TenantTransaction,
  personId: string,
  facts: OrganisationFacts,
  isSynthetic = false,
): Promise<void> {
  await tx.organisation.insert(facts, personId, isSynthetic);
  await tx.memberships.insert(tx.tenantId, personId, 'owner');
  const { country } = facts;
  const registered = 'organisation.registered';
  const after = factsFor(registered, loggedFacts(facts));
  tx.audit.note({ action: registered, objectId: tx.tenantId, after });
  tx.audit.note({ action: 'member.joined', objectId: personId, after: { role: 'owner' } });
  tx.audit.notePlatform({
    action: 'organisation.founded',
    objectId: tx.tenantId,
    after: { country },
  });
}

/** @throws RequestProblem ORGANISATION_NOT_FOUND. */
export async function organisationIn(tx: TenantTransaction): Promise<OrganisationEntity> {
  const organisation = await tx.organisation.find();
  if (organisation === null) throw new RequestProblem('ORGANISATION_NOT_FOUND');
  return organisation;
}

/** @throws RequestProblem ORGANISATION_NOT_FOUND. */
async function shownIn(tx: TenantTransaction): Promise<OrganisationOutDto> {
  const organisation = await organisationIn(tx);
  return shownOrganisation(organisation, await tx.verifications.find(tx.tenantId));
}

/** The facts of an organisation under the names that the log knows them by. */
function loggedFacts(facts: OrganisationFacts) {
  const { groupName: corporateGroup, ...rest } = facts;
  const { nameTh, nameJa, nameEn, country, registrationType, registrationNumber } = rest;
  const { isicSection, industryScheme, employees, ownership } = rest;
  const industryCode = plainCodeOf(facts);
  const identity = { nameTh, nameJa, nameEn, country, registrationType, registrationNumber };
  const attributes = { isicSection, industryScheme, industryCode, employees, ownership };
  const { groupRegistrationType, groupRegistrationNumber } = rest;
  const group = { corporateGroup, groupRegistrationType, groupRegistrationNumber };
  return { ...identity, ...attributes, ...group };
}
