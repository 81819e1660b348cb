import { Model } from 'survey-core';
import { serve, TIMED } from '../contender.js';
import { type PlainQuestion, sheets, sixtyQuestions } from './sixty-questions.js';

const model = new Model({ elements: sixtyQuestions().map(element) });
model.locale = 'th';
const inputs = sheets().map((answers) => structuredClone(answers) as Record<string, unknown>);

function element(question: PlainQuestion): object {
  const { ja, th, en } = question.text;
  const base = { name: question.id, title: { default: en, ja, th }, isRequired: true };
  switch (question.type) {
    case 'single':
      return { ...base, type: 'radiogroup', choices: choices(question) };
    case 'multiple':
      return {
        ...base,
        type: 'checkbox',
        choices: choices(question),
        ...(question.maxSelected
          ? { validators: [{ type: 'answercount', maxCount: question.maxSelected }] }
          : {}),
      };
    case 'number': {
      const { min, max } = question;
      const validators = [{ type: 'numeric', minValue: min, maxValue: max }];
      return { ...base, type: 'text', inputType: 'number', validators };
    }
    case 'text':
      return {
        ...base,
        type: 'comment',
        validators: [{ type: 'text', maxLength: question.maxLength }],
      };
  }
}

function choices(question: Extract<PlainQuestion, { readonly options: unknown }>): object[] {
  return question.options.map(({ id, text }) => ({
    value: id,
    text: { default: text.en, ja: text.ja, th: text.th },
  }));
}

/** The reused model takes the answers as its data, validates, and names the questions with errors. */
function faults(answers: Record<string, unknown>): readonly string[] {
  model.data = answers;
  model.validate(true, false);
  return model
    .getAllQuestions()
    .filter((question) => question.errors.length > 0)
    .map((question) => question.name)
    .sort();
}

serve({
  outputs: () => Promise.resolve(inputs.map(faults)),
  work: () => {
    for (const answers of inputs.slice(0, TIMED)) faults(answers);
    return Promise.resolve(TIMED);
  },
});
