/**
 * The theme that a reader chose: automatic unless they did. This small script runs in the head,
 * before anything is painted; storage may be forbidden, and then the choice lasts for the page.
 */
export const THEME_SCRIPT = `try{var t=localStorage.getItem('theme');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch(e){}`;

const THEMES = ['auto', 'light', 'dark'] as const;

/** Binds the theme switch of the page; the style sheet hides it where scripts are off. */
export function bindThemeSwitch(): void {
  const select = document.querySelector<HTMLSelectElement>('[data-part="theme"]');
  if (!select) return;
  select.value = document.documentElement.dataset.theme ?? 'auto';
  select.addEventListener('change', () => {
    const theme = THEMES.find((one) => one === select.value) ?? 'auto';
    if (theme === 'auto') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    try {
      localStorage.setItem('theme', theme);
    } catch {
      // Without storage the choice lasts as long as the page.
    }
  });
}
