/**
 * The theme that a reader chose: automatic unless they did. This small script runs in the head,
 * before anything is painted; storage may be forbidden, and then the choice lasts for the page.
 */
export const THEME_SCRIPT = `try{document.documentElement.dataset.theme=localStorage.theme||'auto'}catch{}`;

/** Binds the theme switch of the page; the style sheet hides it where scripts are off. */
export function bindThemeSwitch(): void {
  const select = document.querySelector<HTMLSelectElement>('[data-part="theme"]');
  if (!select) return;
  const { dataset } = document.documentElement;
  select.value = dataset.theme ?? 'auto';
  select.addEventListener('change', () => {
    dataset.theme = select.value;
    try {
      localStorage.theme = select.value;
    } catch {
      // Without storage the choice lasts as long as the page.
    }
  });
}
