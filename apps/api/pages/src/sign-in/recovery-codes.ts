import { button } from '../base/button.js';
import { el, moveTo, paragraph } from '../base/dom.js';
import { openDialog } from '../base/dialog.js';
import { t } from '../base/texts.js';

/** Shows recovery codes until the reader says that they have kept them. */
export function showRecoveryCodes(codes: readonly string[]): Promise<void> {
  if (codes.length === 0) return Promise.resolve();
  const list = el('ul', { class: 'codes' }, ...codes.map((code) => el('li', {}, code)));
  const said = el('p', { role: 'status', class: 'hint' });
  const copy = button(t('recovery.copy'), async () => {
    said.textContent = t((await isCopied(codes)) ? 'recovery.copied' : 'recovery.not-copied');
  });
  const print = button(t('recovery.print'), () => window.print());
  return new Promise((resolve) => {
    const close = button(t('recovery.kept'), () => dialog.close(), 'primary');
    const dialog = openDialog(
      t('recovery.title'),
      paragraph(t('recovery.text')),
      list,
      el('div', { class: 'actions no-print' }, copy, print),
      said,
      el('div', { class: 'actions no-print' }, close),
    );
    // They are not shown again: Escape, pressed by habit, must not lose them.
    dialog.element.addEventListener('cancel', (event) => {
      event.preventDefault();
      moveTo(close);
    });
    dialog.element.addEventListener('close', () => resolve());
  });
}

async function isCopied(codes: readonly string[]): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(codes.join('\n'));
    return true;
  } catch {
    return false;
  }
}
