import { Injectable } from '@nestjs/common';
import { type Catalogue, openCatalogue, type Programme } from '@sukoyaka/catalogue';
import { createEvaluator, type Evaluator } from '@sukoyaka/evaluation';
import type { Edition } from '@sukoyaka/survey';
import { RequestProblem } from '../problems/request-problem.js';

/** An edition with everything that works on it. */
export interface OpenEdition {
  readonly edition: Edition;
  /** SHA-256 over everything that decides a result. */
  readonly hash: string;
  readonly evaluator: Evaluator;
  /** The names that its reports speak in. */
  readonly programme: Programme;
}

/** The survey editions that this installation offers, each compiled once when first needed. */
@Injectable()
export class Editions {
  readonly #catalogue: Catalogue = openCatalogue();
  readonly #open = new Map<string, OpenEdition>();

  all(): readonly OpenEdition[] {
    return this.#catalogue.editionIds().map((id) => this.open(id));
  }

  /** @throws RequestProblem EDITION_NOT_FOUND. */
  open(id: string): OpenEdition {
    const known = this.#open.get(id);
    if (known !== undefined) return known;
    if (!this.#catalogue.editionIds().includes(id)) {
      throw new RequestProblem('EDITION_NOT_FOUND', { edition: id.slice(0, 100) });
    }
    const opened = this.#compile(id);
    this.#open.set(id, opened);
    return opened;
  }

  /**
   * The edition that an assessment was begun with.
   * @throws RequestProblem EDITION_CHANGED when this installation's has another content.
   */
  openFor(begun: { editionId: string; editionVersion: string; editionHash: string }): OpenEdition {
    const opened = this.open(begun.editionId);
    if (opened.hash === begun.editionHash) return opened;
    const params = { begun: begun.editionVersion, present: opened.edition.version };
    throw new RequestProblem('EDITION_CHANGED', params);
  }

  #compile(id: string): OpenEdition {
    const edition = this.#catalogue.edition(id);
    const ruleSets = edition.ruleSets.map((name) => this.#catalogue.ruleSet(name));
    const programme = this.#catalogue.programmeOf(edition);
    const evaluator = createEvaluator(edition, ruleSets, programme);
    return { edition, hash: this.#catalogue.hashOf(id), evaluator, programme };
  }
}
