import { describe, type Finding } from '@sukoyaka/survey';
import type { View } from '../view.js';
import { type Phrase, same, say } from '../words/phrase.js';
import { labelOf } from '../words/question.js';

/** What the company is asked to look at again in one answer. */
export interface Warning {
  readonly question: Phrase;
  readonly findings: readonly FindingInWords[];
}

export interface FindingInWords {
  readonly finding: Finding;
  readonly reason: Phrase;
  readonly remedy: Phrase;
}

/** The warnings of the answer sheet in words; those of one kind about one question together. */
export function warningsOf(view: View): readonly Warning[] {
  const together = new Map<string, Finding[]>();
  for (const finding of view.evaluation.warnings) {
    const key = `${finding.question ?? ''}/${finding.code}`;
    together.set(key, [...(together.get(key) ?? []), finding]);
  }
  return [...together.values()].map((findings) => ({
    question: questionOf(view, findings[0]?.question ?? null),
    findings: findings.map((finding) => ({
      finding,
      reason: inWords(view, finding, 'reason'),
      remedy: inWords(view, finding, 'remedy'),
    })),
  }));
}

function questionOf({ survey }: View, id: string | null): Phrase {
  if (id === null) return say('warnings.sheet');
  const question = survey.question(id);
  return question ? labelOf(question) : same(id);
}

function inWords({ survey }: View, finding: Finding, part: 'reason' | 'remedy'): Phrase {
  return (language) => describe([finding], survey, language)[0]?.[part] ?? '';
}
