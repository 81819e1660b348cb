import type { Improvement } from '@sukoyaka/scoring';
import type { Localised } from '@sukoyaka/kernel';
import type { LawMark, Question } from '@sukoyaka/survey';
import type { Block, TableRow } from '@sukoyaka/typesetting';
import { accentOf, type View } from '../view.js';
import { fixed, join, joinSome, localised, number, type Phrase, say } from '../words/phrase.js';
import { labelOf, optionText } from '../words/question.js';
import { heading, intro, remark } from './parts.js';

/** How many next options a step names. */
const NAMED_OPTIONS = 3;

/** What to do next, by gain and evidence, with guidance for the company's country. */
export function improvements(view: View): readonly Block[] {
  const title = heading(view, 'improvements');
  const steps = view.evaluation.improvements;
  if (steps.length === 0) return [title, remark(view, 'improvements.none')];
  return [
    title,
    intro(view, 'improvements.intro'),
    {
      kind: 'table',
      style: view.print.table,
      columns: view.wording.languages.map(() => ({ share: 1 })),
      header: view.wording.cells(view.wording.say('improvements.header')),
      rows: steps.flatMap((step, at) => stepRows(view, step, at + 1)),
    },
  ];
}

/** The question, then what it would bring, the next step and the guidance, run in. */
function stepRows(view: View, step: Improvement, place: number): readonly TableRow[] {
  const { wording, survey, evaluation } = view;
  const question = survey.question(step.question);
  if (!question) return [];
  const side = evaluation.trace.find((entry) => entry.question === step.question)?.countsFor.side;
  const accent = accentOf(side);
  const { guidance, law } = localGuidance(question, evaluation.organisation?.country);
  const asked = labelOf(question);
  const title = wording.texts((language) => `${place}. ${asked(language)}`);
  const facts = join([factsOf(step, question), ...law], 'facts');
  const advice = join([nextStep(step, question), guidance], 'sentences');
  return [
    { section: true, accent, cells: wording.cells(title) },
    { accent, cells: wording.cells(wording.led(facts, advice)) },
  ];
}

function factsOf(step: Improvement, question: Question): Phrase {
  return join(
    [
      say('improvements.gain', { gain: fixed(step.overallGain) }),
      say('improvements.points', {
        points: number(step.points),
        max: number(question.scoring?.max ?? step.points),
      }),
      say(`improvements.evidence.${step.evidenceWeight}`),
    ],
    'facts',
  );
}

/**
 * What to choose next. For a question that is not answered, first of all to answer it: which of
 * its options would be the next one is not known then.
 */
export function nextStep(step: Improvement, question: Question): Phrase {
  if (!step.known) return say('improvements.not-answered');
  const options = step.nextOptions.map((id) => optionText(question, id));
  const [nearest] = options;
  if (nearest === undefined || question.type === 'yes-progress-no') {
    return say(`improvements.${question.type === 'year-table' ? 'state-years' : 'state'}`);
  }
  return question.type === 'multiple'
    ? say('improvements.add', { options: joinSome(options, NAMED_OPTIONS) })
    : say('improvements.reach', { option: nearest });
}

/** The guidance for the country, and whether its law demands the practice, where that is known. */
export function localGuidance(
  question: Question,
  country: string | undefined,
): { readonly guidance: Phrase; readonly law: readonly Phrase[] } {
  const { thailand, japan, asean } = question.guidance;
  const of = (text: Localised, mark?: LawMark): ReturnType<typeof localGuidance> => ({
    guidance: localised(text),
    law: mark ? [say(`law.${mark}`)] : [],
  });
  switch (country?.toUpperCase()) {
    case 'TH':
      return of(thailand, question.law.thailand);
    case 'JP':
      return of(japan, question.law.japan);
    default:
      return of(asean);
  }
}
