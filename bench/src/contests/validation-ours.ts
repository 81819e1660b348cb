import { compile } from '@sukoyaka/survey';
import { serve, TIMED } from '../contender.js';
import { sheets, sixtyQuestionEdition } from './sixty-questions.js';

const survey = compile(sixtyQuestionEdition());
const inputs = sheets();

/** Ids of the questions that are at fault or missing, sorted. */
function faults(answers: unknown): readonly string[] {
  const { problems, missing } = survey.validate(answers, 'th');
  return [...new Set([...missing, ...problems.map((problem) => problem.question ?? '')])].sort();
}

serve({
  outputs: () => Promise.resolve(inputs.map(faults)),
  work: () => {
    for (const answers of inputs.slice(0, TIMED)) faults(answers);
    return Promise.resolve(TIMED);
  },
});
