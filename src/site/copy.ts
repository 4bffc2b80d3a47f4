const BUTTONS = '[data-do="copy"]';

/** Shows the buttons that copy the text beside them, which without scripts would do nothing. */
export function bindCopyButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>(BUTTONS)) {
    button.hidden = false;
    button.addEventListener('click', () => void copyFrom(button));
  }
}

/** Copies the text beside a button; where the browser refuses, selects it for the reader. */
async function copyFrom(button: HTMLButtonElement): Promise<void> {
  const text = button.parentElement?.querySelector('pre');
  const status = statusOf(button);
  if (!text || !status) return;
  for (const one of document.querySelectorAll(BUTTONS)) statusOf(one)?.replaceChildren();
  try {
    await navigator.clipboard.writeText(text.textContent);
    status.textContent = button.dataset.copied ?? '';
  } catch {
    getSelection()?.selectAllChildren(text);
    status.textContent = button.dataset.refused ?? '';
  }
}

/** Where it is said what came of the last copying. */
function statusOf(button: Element): Element | null | undefined {
  return button.parentElement?.querySelector('[role="status"]');
}
