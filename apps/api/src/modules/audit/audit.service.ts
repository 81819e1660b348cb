import { Injectable } from '@nestjs/common';
import { PLATFORM_CHAIN } from '@sukoyaka/audit';
import type { Locale } from '@sukoyaka/kernel';
import {
  type Actor,
  type AuditFilter,
  Database,
  type NamedEvent,
  type OpenSession,
  type Page,
  type PageRequest,
} from '@sukoyaka/persistence';
import { assertRight } from '../../platform/identity/rights.js';
import { CSV_HEADER, csvLine } from './audit-csv.js';
import { shownEvent } from './audit.mapper.js';
import type { AuditEventOutDto } from './dto/audit.out.dto.js';
import type { AuditFilterDto, ExportFormat } from './dto/audit.query.dto.js';

/** Events that are read, and kept in memory, at once for an export. */
const EVENTS_AT_ONCE = 500;

/** What a reader asks of the log. */
export interface Asked {
  readonly filter: AuditFilterDto;
  readonly locale: Locale;
}

/** Shows each their own log: an organisation, a person, and operators that of the platform. */
@Injectable()
export class AuditService {
  constructor(private readonly database: Database) {}

  /** @throws RequestProblem ORGANISATION_NOT_FOUND, RIGHT_MISSING. */
  ofOrganisation(
    actor: Actor,
    organisationId: string,
    { filter, locale }: Asked,
    page: PageRequest,
  ): Promise<Page<AuditEventOutDto>> {
    return this.database.inTenant(actor, organisationId, async (tx) => {
      assertRight(tx, 'audit.read');
      return shown(await tx.auditLog.page(organisationId, filterOf(filter), page), locale);
    });
  }

  ofPerson(
    actor: Actor,
    { personId }: OpenSession,
    asked: Asked,
    page: PageRequest,
  ): Promise<Page<AuditEventOutDto>> {
    return this.#outside(actor, personId, asked, page);
  }

  ofPlatform(actor: Actor, asked: Asked, page: PageRequest): Promise<Page<AuditEventOutDto>> {
    return this.#outside(actor, PLATFORM_CHAIN, asked, page);
  }

  #outside(
    actor: Actor,
    chainId: string,
    { filter, locale }: Asked,
    page: PageRequest,
  ): Promise<Page<AuditEventOutDto>> {
    return this.database.as(actor, async (tx) =>
      shown(await tx.auditLog.page(chainId, filterOf(filter), page), locale),
    );
  }

  /**
   * The text of a file with all events that match up to now, the oldest first. It is noted before
   * the first of them leaves. Since nothing that was written changes, the file is read page by page
   * in transactions of its own: a slow reader keeps neither a connection nor more than one page.
   * @throws RequestProblem ORGANISATION_NOT_FOUND, RIGHT_MISSING; also later on, in the stream.
   */
  async export(
    actor: Actor,
    organisationId: string,
    format: ExportFormat,
    { filter, locale }: Asked,
  ): Promise<AsyncIterable<string>> {
    const wanted = filterOf(filter);
    const { last } = await this.database.inTenant(actor, organisationId, async (tx) => {
      assertRight(tx, 'audit.read');
      const extent = await tx.auditLog.extent(organisationId, wanted);
      const after = { format, ...timesOf(wanted), events: extent.events };
      tx.audit.note({ action: 'audit.exported', objectId: organisationId, after });
      return extent;
    });
    const pages = this.#pages(actor, organisationId, wanted, last);
    return textOf(pages, format, locale);
  }

  async *#pages(
    actor: Actor,
    organisationId: string,
    filter: AuditFilter,
    through: number,
  ): AsyncGenerator<readonly NamedEvent[]> {
    let after = 0;
    while (after < through) {
      const span = { after, through, limit: EVENTS_AT_ONCE };
      const events = await this.database.inTenant(actor, organisationId, (tx) => {
        assertRight(tx, 'audit.read');
        return tx.auditLog.span(organisationId, filter, span);
      });
      yield events;
      after = events.at(-1)?.event.sequence ?? through;
    }
  }
}

async function* textOf(
  pages: AsyncIterable<readonly NamedEvent[]>,
  format: ExportFormat,
  locale: Locale,
): AsyncGenerator<string> {
  if (format === 'csv') yield CSV_HEADER;
  const line =
    format === 'csv' ? csvLine : (event: AuditEventOutDto) => `${JSON.stringify(event)}\n`;
  for await (const page of pages) {
    yield page.map((event) => line(shownEvent(event, locale))).join('');
  }
}

function shown({ rows, next }: Page<NamedEvent>, locale: Locale): Page<AuditEventOutDto> {
  return { rows: rows.map((row) => shownEvent(row, locale)), next };
}

function filterOf({ from, to, action, actorId, objectId }: AuditFilterDto): AuditFilter {
  const moment = (text: string | null | undefined) => (text == null ? null : new Date(text));
  return {
    from: moment(from),
    to: moment(to),
    action: action ?? null,
    actorId: actorId?.toLowerCase() ?? null,
    objectId: objectId ?? null,
  };
}

function timesOf({ from, to }: AuditFilter) {
  return { from: from?.toISOString() ?? null, to: to?.toISOString() ?? null };
}
