import { provenanceText, marksIn } from '../facts/provenance.js';
import type { ReportInput } from '../input.js';
import { periodOf, syntheticParts, type View, viewOf } from '../view.js';
import { localised, say as phrase } from '../words/phrase.js';
import { twinAnswers, twinImprovements, twinOutcomes, twinWarnings } from './answers.js';
import { twinReadings } from './criteria.js';
import { twinManagement } from './management.js';
import { twinScores } from './scores.js';
import { type Say, sayIn } from './sentence.js';
import type { ReportTwin, TwinProvenance } from './types.js';

/**
 * The machine-readable twin of the report: what `buildReport` prints, as data.
 * @throws RangeError when a rule set of the evaluation is not among `ruleSets`.
 */
export function reportTwin(input: ReportInput): ReportTwin {
  const view = viewOf(input);
  const { evaluation, context, wording } = view;
  const say = sayIn(wording.languages);
  const { edition, completeness, organisation } = evaluation;
  return {
    schema: 'sukoyaka-report/1',
    reportNumber: context.reportNumber,
    createdAt: context.createdAt,
    languages: wording.languages,
    title: say(phrase('document.title')),
    notice: say(phrase('notice.full')),
    assurance: { id: context.assurance, words: say(phrase(`assurance.${context.assurance}`)) },
    period: periodOf(view),
    synthetic: syntheticParts(view),
    organisation,
    edition: { ...edition, title: say(localised(edition.title)) },
    completeness,
    ...twinScores(view, say),
    ...twinManagement(view, say),
    readings: twinReadings(view, say),
    improvements: twinImprovements(view, say),
    outcomes: twinOutcomes(view, evaluation.outcomes, say),
    answers: twinAnswers(view, say),
    warnings: twinWarnings(view, say),
    provenance: provenanceOf(view, say),
  };
}

/** Editions and rule sets with how sure each part is. */
function provenanceOf({ survey, readings }: View, say: Say): readonly TwinProvenance[] {
  const { id, version, scoring } = survey.edition;
  const entry = (
    of: TwinProvenance['of'],
    named: { readonly id: string; readonly version: string },
    notes: readonly string[],
  ): TwinProvenance => ({
    of,
    id: named.id,
    version: named.version,
    marks: [...new Set(notes.flatMap(marksIn))],
    words: say(provenanceText(notes)),
  });
  return [
    entry('side-weights', { id, version }, [scoring.sideWeightsProvenance]),
    entry('stages', { id, version }, [scoring.stagesProvenance]),
    ...readings.map(({ rules }) =>
      entry('rule-set', rules, [
        rules.provenance,
        ...rules.criteria.map((rule) => rule.provenance),
      ]),
    ),
  ];
}
