import type { Scores, TraceEntry } from '@sukoyaka/scoring';
import type { CompiledSurvey } from '@sukoyaka/survey';

/** The question that would raise a value proposition's index most, and by how much at most. */
export interface Raise {
  readonly question: string;
  /** Points of the index (0–100). */
  readonly gain: number;
  /** False where the answer is not known: the practice may already exist. */
  readonly known: boolean;
}

interface Candidate {
  readonly entry: TraceEntry;
  readonly weighted: number;
  readonly practice: boolean;
}

/**
 * What would raise the index `id` most: the question with the most weighted points still to be had.
 * Practices come before figures, whose level follows from them. Null where nothing is left.
 */
export function raiseOf(
  id: string,
  trace: readonly TraceEntry[],
  scores: Scores,
  survey: CompiledSurvey,
): Raise | null {
  const index = scores.valuePropositions[id];
  const available = index ? index.max - index.excluded : 0;
  const best = trace
    .flatMap((entry) => candidate(entry, id, survey))
    .sort((a, b) => Number(b.practice) - Number(a.practice) || b.weighted - a.weighted)[0];
  if (!best || available <= 0) return null;
  const { question, state } = best.entry;
  return { question, gain: (100 * best.weighted) / available, known: state === 'answered' };
}

function candidate(entry: TraceEntry, id: string, survey: CompiledSurvey): Candidate[] {
  const weight = entry.countsFor.valuePropositions[id] ?? 0;
  const asked = entry.state === 'answered' || entry.state === 'unknown';
  const weighted = weight * (entry.max - entry.points);
  if (!asked || weighted <= 0) return [];
  return [{ entry, weighted, practice: survey.question(entry.question)?.scoring?.by !== 'steps' }];
}
