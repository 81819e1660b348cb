import { asProblem, type Problem } from './api.js';
import { type Child, el, moveTo } from './dom.js';
import { type Field } from './field.js';
import { t } from './texts.js';

export type Values = Readonly<Record<string, string>>;

export interface FormOptions {
  readonly fields: readonly Field[];
  readonly submit: string;
  readonly act: (values: Values) => Promise<void>;
  /** Which field a problem of the API speaks of, by its code. */
  readonly blame?: Readonly<Record<string, string>>;
  /** What else stands between the fields and the button. */
  readonly extra?: readonly Child[];
  readonly kind?: 'primary' | 'danger';
  /** Beside the button. */
  readonly beside?: readonly Child[];
}

/** A form that says everything that is wrong at once, and leads to it. */
export function form(options: FormOptions): HTMLFormElement {
  const { fields, extra = [], beside = [], submit, kind = 'primary' } = options;
  const summary = el('div', { class: 'summary', hidden: true, role: 'alert' });
  const send = el('button', { type: 'submit', class: kind }, submit);
  const element = el(
    'form',
    { novalidate: true, method: 'post' },
    summary,
    ...fields.map(({ row }) => row),
    ...extra,
    el('div', { class: 'actions' }, send, ...beside),
  );
  element.addEventListener('keydown', keepComposing);
  element.addEventListener('submit', (event) => {
    event.preventDefault();
    if (send.getAttribute('aria-disabled') === 'true') return;
    void attempt(options, summary, send);
  });
  return element;
}

/** Enter that only picks a word of an input method must never send the form. */
function keepComposing(event: KeyboardEvent): void {
  // 229 is all that Safari says, which ends the composition before it tells of the key.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const isComposing = event.isComposing || event.keyCode === 229;
  if (event.key === 'Enter' && isComposing) event.preventDefault();
}

async function attempt(
  { fields, act, blame = {}, submit }: FormOptions,
  summary: HTMLElement,
  send: HTMLButtonElement,
): Promise<void> {
  summary.hidden = true;
  for (const each of fields) each.complain(undefined);
  const empty = fields.filter((each) => each.value().trim() === '');
  if (empty.length > 0) {
    for (const each of empty) each.complain(t('fault.required', { label: each.label }));
    return showSummary(summary, t('fault.summary'), empty);
  }
  send.setAttribute('aria-disabled', 'true');
  send.textContent = t('working');
  try {
    await act(Object.fromEntries(fields.map((each) => [each.name, each.value()])));
  } catch (error) {
    showProblem(summary, asProblem(error), fields, blame);
  } finally {
    send.removeAttribute('aria-disabled');
    send.textContent = submit;
  }
}

function showProblem(
  summary: HTMLElement,
  problem: Problem,
  fields: readonly Field[],
  blame: Readonly<Record<string, string>>,
): void {
  const blamed = fields.filter((each) => {
    const pointed = problem.faults.find(({ pointer }) => pointer === `/${each.name}`);
    const detail = pointed?.detail ?? (blame[problem.code] === each.name ? problem.detail : null);
    if (detail === null) return false;
    each.complain(detail);
    return true;
  });
  if (blamed.length > 0) return showSummary(summary, problem.title, blamed);
  summary.replaceChildren(
    el('p', { class: 'notice-title' }, problem.title),
    ...detailsOf(problem).map((text) => el('p', {}, text)),
  );
  reveal(summary);
}

/** What is wrong with parts of a request that no field stands for, in place of where to look for it. */
function detailsOf({ detail, faults }: Problem): readonly string[] {
  return faults.length === 0 ? [detail] : faults.map((fault) => fault.detail);
}

/** Names each field that needs a look, as a way to it. */
function showSummary(summary: HTMLElement, title: string, fields: readonly Field[]): void {
  const items = fields.map(({ input, label }) => {
    const way = el('a', { href: `#${input.id}` }, label);
    way.addEventListener('click', (event) => {
      event.preventDefault();
      input.focus();
    });
    return el('li', {}, way);
  });
  summary.replaceChildren(el('p', { class: 'notice-title' }, title), el('ul', {}, ...items));
  reveal(summary);
}

function reveal(summary: HTMLElement): void {
  summary.hidden = false;
  moveTo(summary);
}
