import type { Locale, Localised } from '@sukoyaka/kernel';
import {
  type Answers,
  answerOf,
  type AnswerValue,
  isNotApplicable,
  type Question,
  type SingleQuestion,
} from '@sukoyaka/survey';
import { ENGLISH } from './stories/en.js';
import { JAPANESE } from './stories/ja.js';
import type { Stories } from './stories/stories.js';
import { THAI } from './stories/th.js';

const STORIES: Localised<Stories> = { en: ENGLISH, ja: JAPANESE, th: THAI };

type Teller = (stories: Stories, subject: string) => string | undefined;

const problem: Teller = ({ issues }, id) => issues[id]?.problem;
const measure: Teller = ({ issues }, id) => issues[id]?.measure;
const effect: Teller = ({ issues }, id) => issues[id]?.effect;

/** Texts that tell of what an earlier question has chosen: that question, and what to tell. */
const TOLD: Readonly<Record<string, readonly [subject: string, tell: Teller]>> = {
  'business-issue-detail': ['business-issue', ({ business }, id) => business[id]?.detail],
  'expected-effect': ['business-issue', ({ business }, id) => business[id]?.effect],
  'issue-first-problem': ['issue-first-theme', problem],
  'issue-first-measure': ['issue-first-theme', measure],
  'issue-first-effect': ['issue-first-theme', effect],
  'issue-second-problem': ['issue-second-theme', problem],
  'issue-second-measure': ['issue-second-theme', measure],
  'issue-second-effect': ['issue-second-theme', effect],
};

/** What the company tells of its earlier choice; undefined where the question tells of none. */
export function storyOf(id: string, language: Locale, given: Answers): string | undefined {
  const told = Object.hasOwn(TOLD, id) ? TOLD[id] : undefined;
  if (told === undefined) return undefined;
  const [subject, tell] = told;
  const chosen = answerOf(given, subject);
  return typeof chosen === 'string' ? tell(STORIES[language], chosen) : undefined;
}

/** The same practice for another group: what holds for the leading question bounds the other. */
const LED: Readonly<Record<string, string>> = { 'insurer-data-under-40': 'insurer-data-40plus' };

function leaderOf(id: string, given: Answers): AnswerValue | undefined {
  const leader = Object.hasOwn(LED, id) ? LED[id] : undefined;
  return leader === undefined ? undefined : answerOf(given, leader);
}

/** Whether an earlier answer already says if the question applies to the company. */
export function applicabilityKnown({ id }: Question, given: Answers): boolean {
  return leaderOf(id, given) !== undefined;
}

/** "Not applicable" for the reason for which the leading question is not. */
export function ledReason(question: Question, given: Answers): string | undefined {
  const led = leaderOf(question.id, given);
  if (led === undefined || !isNotApplicable(led)) return undefined;
  return question.notApplicable?.reasons.find(({ id }) => id === led.notApplicable)?.id;
}

const THEMES = ['issue-first-theme', 'issue-second-theme'];

/** The question with only those options that are plausible after what the company has answered. */
export function plausible(question: SingleQuestion, given: Answers): SingleQuestion {
  if (THEMES.includes(question.id)) return { ...question, options: themes(question, given) };
  const led = leaderOf(question.id, given);
  const reached = question.options.findIndex(({ id }) => id === led);
  if (reached < 0) return question;
  return { ...question, options: question.options.slice(1, Math.max(2, reached + 1)) };
}

/** A theme that is not told of yet, from the company's priorities where one is left. */
function themes({ options }: SingleQuestion, given: Answers): SingleQuestion['options'] {
  const open = options.filter(({ id }) => id !== answerOf(given, 'issue-first-theme'));
  const priorities = answerOf(given, 'priority-issues');
  const named: readonly unknown[] = Array.isArray(priorities) ? priorities : [];
  const preferred = open.filter(({ id }) => id !== 'none' && named.includes(id));
  return preferred.length > 0 ? open.filter((o) => o.id === 'none' || preferred.includes(o)) : open;
}
