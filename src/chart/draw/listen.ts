import { command, commandOfKey } from './commands.ts';
import type { Explorer } from './explorer.ts';
import { keyAction } from './keys.ts';

/** Binds what a reader does on the page to the explorer, until the signal ends it. */
export function listen(root: HTMLElement, explorer: Explorer, signal: AbortSignal): void {
  const { stage, selection } = explorer;
  const form = root.querySelector('form');
  const on = (
    target: EventTarget | null,
    name: string,
    act: (event: Event) => void,
    options?: AddEventListenerOptions,
  ) => target?.addEventListener(name, act, { signal, ...options });
  on(root, 'click', (event) => {
    onClick(event as MouseEvent, explorer);
  });
  on(root, 'keydown', (event) => {
    onKey(event as KeyboardEvent, explorer);
  });
  // What was clicked may take no focus: what is open is closed and read all the same.
  on(document, 'keydown', (event) => {
    if (event.target === document.body) onKey(event as KeyboardEvent, explorer);
  });
  on(root, 'focusin', ({ target }) => {
    stage.follow(target);
    // What a pointer has pressed may not move before it is let go.
    if (target instanceof Element && target.matches(':focus-visible'))
      selection.card.uncover(target);
  });
  on(form, 'input', ({ target }) => {
    // Each letter is no step to go back to.
    const isTyped = target instanceof HTMLInputElement && target.type === 'search';
    explorer.choose(isTyped ? 'move' : 'step');
  });
  on(form, 'submit', (event) => {
    event.preventDefault();
  });
  on(window, 'popstate', () => {
    explorer.restore();
  });
  on(window, 'beforeprint', () => {
    stage.drawForPrint();
  });
  on(window, 'afterprint', () => {
    stage.drawForScreen();
  });
  const lift = () => {
    stage.lift();
  };
  // Of elements that scroll within the page, too.
  on(window, 'scroll', lift, { capture: true, passive: true });
  const observer = new ResizeObserver(() => {
    stage.fit();
  });
  observer.observe(root.querySelector('[data-part="chart"]') ?? root);
  on(signal, 'abort', () => {
    observer.disconnect();
  });
}

function onClick(event: MouseEvent, explorer: Explorer): void {
  if (!(event.target instanceof Element)) return;
  const button = event.target.closest<HTMLElement>('[data-do]');
  if (button) command(explorer, button.dataset.do ?? '');
  // A click with another button or a key is the browser's: a new tab, a download.
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
    return;
  const mark = explorer.stage.markAt(event.target);
  const link = event.target.closest<HTMLElement>('a[data-event]');
  if (!mark && !link) return;
  event.preventDefault();
  if (mark) explorer.open(mark);
  if (!link) return;
  explorer.select(link.dataset.event);
  explorer.selection.card.focus();
}

/** Keys are taken only while the chart, the card or nothing has the focus; Escape also beside them. */
function onKey(event: KeyboardEvent, explorer: Explorer): void {
  const { stage } = explorer;
  const { card } = explorer.selection;
  if (event.key === 'Escape') {
    const isInForm = event.target instanceof Element && event.target.closest('form') !== null;
    stage.hideTip();
    if (isInForm || !card.isOpen) return;
    event.preventDefault();
    explorer.close();
    return;
  }
  const inReading =
    explorer.isReading && (card.has(event.target) || event.target === document.body);
  const action = keyAction(event, { isDown: stage.isDown && !inReading, rtl: stage.rtl });
  if (inReading && (action === 'next' || action === 'previous'))
    explorer.walk(action === 'next' ? 1 : -1);
  if (!action || !stage.focus.has()) return;
  event.preventDefault();
  commandOfKey(explorer, action);
}
