import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { lineOf } from '@sukoyaka/kernel';
import {
  type Actor,
  Database,
  type Page,
  type PageRequest,
  type SiteEntity,
  type SiteFacts,
  type TenantTransaction,
} from '@sukoyaka/persistence';
import { conflict } from '../../platform/problems/conflict.js';
import { changesOf, factsFor } from '../../platform/audit/changes.js';
import { assertRight } from '../../platform/identity/rights.js';
import { RequestProblem } from '../../platform/problems/request-problem.js';
import { shownNames, storedNames } from '../organisations/organisations.mapper.js';
import { organisationIn } from '../organisations/organisations.service.js';
import type { SiteInDto, SiteOutDto } from './dto/site.dto.js';

/** The sites of an organisation: check-ups, stress and duties are per site and roll up. */
@Injectable()
export class SitesService {
  constructor(private readonly database: Database) {}

  list(actor: Actor, organisationId: string, page: PageRequest): Promise<Page<SiteOutDto>> {
    return this.database.inTenant(actor, organisationId, async (tx) => {
      assertRight(tx, 'organisation.read');
      const { rows, next } = await tx.sites.page(page);
      return { rows: rows.map(shownSite), next };
    });
  }

  create(actor: Actor, organisationId: string, dto: SiteInDto): Promise<SiteOutDto> {
    const facts = siteFacts(dto);
    const id = randomUUID();
    return this.database.inTenant(actor, organisationId, async (tx) => {
      assertRight(tx, 'organisation.write');
      await tx.sites.insert(id, facts);
      const after = factsFor('site.added', { ...facts });
      tx.audit.note({ action: 'site.added', objectId: id, after });
      return shownSite(await siteIn(tx, id));
    });
  }

  show(actor: Actor, organisationId: string, id: string): Promise<SiteOutDto> {
    return this.database.inTenant(actor, organisationId, async (tx) => {
      assertRight(tx, 'organisation.read');
      return shownSite(await siteIn(tx, id));
    });
  }

  /** @throws RequestProblem VERSION_CONFLICT when it is no longer of `version`. */
  replace(
    actor: Actor,
    organisationId: string,
    id: string,
    dto: SiteInDto,
    version: number,
  ): Promise<SiteOutDto> {
    const facts = siteFacts(dto);
    return this.database.inTenant(actor, organisationId, async (tx) => {
      assertRight(tx, 'organisation.write');
      const before = factsOf(await siteIn(tx, id));
      const isReplaced = await tx.sites.update(id, facts, version);
      const current = shownSite(await siteIn(tx, id));
      if (!isReplaced) throw conflict(version, current);
      const changes = changesOf('site.changed', { ...before }, { ...facts });
      tx.audit.note({ action: 'site.changed', objectId: id, ...changes });
      return current;
    });
  }

  /** @throws RequestProblem VERSION_CONFLICT when it is no longer of `version`. */
  remove(actor: Actor, organisationId: string, id: string, version: number): Promise<void> {
    return this.database.inTenant(actor, organisationId, async (tx) => {
      assertRight(tx, 'organisation.write');
      assertRight(tx, 'answers.read');
      const site = await siteIn(tx, id);
      const question = await tx.sections.questionOfSite(id);
      if (question !== null) throw new RequestProblem('SITE_IN_USE', { question });
      if (!(await tx.sites.delete(id, version))) throw conflict(version, shownSite(site));
      const before = factsFor('site.removed', { ...factsOf(site) });
      tx.audit.note({ action: 'site.removed', objectId: id, before });
    });
  }
}

async function siteIn(tx: TenantTransaction, id: string): Promise<SiteEntity> {
  const site = await tx.sites.find(id);
  if (site !== null) return site;
  await organisationIn(tx);
  throw new RequestProblem('SITE_NOT_FOUND');
}

function siteFacts({ names, country, place, employees }: SiteInDto): SiteFacts {
  return { ...storedNames(names), country, place: place == null ? null : lineOf(place), employees };
}

function factsOf(site: SiteEntity): SiteFacts {
  const { nameTh, nameJa, nameEn, country, place, employees } = site;
  return { nameTh, nameJa, nameEn, country, place, employees };
}

function shownSite(entity: SiteEntity): SiteOutDto {
  return {
    id: entity.id,
    names: shownNames(entity),
    country: entity.country,
    place: entity.place,
    employees: entity.employees,
    version: entity.version,
    createdAt: entity.createdAt.toISOString(),
    updatedAt: entity.updatedAt.toISOString(),
  };
}
