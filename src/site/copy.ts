/** Shows the buttons that copy a citation, which without scripts would do nothing. */
export function bindCopyButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-do="copy"]')) {
    button.hidden = false;
    button.addEventListener('click', () => void copyFrom(button));
  }
}

/** Copies the text below a button; where the browser refuses, selects it for the reader. */
async function copyFrom({ parentElement, dataset }: HTMLButtonElement): Promise<void> {
  const text = parentElement?.querySelector('pre');
  const status = parentElement?.querySelector('[role="status"]');
  if (!text || !status) return;
  for (const old of document.querySelectorAll('.cite [role="status"]')) old.textContent = '';
  try {
    await navigator.clipboard.writeText(text.textContent);
    status.textContent = dataset.copied ?? '';
  } catch {
    getSelection()?.selectAllChildren(text);
    status.textContent = dataset.refused ?? '';
  }
}
