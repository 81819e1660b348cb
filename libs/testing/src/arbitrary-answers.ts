import type {
  AnswerValue,
  Answers,
  CompiledSurvey,
  Question,
  YearTableQuestion,
} from '@sukoyaka/survey';
import fc from 'fast-check';

/** Valid answers to some of the questions of a survey; hidden ones are left out. */
export function arbitraryAnswers(survey: CompiledSurvey): fc.Arbitrary<Answers> {
  const { years } = survey.edition;
  return answersOf(survey, (question) =>
    fc.option(arbitraryAnswer(question, years), { nil: undefined }),
  );
}

/** Everything asked is answered, nothing "not applicable", every rate in counts: nothing is unknown. */
export function exactAnswers(survey: CompiledSurvey): fc.Arbitrary<Answers> {
  const { years } = survey.edition;
  return answersOf(survey, (question) =>
    siteAnswer(question, plainAnswer(question, years, counts)),
  );
}

function answersOf(
  survey: CompiledSurvey,
  draw: (question: Question) => fc.Arbitrary<unknown>,
): fc.Arbitrary<Answers> {
  const fields = survey.questions.map((question) => [question.id, draw(question)] as const);
  return fc.record(Object.fromEntries(fields)).map((drawn) => {
    const given = Object.entries(drawn).filter(([, value]) => value !== undefined);
    return survey.effective(Object.fromEntries(given) as Answers);
  });
}

type Years = CompiledSurvey['edition']['years'];

/** A valid answer to one question, N/A now and then where it is allowed. */
export function arbitraryAnswer(question: Question, years: Years): fc.Arbitrary<AnswerValue> {
  const answer = siteAnswer(question, plainAnswer(question, years, percentage));
  const reasons = question.notApplicable?.reasons.map(({ id }) => ({ notApplicable: id })) ?? [];
  if (reasons.length === 0) return answer;
  return fc.oneof(
    { weight: 5, arbitrary: answer },
    { weight: 1, arbitrary: fc.constantFrom(...reasons) },
  );
}

function siteAnswer(question: Question, plain: fc.Arbitrary<unknown>): fc.Arbitrary<AnswerValue> {
  if (!question.perSite) return plain as fc.Arbitrary<AnswerValue>;
  const sites = fc.dictionary(fc.constantFrom('a', 'b', 'c'), plain, { minKeys: 1 });
  return sites.map((values) => ({ sites: values })) as fc.Arbitrary<AnswerValue>;
}

function plainAnswer(
  question: Question,
  years: Years,
  rate: fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  switch (question.type) {
    case 'single':
      return fc.constantFrom(...question.options.map(({ id }) => id));
    case 'multiple': {
      const exclusive = question.options.filter((o) => o.exclusive).map(({ id }) => [id]);
      const open = question.options.filter((o) => !o.exclusive).map(({ id }) => id);
      const maxLength = question.maxSelected ?? open.length;
      return fc.oneof(
        fc.subarray(open, { minLength: 1, maxLength }),
        ...exclusive.map((e) => fc.constant(e)),
      );
    }
    case 'yes-progress-no':
      return fc.constantFrom('yes', 'in-progress', 'no');
    case 'number':
      return fc.integer({ min: Math.ceil(question.min), max: Math.floor(question.max) });
    case 'percentage':
      return rate;
    case 'year-table':
      return yearTable(question, years, rate);
    case 'date':
      return fc.constantFrom(question.min, question.max);
    case 'text':
      return fc.constantFrom('Free text', 'ข้อความ', '自由記述');
    case 'evidence':
      return fc.constant([{ title: 'Minutes', kind: 'document', status: 'held' }]);
    case 'consent':
      return fc.boolean().map((given) => ({
        given,
        textVersion: question.textVersion,
        language: 'th',
        date: '2026-05-01',
      }));
  }
}

const counts = fc
  .tuple(fc.integer({ min: 10, max: 2000 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([denominator, share]) => ({ numerator: Math.floor(share * denominator), denominator }));

const published = fc.record({
  percent: fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10),
  bound: fc.constantFrom('exact', 'at-least', 'more-than', 'at-most', 'less-than', 'about'),
});

const percentage = fc.oneof(counts, published);

function yearTable(
  { items, years: most }: YearTableQuestion,
  years: Years,
  rate: fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  const all = Array.from({ length: years.to - years.from + 1 }, (_, k) => String(years.from + k));
  const row = fc.record(
    Object.fromEntries(
      items.map((item) => [
        item.id,
        item.kind === 'percentage'
          ? rate
          : // One small value for every count keeps "part of" checks true.
            fc.constant(Math.max(Math.ceil(item.min), Math.min(12, item.max))),
      ]),
    ),
  );
  return fc
    .tuple(fc.subarray(all, { minLength: 1, maxLength: most }), row)
    .map(([chosen, cells]) => Object.fromEntries(chosen.map((year) => [year, cells])));
}
