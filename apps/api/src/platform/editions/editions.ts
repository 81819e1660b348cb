import { Injectable } from '@nestjs/common';
import { type Catalogue, type EditionContent, openCatalogue } from '@sukoyaka/catalogue';
import { createEvaluator, type Evaluator } from '@sukoyaka/evaluation';
import { Database, type SharedTransaction } from '@sukoyaka/persistence';
import type { CarryOver } from '@sukoyaka/survey';
import { RequestProblem } from '../problems/request-problem.js';

/** An edition with everything that works on it. */
export interface OpenEdition extends EditionContent {
  /** SHA-256 over everything that decides a result. */
  readonly hash: string;
  readonly evaluator: Evaluator;
  /** Whether it is the one that this installation offers, or an earlier one that was kept. */
  readonly isOffered: boolean;
}

/** What an assessment says of the edition that it was begun with. */
export interface EditionStamp {
  readonly editionId: string;
  readonly editionVersion: string;
  readonly editionHash: string;
}

/**
 * The survey editions that this installation offers, and those with which its assessments were
 * begun: a newer version changes nothing of theirs. Each is compiled once when first needed.
 */
@Injectable()
export class Editions {
  readonly #catalogue: Catalogue = openCatalogue();
  readonly #offered = new Map<string, OpenEdition>();
  readonly #kept = new Map<string, OpenEdition>();
  /** Hashes of which the database certainly has the content. */
  readonly #isKept = new Set<string>();

  constructor(private readonly database: Database) {}

  all(): readonly OpenEdition[] {
    return this.#catalogue.editionIds().map((id) => this.open(id));
  }

  /** @throws RequestProblem EDITION_NOT_FOUND. */
  open(id: string): OpenEdition {
    const known = this.#offered.get(id);
    if (known !== undefined) return known;
    if (!this.#catalogue.editionIds().includes(id)) {
      throw new RequestProblem('EDITION_NOT_FOUND', { edition: id.slice(0, 100) });
    }
    const opened = compiled(this.#catalogue.content(id), this.#catalogue.hashOf(id), true);
    this.#offered.set(id, opened);
    return opened;
  }

  /** Opens the edition and keeps its content for the assessments that are begun with it. */
  async openToBegin(id: string): Promise<OpenEdition> {
    const opened = this.open(id);
    const { hash, edition } = opened;
    if (this.#isKept.has(hash)) return opened;
    const content = this.#catalogue.content(id);
    const kept = { contentHash: hash, editionId: edition.id, editionVersion: edition.version };
    await this.database.shared((tx) => tx.keepEdition({ ...kept, content }));
    this.#isKept.add(hash);
    return opened;
  }

  /**
   * The edition that an assessment was begun with, as it was then; within a transaction, read by it.
   * @throws RequestProblem EDITION_CHANGED when this installation offers another and kept none.
   */
  async openFor(
    { editionId, editionVersion, editionHash }: EditionStamp,
    tx?: SharedTransaction,
  ): Promise<OpenEdition> {
    const offered = this.#catalogue.editionIds().includes(editionId)
      ? this.open(editionId)
      : undefined;
    if (offered?.hash === editionHash) return offered;
    const kept = this.#kept.get(editionHash) ?? (await this.#openKept(editionHash, tx));
    if (kept !== undefined) return kept;
    const params = { begun: editionVersion, present: offered?.edition.version ?? '–' };
    throw new RequestProblem('EDITION_CHANGED', params);
  }

  /** How answers to other editions or versions become answers to this one. */
  carryOversTo({ edition }: OpenEdition): readonly CarryOver[] {
    const isKnown = this.#catalogue.editionIds().includes(edition.id);
    return isKnown ? this.#catalogue.carryOvers(edition.id) : [];
  }

  async #openKept(hash: string, tx?: SharedTransaction): Promise<OpenEdition | undefined> {
    const kept = await (tx?.keptEdition(hash) ??
      this.database.shared((own) => own.keptEdition(hash)));
    if (kept === null) return undefined;
    const opened = compiled(kept.content as EditionContent, hash, false);
    this.#kept.set(hash, opened);
    return opened;
  }
}

function compiled(content: EditionContent, hash: string, isOffered: boolean): OpenEdition {
  const { edition, ruleSets, programme } = content;
  const evaluator = createEvaluator(edition, ruleSets, programme);
  return { ...content, hash, evaluator, isOffered };
}
