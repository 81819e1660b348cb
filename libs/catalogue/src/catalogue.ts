import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RuleSet } from '@sukoyaka/conformity';
import { DomainError } from '@sukoyaka/kernel';
import type { CarryOver, Edition, Section } from '@sukoyaka/survey';
import { contentHash } from './content-hash.js';
import type { ParentTopic, ParentTopics, Programme } from './programme.js';

/** `edition.json` as it stands on disk: its sections by id. */
export type EditionFiles = Omit<Edition, 'sections'> & { readonly sections: readonly string[] };

/** An edition, its rule sets, and what its reports take from its programme. */
export interface EditionContent {
  readonly edition: Edition;
  readonly ruleSets: readonly RuleSet[];
  readonly programme: Programme;
  readonly parentTopics: readonly ParentTopic[];
}

/**
 * SHA-256 over everything that decides a result: questions, scoring, rule sets, and the programme's
 * structure. The map for parents decides none.
 */
export function editionHash({ edition, ruleSets, programme }: EditionContent): string {
  return contentHash({ edition, ruleSets, programme });
}

/** Opens the surveys that ship with the product, or those of another folder. */
export function openCatalogue(folder = shippedSurveys()): Catalogue {
  return new Catalogue(folder);
}

function shippedSurveys(): string {
  return fileURLToPath(new URL('../../../surveys/', import.meta.url));
}

/** Reads editions, rule sets and programmes from `surveys/`; each file once. */
export class Catalogue {
  private readonly editions = new Map<string, Edition>();
  private readonly ruleSets = new Map<string, RuleSet>();

  constructor(readonly folder: string) {}

  /** Ids of all editions, in order of their names. */
  editionIds(): readonly string[] {
    return folders(this.folder)
      .flatMap((name) => folders(join(this.folder, name)).map((year) => `${name}/${year}`))
      .filter((id) => existsSync(join(this.folder, id, 'edition.json')))
      .sort();
  }

  /** @throws DomainError EDITION_UNKNOWN */
  edition(id: string): Edition {
    const known = this.editions.get(id);
    if (known) return known;
    if (!this.editionIds().includes(id)) {
      throw new DomainError('EDITION_UNKNOWN', {
        edition: id,
        editions: this.editionIds().join(', '),
      });
    }
    const files = this.read<EditionFiles>(`${id}/edition.json`);
    if (!Array.isArray(files.sections)) {
      throw new DomainError('DEFINITION_UNREADABLE', { file: `${id}/edition.json` });
    }
    const sections = files.sections.map((name) =>
      this.read<Section>(`${id}/sections/${String(name)}.json`),
    );
    const edition = { ...files, sections };
    this.editions.set(id, edition);
    return edition;
  }

  /** Ids of all rule sets of all editions. */
  ruleSetIds(): readonly string[] {
    return this.editionIds().flatMap((id) => this.edition(id).ruleSets);
  }

  /** @throws DomainError RULES_UNKNOWN */
  ruleSet(id: string): RuleSet {
    const known = this.ruleSets.get(id);
    if (known) return known;
    const edition = this.editionIds().find((name) => this.edition(name).ruleSets.includes(id));
    if (edition === undefined) {
      throw new DomainError('RULES_UNKNOWN', { rules: id, ruleSets: this.ruleSetIds().join(', ') });
    }
    const rules = this.read<RuleSet>(`${edition}/rule-sets/${id}.json`);
    this.ruleSets.set(id, rules);
    return rules;
  }

  /** How answers to other editions or versions become answers to this one. */
  carryOvers(id: string): readonly CarryOver[] {
    const folder = join(this.folder, this.edition(id).id, 'carry-over');
    if (!existsSync(folder)) return [];
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => this.read<CarryOver>(`${id}/carry-over/${name}`));
  }

  /** What the edition shares with the others of its programme and year. */
  programmeOf(edition: Edition): Programme {
    return this.read<Programme>(`${edition.programme}-${edition.year}.json`);
  }

  /** What a parent company is asked, topic by topic; none where the programme has no such list. */
  parentTopics({ programme, year }: Edition): readonly ParentTopic[] {
    const path = `${programme}-${year}-parent-topics.json`;
    return existsSync(join(this.folder, path)) ? this.read<ParentTopics>(path).topics : [];
  }

  /**
   * An edition with everything that works on it and speaks in its reports, as plain data.
   * @throws DomainError EDITION_UNKNOWN
   */
  content(id: string): EditionContent {
    const edition = this.edition(id);
    return {
      edition,
      ruleSets: edition.ruleSets.map((name) => this.ruleSet(name)),
      programme: this.programmeOf(edition),
      parentTopics: this.parentTopics(edition),
    };
  }

  /** The `editionHash` of an edition. */
  hashOf(id: string): string {
    return editionHash(this.content(id));
  }

  /** The content hashes written down in a folder of the surveys when its content was published. */
  publishedHashes(folder: string): Readonly<Record<string, string | undefined>> {
    const path = `${folder}/published.json`;
    return existsSync(join(this.folder, path)) ? this.read(path) : {};
  }

  /** @throws DomainError DEFINITION_UNREADABLE */
  private read<T>(path: string): T {
    const content = parse(join(this.folder, path));
    if (typeof content === 'object' && content !== null) return content as T;
    throw new DomainError('DEFINITION_UNREADABLE', { file: path });
  }
}

/** The JSON of a file; undefined where there is none. */
function parse(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch {
    return undefined;
  }
}

function folders(path: string): readonly string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}
