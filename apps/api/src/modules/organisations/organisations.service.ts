import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, type OrganisationEntity, type TenantTransaction } from '@sukoyaka/persistence';
import { RequestProblem } from '../../platform/problems/request-problem.js';
import { conflict } from '../../platform/problems/conflict.js';
import type { OrganisationInDto } from './dto/organisation.in.dto.js';
import type { OrganisationOutDto } from './dto/organisation.out.dto.js';
import { factsOf, shownOrganisation } from './organisations.mapper.js';

/** Creates, shows and changes organisations, which are the tenants. */
@Injectable()
export class OrganisationsService {
  constructor(private readonly database: Database) {}

  create(dto: OrganisationInDto): Promise<OrganisationOutDto> {
    const facts = factsOf(dto);
    return this.database.inTenant(randomUUID(), async (tx) => {
      await tx.organisation.insert(facts);
      return shownOrganisation(await organisationIn(tx));
    });
  }

  show(id: string): Promise<OrganisationOutDto> {
    return this.database.inTenant(id, async (tx) => shownOrganisation(await organisationIn(tx)));
  }

  /** @throws RequestProblem VERSION_CONFLICT when it is no longer of `version`. */
  replace(id: string, dto: OrganisationInDto, version: number): Promise<OrganisationOutDto> {
    const facts = factsOf(dto);
    return this.database.inTenant(id, async (tx) => {
      await organisationIn(tx);
      const isReplaced = await tx.organisation.update(facts, version);
      const current = shownOrganisation(await organisationIn(tx));
      if (!isReplaced) throw conflict(version, current);
      return current;
    });
  }
}

/** @throws RequestProblem ORGANISATION_NOT_FOUND. */
export async function organisationIn(tx: TenantTransaction): Promise<OrganisationEntity> {
  const organisation = await tx.organisation.find();
  if (organisation === null) throw new RequestProblem('ORGANISATION_NOT_FOUND');
  return organisation;
}
