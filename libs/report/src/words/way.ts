import type { LeafCondition } from '@sukoyaka/conformity';
import { type Answers, answerOf, type CompiledSurvey, type Question } from '@sukoyaka/survey';
import { labelOf, optionText, unitOf } from './question.js';
import { joinSome, localised, number, type Phrase, say } from './phrase.js';
import { quantity } from './quantity.js';

/** How many options a sentence names before it says how many more there are. */
const NAMED_OPTIONS = 3;

/**
 * What would have to be answered for a condition to hold, as a sentence. `answerFirst`: of a
 * question without an answer it only says so, because what is missing is the answer.
 */
export function wayInWords(
  leaf: LeafCondition,
  survey: Pick<CompiledSurvey, 'question'>,
  answers: Answers,
  answerFirst: boolean,
): Phrase {
  const question = survey.question(leaf.question);
  if (!question) return say('way.none');
  const open = answerOf(answers, question.id) === undefined;
  if (open && answerFirst) return say('way.answer-first', { question: labelOf(question) });
  return say(open ? 'way.open' : 'way.answered', {
    question: labelOf(question),
    what: whatOf(leaf, question),
  });
}

function whatOf(leaf: LeafCondition, question: Question): Phrase {
  switch (leaf.op) {
    case 'answered':
      return say('way.answer');
    case 'not-applicable':
      return say('way.not-applicable');
    case 'one-of':
      return atSites(leaf.sites, question, optionsOf('way.choose', leaf.values, question));
    case 'includes': {
      const count = leaf.count ?? 1;
      const key = count > 1 ? 'way.tick-several' : 'way.tick';
      return atSites(leaf.sites, question, optionsOf(key, leaf.values, question, count));
    }
    case 'consent-given':
      return say('way.consent');
    case 'compare':
      return atSites(leaf.sites, question, figureOf(leaf, question));
  }
}

function optionsOf(key: string, values: readonly string[], question: Question, count = 1): Phrase {
  const options = values.map((value) => optionText(question, value));
  const [only] = options;
  if (options.length === 1 && only) return say('way.choose-only', { option: only });
  return say(key, { options: joinSome(options, NAMED_OPTIONS), n: number(count, 0) });
}

function figureOf(leaf: Extract<LeafCondition, { op: 'compare' }>, question: Question): Phrase {
  const figure = say(`way.compare.${COMPARISON[leaf.with]}`, {
    value: quantity(leaf.value, unitOf(question, leaf.item)),
  });
  const item =
    question.type === 'year-table' ? question.items.find(({ id }) => id === leaf.item) : undefined;
  return item ? say('way.item', { item: localised(item.label), figure }) : figure;
}

const COMPARISON = {
  '>=': 'at-least',
  '>': 'more-than',
  '<=': 'at-most',
  '<': 'less-than',
  '=': 'exactly',
} as const;

function atSites(
  quantifier: 'every' | 'some' | undefined,
  question: Question,
  what: Phrase,
): Phrase {
  if (!question.perSite) return what;
  return say(quantifier === 'some' ? 'way.some-site' : 'way.every-site', { what });
}
