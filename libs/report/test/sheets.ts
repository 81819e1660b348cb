import type {
  Answers,
  AnswerSheet,
  AnswerValue,
  CompiledSurvey,
  Organisation,
  PercentageValue,
  PlainValue,
  Question,
  TableItem,
} from '@sukoyaka/survey';

/** How a generated company answers. Equal settings give equal sheets. */
export interface Manner {
  readonly seed: number;
  /** Share of the questions that are answered, 0–1. */
  readonly answered: number;
  /** Share of the questions with "not applicable", where that is allowed, 0–1. */
  readonly notApplicable: number;
  /** How good the answers are, 0–1. */
  readonly maturity: number;
  /** Text answers; default: one of a few in different scripts. */
  readonly text?: string;
}

type Random = () => number;

/** A small generator (mulberry32): tests need the same companies in every run. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A valid sheet: hidden answers are left out. */
export function sheetFor(
  survey: CompiledSurvey,
  manner: Manner,
  organisation?: Organisation,
): AnswerSheet {
  const random = randomFrom(manner.seed);
  const answers: Record<string, AnswerValue> = {};
  for (const question of survey.questions) {
    if (random() >= manner.answered) continue;
    answers[question.id] = answerFor(question, survey, manner, random, organisation);
  }
  const effective: Answers = survey.effective(answers);
  const { id } = survey.edition;
  return { edition: id, answers: effective, ...(organisation ? { organisation } : {}) };
}

function answerFor(
  question: Question,
  survey: CompiledSurvey,
  manner: Manner,
  random: Random,
  organisation: Organisation | undefined,
): AnswerValue {
  const reason = question.notApplicable?.reasons[0];
  if (reason && random() < manner.notApplicable) return { notApplicable: reason.id };
  const plain = (): PlainValue => plainFor(question, survey, manner, random);
  const sites = organisation?.sites ?? [];
  if (!question.perSite) return plain();
  const ids = sites.length > 0 ? sites.map(({ id }) => id) : ['one', 'two'];
  return { sites: Object.fromEntries(ids.map((id) => [id, plain()])) };
}

const TEXTS = [
  'https://example.com/health',
  'ลดสัดส่วนผู้สูบบุหรี่ในโรงงานจากร้อยละ 21 เหลือร้อยละ 15 ภายในปี 2569',
  '定期健診後の再検査受診率を80%以上にする。',
];

function plainFor(
  question: Question,
  survey: CompiledSurvey,
  manner: Manner,
  random: Random,
): PlainValue {
  switch (question.type) {
    case 'single':
      return pick(byWorth(question), manner, random);
    case 'multiple': {
      const options = question.options.filter(({ exclusive }) => !exclusive).map(({ id }) => id);
      const chosen = options.filter(() => random() < 0.2 + 0.7 * manner.maturity);
      const most = chosen.slice(0, question.maxSelected ?? chosen.length);
      return most.length > 0 ? most : [options[0] ?? ''];
    }
    case 'yes-progress-no':
      return pick(['no', 'in-progress', 'yes'], manner, random);
    case 'number':
      return figure(question.min, question.max, question.integer === true, random);
    case 'percentage':
      return rate(random);
    case 'year-table':
      return tableFor(question, survey, random);
    case 'date':
      return question.max < '2026-03-31' ? question.max : '2026-03-31';
    case 'text': {
      const text = manner.text ?? TEXTS[Math.floor(random() * TEXTS.length)] ?? '';
      return text.slice(0, question.maxLength);
    }
    case 'evidence':
      return [{ title: 'รายงานการประชุม คปอ. 3/2568', kind: 'document', status: 'held' }];
    case 'consent':
      return {
        given: random() < 0.3 + 0.7 * manner.maturity,
        textVersion: question.textVersion,
        language: 'th',
        date: '2026-04-02',
      };
  }
}

function byWorth(question: Extract<Question, { type: 'single' }>): readonly string[] {
  return question.options
    .toSorted((a, b) => (a.points ?? 0) - (b.points ?? 0))
    .map(({ id }) => id);
}

/** One of the choices, worst to best, near the company's maturity. */
function pick(choices: readonly string[], { maturity }: Manner, random: Random): string {
  const at = Math.min(0.999, Math.max(0, maturity + 0.5 * (random() - 0.5)));
  return choices[Math.floor(at * choices.length)] ?? '';
}

function figure(min: number, max: number, integer: boolean, random: Random): number {
  const span = Math.min(max - min, 400);
  const value = min + random() * span;
  return integer ? Math.round(value) : Math.round(value * 10) / 10;
}

function rate(random: Random): PercentageValue {
  if (random() < 0.3) {
    const bounds = ['exact', 'at-least', 'about', 'less-than'] as const;
    const bound = bounds[Math.floor(random() * bounds.length)] ?? 'exact';
    return { percent: Math.round(random() * 1000) / 10, bound };
  }
  const denominator = 4 + Math.floor(random() * 400);
  return { numerator: Math.floor(random() * (denominator + 1)), denominator };
}

function tableFor(
  question: Extract<Question, { type: 'year-table' }>,
  { edition }: CompiledSurvey,
  random: Random,
): PlainValue {
  const latest = Math.min(2025, edition.years.to);
  const years = Array.from({ length: question.years }, (_, back) => String(latest - back));
  const limits = new Map((question.checks ?? []).map(({ item, atMost }) => [item, atMost]));
  return Object.fromEntries(
    years.map((year) => {
      const row = new Map(question.items.map((item) => [item.id, cellFor(item, random)]));
      for (const [item, atMost] of limits) {
        const [less, most] = [row.get(item), row.get(atMost)];
        if (typeof less === 'number' && typeof most === 'number' && less > most) {
          row.set(item, most);
        }
      }
      return [year, Object.fromEntries(row)];
    }),
  );
}

function cellFor(item: TableItem, random: Random): number | PercentageValue {
  if (item.kind === 'percentage') return rate(random);
  return figure(item.min, item.max, item.integer === true, random);
}
