import { type DefinitionFault, type Edition, reportTo } from '@sukoyaka/survey';
import type { Catalogue } from './catalogue.js';
import { contentHash } from './content-hash.js';

/**
 * A published version must hash to what was written down when it was published, and so must the
 * programme that it shares: its pillars and roles decide results too.
 */
export function checkPublished(
  catalogue: Catalogue,
  edition: Edition,
  id: string,
): readonly DefinitionFault[] {
  const { version, status } = edition;
  const faults: DefinitionFault[] = [];
  const report = reportTo(faults, 'published');
  const expected = catalogue.publishedHashes(id)[version];
  if (status === 'draft') {
    if (expected !== undefined) report('published-draft', { version });
    return faults;
  }
  if (expected === undefined) report('published-no-hash', { version });
  else if (expected !== catalogue.hashOf(id)) report('published-changed', { version });
  const programme = `${edition.programme}-${edition.year}`;
  if (catalogue.publishedHashes('.')[programme] !== contentHash(catalogue.programmeOf(edition))) {
    report('programme-changed', { programme });
  }
  return faults;
}
