import { Injectable } from '@nestjs/common';
import {
  CONSENT_KINDS,
  type ConsentKind,
  consentState,
  consentText,
  type ConsentText,
  currentConsentText,
  isCurrent,
} from '@sukoyaka/consent';
import {
  type Actor,
  type ConsentRow,
  Database,
  type PageRequest,
  type Position,
  type TenantTransaction,
} from '@sukoyaka/persistence';
import { assertRight } from '../../platform/identity/rights.js';
import { RequestProblem } from '../../platform/problems/request-problem.js';
import type { ConsentInDto, ConsentStateOutDto } from './dto/consent.dto.js';
import { hashOfText } from './text-hash.js';

/** How much of the earlier decisions the answer to one shows. */
const LATEST: PageRequest = { limit: 50, after: null };

export interface Decided {
  readonly state: ConsentStateOutDto;
  /** False where the decision stood already. */
  readonly isRecorded: boolean;
}

/** What organisations agree to: taking part, and being named in public. Neither needs the other. */
@Injectable()
export class ConsentsService {
  constructor(private readonly database: Database) {}

  /** Every kind, each with those of its decisions that are on the page. */
  list(
    actor: Actor,
    organisationId: string,
    page: PageRequest,
  ): Promise<{ consents: readonly ConsentStateOutDto[]; next: Position | null }> {
    return this.database.inTenant(actor, organisationId, async (tx) => {
      assertRight(tx, 'consents.read');
      const { rows, next } = await tx.consents.page(page);
      const [lasts, names] = [await tx.consents.lasts(), await namesOf(tx, rows)];
      const shown = CONSENT_KINDS.map((kind) => shownState(kind, lasts, rows, names));
      return { consents: shown, next };
    });
  }

  /** One after the other: of two that decide at once, the later one sees what the earlier did. */
  decide(
    actor: Actor,
    personId: string,
    organisationId: string,
    dto: ConsentInDto,
  ): Promise<Decided> {
    const { kind, decision, language } = dto;
    return this.database.inTenant(actor, organisationId, async (tx) => {
      assertRight(tx, 'consents.manage');
      await tx.consents.lock();
      const text = textToRecord(dto, lastOf(await tx.consents.lasts(), kind));
      if (text !== undefined) {
        const { version } = text;
        const record = { kind, decision, version, textHash: hashOfText(text), language, personId };
        await tx.consents.insert(record);
        const after = { purpose: kind, textVersion: version, language };
        tx.audit.note({ action: `consent.${decision}`, objectId: kind, after });
      }
      const { rows } = await tx.consents.page(LATEST, kind);
      const names = await namesOf(tx, rows);
      const state = shownState(kind, await tx.consents.lasts(), rows, names);
      return { state, isRecorded: text !== undefined };
    });
  }
}

/**
 * The text that a new record is of; undefined where the decision stands already. A withdrawal is of
 * the text that was agreed to, so that it asks for nothing that giving does not.
 * @throws RequestProblem REQUEST_INVALID without a version, CONSENT_TEXT_CHANGED with another one.
 */
function textToRecord(
  { kind, decision, textVersion }: ConsentInDto,
  latest: ConsentRow | null,
): ConsentText | undefined {
  if (decision === 'withdrawn') {
    return latest?.decision === 'given' ? consentText(kind, latest.version) : undefined;
  }
  const pointer = '/textVersion';
  if (textVersion == null) {
    throw new RequestProblem('REQUEST_INVALID', {}, { faults: [{ pointer, rule: 'required' }] });
  }
  const text = currentConsentText(kind);
  const { version: current } = text;
  if (textVersion !== current) {
    const fault = { pointer, rule: 'one-of', params: { values: current } } as const;
    throw new RequestProblem('CONSENT_TEXT_CHANGED', { kind, current }, { faults: [fault] });
  }
  return latest?.decision === 'given' && latest.version === current ? undefined : text;
}

function lastOf(lasts: readonly ConsentRow[], kind: ConsentKind): ConsentRow | null {
  return lasts.find((row) => row.kind === kind) ?? null;
}

function shownState(
  kind: ConsentKind,
  lasts: readonly ConsentRow[],
  rows: readonly ConsentRow[],
  names: ReadonlyMap<string, string | null>,
): ConsentStateOutDto {
  const last = lastOf(lasts, kind);
  const records = last === null ? [] : [{ ...last, id: String(last.sequence) }];
  const { state, record } = consentState(records);
  const own = rows.filter((row) => row.kind === kind);
  return {
    kind,
    state,
    holds: record !== null && isCurrent(record),
    currentVersion: currentConsentText(kind).version,
    history: own.map((row) => ({
      sequence: row.sequence,
      decision: row.decision,
      textVersion: row.version,
      textHash: row.textHash,
      language: row.language,
      at: row.at.toISOString(),
      by: { id: row.personId, name: names.get(row.personId) ?? null },
    })),
  };
}

/** The names of those who decided, as far as they are still members. */
async function namesOf(
  tx: TenantTransaction,
  rows: readonly ConsentRow[],
): Promise<ReadonlyMap<string, string | null>> {
  const people = await tx.people.findAll([...new Set(rows.map(({ personId }) => personId))]);
  return new Map(people.map(({ id, name }) => [id, name]));
}
