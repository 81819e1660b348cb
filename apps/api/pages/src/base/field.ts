import { el, newId, setAttributes } from './dom.js';
import { t } from './texts.js';

export interface Choice {
  readonly value: string;
  readonly text: string;
}

export interface FieldOptions {
  /** As the API calls it. */
  readonly name: string;
  readonly label: string;
  readonly kind?: 'text' | 'email' | 'password' | 'code';
  readonly choices?: readonly Choice[];
  readonly autocomplete?: string;
  readonly hint?: string;
  readonly value?: string;
  readonly max?: number;
}

/** A labelled input, with what is wrong with it. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly row: HTMLElement;
  readonly input: HTMLInputElement | HTMLSelectElement;
  readonly value: () => string;
  /** Says what is wrong; undefined takes it back. */
  readonly complain: (fault: string | undefined) => void;
}

const TYPES = { text: 'text', email: 'email', password: 'password', code: 'text' } as const;

export function field(options: FieldOptions): Field {
  const { name, label, hint, kind = 'text' } = options;
  const id = newId(name);
  const input = options.choices === undefined ? typedInput(options, id) : select(options, id);
  const hintId = hint === undefined ? undefined : `${id}-hint`;
  const faultId = `${id}-fault`;
  const fault = el('p', { class: 'field-fault', id: faultId, hidden: true });
  const describedBy = (...ids: readonly (string | undefined)[]) =>
    ids.filter((each) => each !== undefined).join(' ') || undefined;
  setAttributes(input, { 'aria-describedby': describedBy(hintId) });
  const complain = (text: string | undefined) => {
    fault.hidden = text === undefined;
    fault.replaceChildren(...(text === undefined ? [] : [faultMark(), text]));
    setAttributes(input, {
      'aria-invalid': text === undefined ? undefined : 'true',
      'aria-describedby': describedBy(hintId, text === undefined ? undefined : faultId),
    });
  };
  const row = el(
    'div',
    { class: 'field' },
    el('label', { for: id }, label),
    hint === undefined ? null : el('p', { class: 'hint', id: hintId }, hint),
    fault,
    kind === 'password' ? withReveal(input as HTMLInputElement) : input,
  );
  return { name, label, row, input, complain, value: () => input.value };
}

/** Colour alone would not tell everybody. */
function faultMark(): HTMLElement {
  return el('span', { class: 'fault-mark' }, t('fault.mark'));
}

function typedInput(options: FieldOptions, id: string): HTMLInputElement {
  const { name, kind = 'text', autocomplete, value, max = 254 } = options;
  const input = el('input', {
    id,
    name,
    type: TYPES[kind],
    autocomplete,
    class: kind === 'code' ? 'code' : undefined,
    maxlength: kind === 'password' ? 1000 : max,
    spellcheck: kind === 'text' ? undefined : 'false',
    autocapitalize: kind === 'text' ? undefined : 'none',
  });
  if (value !== undefined) input.value = value;
  return input;
}

function select({ name, value, choices = [] }: FieldOptions, id: string): HTMLSelectElement {
  const options = choices.map((choice) => el('option', { value: choice.value }, choice.text));
  const element = el('select', { id, name }, ...options);
  if (value !== undefined) element.value = value;
  return element;
}

/** Passwords may be looked at: who can read what they type need not type it twice. */
function withReveal(input: HTMLInputElement): HTMLElement {
  const toggle = el('button', { type: 'button', class: 'reveal', 'aria-controls': input.id });
  const show = (isShown: boolean) => {
    input.type = isShown ? 'text' : 'password';
    toggle.textContent = t(isShown ? 'password.hide' : 'password.show');
  };
  toggle.addEventListener('click', () => show(input.type === 'password'));
  show(false);
  return el('div', { class: 'with-reveal' }, input, toggle);
}
