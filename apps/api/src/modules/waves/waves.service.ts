import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { lineOf } from '@sukoyaka/kernel';
import {
  type Actor,
  Database,
  type Page,
  type PageRequest,
  type Transaction,
  type WaveFilter,
  type WaveRow,
} from '@sukoyaka/persistence';
import { Editions } from '../../platform/editions/editions.js';
import { conflict } from '../../platform/problems/conflict.js';
import { RequestProblem } from '../../platform/problems/request-problem.js';
import type { WaveInDto, WaveOutDto } from './wave.dto.js';

/** The times in which an edition's answers are collected in a country. Operators run them. */
@Injectable()
export class WavesService {
  constructor(
    private readonly database: Database,
    private readonly editions: Editions,
  ) {}

  /** Newest first. */
  list(actor: Actor, filter: WaveFilter, page: PageRequest): Promise<Page<WaveOutDto>> {
    return this.database.as(actor, async (tx) => {
      const { rows, next } = await tx.waves.page(filter, page);
      return { rows: rows.map(shownWave), next };
    });
  }

  /** @throws RequestProblem WAVE_NOT_FOUND. */
  show(actor: Actor, id: string): Promise<WaveOutDto> {
    return this.database.as(actor, async (tx) => {
      const wave = await tx.waves.find(id);
      if (wave === null) throw new RequestProblem('WAVE_NOT_FOUND');
      return shownWave(wave);
    });
  }

  /** Of these countries, each with whether there are frozen statistics of its edition. */
  listWithStatistics(
    actor: Actor,
    countries: readonly string[],
    page: PageRequest,
  ): Promise<Page<WaveOutDto & { readonly statistics: boolean }>> {
    return this.database.as(actor, async (tx) => {
      const { rows, next } = await tx.waves.page({ countries }, page);
      const editions = await tx.shared.editionsWithCohort(rows.map(({ editionId }) => editionId));
      const isCompared = ({ editionId }: WaveRow) => editions.includes(editionId);
      const shown = rows.map((wave) => ({ ...shownWave(wave), statistics: isCompared(wave) }));
      return { rows: shown, next };
    });
  }

  /** @throws RequestProblem EDITION_NOT_FOUND, WAVE_TIMES_INVALID; DomainError WAVE_NOT_CLOSED. */
  open(actor: Actor, openedBy: string, dto: WaveInDto): Promise<WaveOutDto> {
    const { edition } = this.editions.open(dto.edition);
    const [opensAt, closesAt] = [instant(dto.opensAt), new Date(dto.closesAt)];
    const id = randomUUID();
    return this.database.as(actor, async (tx) => {
      // Those that ended by themselves.
      for (const ended of await tx.waves.closeEnded(edition.id, dto.country))
        noteClosing(tx, ended);
      const wave = { id, editionId: edition.id, country: dto.country, opensAt, closesAt, openedBy };
      if (!(await tx.waves.insert(wave))) throw new RequestProblem('WAVE_TIMES_INVALID');
      const made = await waveIn(tx, id);
      const after = { edition: edition.id, country: dto.country, ...timesOf(made) };
      tx.audit.notePlatform({ action: 'wave.opened', objectId: id, after });
      return shownWave(made);
    });
  }

  /** @throws RequestProblem WAVE_NOT_FOUND, WAVE_CLOSED, WAVE_TIMES_INVALID, VERSION_CONFLICT. */
  extend(
    actor: Actor,
    id: string,
    until: string,
    reason: string,
    version: number,
  ): Promise<WaveOutDto> {
    return this.database.as(actor, async (tx) => {
      const before = await changeable(tx, id, version);
      if (!(await tx.waves.extend(id, new Date(until)))) {
        throw new RequestProblem('WAVE_TIMES_INVALID');
      }
      const wave = await waveIn(tx, id);
      tx.audit.notePlatform({
        action: 'wave.extended',
        objectId: id,
        before: { closesAt: before.closesAt.toISOString() },
        after: { closesAt: wave.closesAt.toISOString(), reason: lineOf(reason) },
      });
      return shownWave(wave);
    });
  }

  /** Ends it now. @throws RequestProblem WAVE_NOT_FOUND, WAVE_CLOSED, VERSION_CONFLICT. */
  close(actor: Actor, id: string, version: number): Promise<WaveOutDto> {
    return this.database.as(actor, async (tx) => {
      await changeable(tx, id, version);
      await tx.waves.close(id);
      const wave = await waveIn(tx, id);
      noteClosing(tx, wave);
      return shownWave(wave);
    });
  }
}

function noteClosing(tx: Transaction, { id, closesAt, closedAt }: WaveRow): void {
  const after = { closesAt: closesAt.toISOString(), closedAt: closedAt?.toISOString() ?? null };
  tx.audit.notePlatform({ action: 'wave.closed', objectId: id, after });
}

/** @throws RequestProblem WAVE_NOT_FOUND. */
async function waveIn(tx: Transaction, id: string): Promise<WaveRow> {
  const wave = await tx.waves.findHeld(id);
  if (wave === null) throw new RequestProblem('WAVE_NOT_FOUND');
  return wave;
}

async function changeable(tx: Transaction, id: string, version: number): Promise<WaveRow> {
  const wave = await waveIn(tx, id);
  if (wave.version !== version) throw conflict(version, shownWave(wave));
  if (wave.state === 'closed') throw new RequestProblem('WAVE_CLOSED');
  return wave;
}

function instant(text: string | null | undefined): Date | null {
  return text == null ? null : new Date(text);
}

function timesOf({ opensAt, closesAt }: WaveRow) {
  return { opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() };
}

export function shownWave(wave: WaveRow): WaveOutDto {
  const { id, editionId, country, closedAt, state, version } = wave;
  const times = { ...timesOf(wave), closedAt: closedAt?.toISOString() ?? null };
  return { id, edition: editionId, country, ...times, state, version };
}
