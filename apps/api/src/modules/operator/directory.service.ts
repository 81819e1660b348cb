import { Injectable } from '@nestjs/common';
import { lineOf } from '@sukoyaka/kernel';
import {
  type Actor,
  Database,
  type DirectoryFilter,
  type OrganisationEntity,
  type PageRequest,
  type Position,
  type Transaction,
} from '@sukoyaka/persistence';
import { conflict } from '../../platform/problems/conflict.js';
import type { OrganisationOutDto } from '../organisations/dto/organisation.out.dto.js';
import { shownOrganisation } from '../organisations/organisations.mapper.js';
import { organisationIn } from '../organisations/organisations.service.js';
import { noteVerification } from '../organisations/verification.js';
import type { VerificationInDto } from './operator.dto.js';

/** The organisations as operators see them: what they say of themselves, and whether it is so. */
@Injectable()
export class DirectoryService {
  constructor(private readonly database: Database) {}

  list(
    actor: Actor,
    filter: DirectoryFilter,
    page: PageRequest,
  ): Promise<{ organisations: readonly OrganisationOutDto[]; next: Position | null }> {
    return this.database.as(actor, async (tx) => {
      const { rows, next } = await tx.directory.page(
        { ...filter, name: filter.name && lineOf(filter.name) },
        page,
      );
      return { organisations: await this.#shown(tx, rows), next };
    });
  }

  show(actor: Actor, id: string): Promise<OrganisationOutDto> {
    return this.database.inTenant(actor, id, async (tx) => {
      const organisation = await organisationIn(tx);
      return shownOrganisation(organisation, await tx.verifications.find(id));
    });
  }

  /** @throws RequestProblem VERSION_CONFLICT when it has changed since it was looked at. */
  verify(
    actor: Actor,
    decidedBy: string,
    id: string,
    { state, evidence }: VerificationInDto,
    version: number,
  ): Promise<OrganisationOutDto> {
    return this.database.inTenant(actor, id, async (tx) => {
      await organisationIn(tx);
      const decision = { state, evidence: lineOf(evidence), decidedBy };
      const isDecided = await tx.verifications.decide(id, decision, version);
      const organisation = await organisationIn(tx);
      const current = shownOrganisation(organisation, await tx.verifications.find(id));
      if (!isDecided) throw conflict(version, current);
      noteVerification(tx, decision);
      return current;
    });
  }

  async #shown(
    tx: Transaction,
    organisations: readonly OrganisationEntity[],
  ): Promise<readonly OrganisationOutDto[]> {
    const rows = await tx.verifications.findAll(organisations.map(({ id }) => id));
    const decisions = new Map(rows.map((row) => [row.organisationId, row]));
    return organisations.map((each) => shownOrganisation(each, decisions.get(each.id) ?? null));
  }
}
