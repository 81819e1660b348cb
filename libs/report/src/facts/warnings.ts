import { describe, type Finding } from '@sukoyaka/survey';
import type { View } from '../view.js';
import { join, type Phrase, same, say } from '../words/phrase.js';
import { shortQuestion } from '../words/question.js';

/** What the company is asked to look at again in one answer. */
export interface Warning {
  readonly findings: readonly Finding[];
  readonly question: Phrase;
  readonly reasons: Phrase;
  readonly remedy: Phrase;
}

/** The warnings of the answer sheet in words; those of one kind about one question together. */
export function warningsOf(view: View): readonly Warning[] {
  const together = new Map<string, Finding[]>();
  for (const finding of view.evaluation.warnings) {
    const key = `${finding.question ?? ''}/${finding.code}`;
    together.set(key, [...(together.get(key) ?? []), finding]);
  }
  return [...together.values()].flatMap((findings) => warningOf(view, findings) ?? []);
}

function warningOf(view: View, findings: readonly Finding[]): Warning | null {
  const [first] = findings;
  if (!first) return null;
  return {
    findings,
    question: questionOf(view, first.question),
    reasons: join(
      findings.map((finding) => inWords(view, finding, 'reason')),
      'sentences',
    ),
    remedy: inWords(view, first, 'remedy'),
  };
}

function questionOf({ survey }: View, id: string | null): Phrase {
  if (id === null) return say('warnings.sheet');
  const question = survey.question(id);
  return question ? shortQuestion(question) : same(id);
}

function inWords({ survey }: View, finding: Finding, part: 'reason' | 'remedy'): Phrase {
  return (language) => describe([finding], survey, language)[0]?.[part] ?? '';
}
