import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  checkParentTopics,
  checkSurvey,
  openCatalogue,
  type ParentTopic,
} from '@sukoyaka/catalogue';
import { describeFault } from '@sukoyaka/survey';

const catalogue = openCatalogue();
const large = catalogue.edition('jp-hpm-large/2026');
const TOPIC: ParentTopic = {
  id: 'strategy',
  name: { en: 'Strategy', ja: '戦略', th: 'กลยุทธ์' },
  provenance: 'believed',
  questions: { large: ['business-issue'], sme: [] },
};

const faultsOf = (...topics: readonly ParentTopic[]): readonly string[] =>
  checkParentTopics(topics, large).map((fault) => `${fault.at}: ${describeFault(fault, 'en')}`);

describe('the topics on which a Japanese parent is asked', () => {
  const topics = catalogue.parentTopics(large);

  it('are the same for both divisions, each with its own questions', () => {
    expect(topics).toEqual(catalogue.parentTopics(catalogue.edition('jp-hpm-sme/2026')));
    expect(topics.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['global-policy', 'trading-partners', 'data-under-40']),
    );
    const published = topics.filter(({ provenance }) => provenance === 'published');
    expect(published).toHaveLength(3);
  });

  it('are never numbered as METI numbers its questions', () => {
    for (const { name } of topics) {
      expect(Object.values(name).join(' ')).not.toMatch(/[QＱ]\s*\d|[①-⑳]/u);
    }
  });

  it('admit what the questionnaire does not ask', () => {
    const unasked = topics.filter(({ questions }) => questions.sme.length === 0);
    expect(unasked.map(({ id }) => id)).toContain('data-under-40');
  });

  it('are none where the programme has no such list', () => {
    expect(catalogue.parentTopics({ ...large, programme: 'other' })).toEqual([]);
  });
});

describe('the check of parent topics', () => {
  it('finds nothing wrong with a sound topic', () => {
    expect(faultsOf(TOPIC)).toEqual([]);
  });

  it('finds a question that the edition does not ask', () => {
    const questions = { large: ['business-issue', 'declaration'], sme: ['nothing'] };
    expect(faultsOf({ ...TOPIC, questions })).toEqual([
      'parent-topics/strategy: names "declaration", which the large edition does not ask',
    ]);
  });

  it('finds what is listed twice, and a missing language', () => {
    const questions = { large: ['business-issue', 'business-issue'], sme: [] };
    const name = { en: 'Strategy', ja: '戦略', th: '' };
    expect(faultsOf(TOPIC, { ...TOPIC, name, questions })).toEqual([
      'parent-topics/strategy: is listed twice',
      'parent-topics/strategy: names a question twice',
      'parent-topics/strategy: has no th',
    ]);
  });

  it('is part of the check of an edition', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sukoyaka-topics-'));
    try {
      cpSync(catalogue.folder, folder, { recursive: true });
      const questions = { large: ['nowhere'], sme: [] };
      const file = join(folder, 'jp-hpm-2026-parent-topics.json');
      writeFileSync(file, JSON.stringify({ topics: [{ ...TOPIC, questions }] }));
      expect(checkSurvey(openCatalogue(folder), large.id).faults).toEqual([
        {
          at: 'parent-topics/strategy',
          code: 'topic-question',
          params: { question: 'nowhere', division: 'large' },
        },
      ]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
