import { asProblem } from './api.js';
import { el } from './dom.js';
import { problemNotice } from './page.js';

/**
 * A button that does something on this page. Pressing it again while it works does nothing. What
 * fails is said below it, or below the row that it stands in, until it is pressed again.
 */
export function button(
  text: string,
  act: () => void | Promise<void>,
  kind: 'primary' | 'quiet' | 'danger' = 'quiet',
): HTMLButtonElement {
  const element = el('button', { type: 'button', class: kind }, text);
  let isWorking = false;
  let said: HTMLElement | undefined;
  const press = async () => {
    if (isWorking) return;
    isWorking = true;
    said?.remove();
    try {
      await act();
    } catch (error) {
      said = problemNotice(asProblem(error));
      (element.closest('.actions') ?? element).after(said);
    } finally {
      isWorking = false;
    }
  };
  element.addEventListener('click', () => void press());
  return element;
}
