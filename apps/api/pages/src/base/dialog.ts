import { button } from './button.js';
import { type Child, el, newId } from './dom.js';
import { t } from './texts.js';

export interface Dialog {
  readonly element: HTMLDialogElement;
  readonly close: () => void;
}

/** Opens a dialog over the page; closing it brings the reader back to where they were. */
export function openDialog(title: string, ...content: readonly Child[]): Dialog {
  const id = newId('dialog');
  const element = el(
    'dialog',
    { 'aria-labelledby': id },
    el('h2', { id, tabindex: -1, autofocus: true }, title),
    ...content,
  );
  document.body.append(element);
  element.addEventListener('close', () => element.remove());
  element.showModal();
  return { element, close: () => element.close() };
}

/** Asks before something that cannot be taken back, and does it. */
export function confirmFirst(
  title: string,
  text: string,
  action: string,
  act: () => Promise<void>,
): void {
  const yes = button(
    action,
    async () => {
      await act();
      dialog.close();
    },
    'danger',
  );
  const no = button(t('cancel'), () => dialog.close());
  const dialog = openDialog(title, el('p', {}, text), el('div', { class: 'actions' }, yes, no));
}
