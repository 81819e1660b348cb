import { type ConsentDecision, isCurrent } from './record.js';

/**
 * What keeps an assessment out of the statistics of its wave, or that nothing does. What the
 * organisation itself can mend comes first: `not-consented` (never, or to a text that has been
 * replaced by one to be agreed to anew), `withdrawn`, `not-submitted`; then `outside-wave`, of one
 * that was submitted while no wave was open for its country and edition.
 */
export const PARTICIPATION_STATES = [
  'counted',
  'not-consented',
  'withdrawn',
  'not-submitted',
  'outside-wave',
] as const;

export type ParticipationState = (typeof PARTICIPATION_STATES)[number];

/** What is known of an assessment and its organisation's latest decision about taking part. */
export interface Participation {
  readonly latest: { readonly decision: ConsentDecision; readonly version: string } | null;
  readonly isSubmitted: boolean;
  readonly isInWave: boolean;
}

/**
 * Where an assessment stands by the participation text: withdrawal leaves it out of every later
 * release, whenever it was submitted; a consent given later brings it back.
 */
export function participationState(of: Participation): ParticipationState {
  const { latest, isSubmitted, isInWave } = of;
  if (latest?.decision === 'withdrawn') return 'withdrawn';
  if (latest === null || !isCurrent({ kind: 'participation', ...latest })) return 'not-consented';
  if (!isSubmitted) return 'not-submitted';
  return isInWave ? 'counted' : 'outside-wave';
}
