import type { Explorer } from './explorer.ts';
import { keyAction } from './keys.ts';

/** Binds what a reader does on the page to the explorer, until the signal ends it. */
export function listen(root: HTMLElement, explorer: Explorer, signal: AbortSignal): void {
  const { stage, selection } = explorer;
  const form = root.querySelector('form');
  const bound = { signal };
  root.addEventListener(
    'click',
    (event) => {
      onClick(event, explorer);
    },
    bound,
  );
  root.addEventListener(
    'keydown',
    (event) => {
      onKey(event, explorer);
    },
    bound,
  );
  stage.svg.addEventListener(
    'focusin',
    ({ target }) => {
      stage.follow(target);
    },
    bound,
  );
  form?.addEventListener(
    'input',
    ({ target }) => {
      // Each letter is no step to go back to.
      const isTyped = target instanceof HTMLInputElement && target.type === 'search';
      explorer.choose(isTyped ? 'move' : 'step');
    },
    bound,
  );
  form?.addEventListener(
    'submit',
    (event) => {
      event.preventDefault();
    },
    bound,
  );
  // Of elements that scroll within the page, too.
  window.addEventListener(
    'scroll',
    () => {
      stage.lift();
    },
    { signal, capture: true, passive: true },
  );
  // What was clicked may take no focus: what is open is closed and read all the same.
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.target === document.body) onKey(event, explorer);
    },
    bound,
  );
  root.addEventListener(
    'focusin',
    ({ target }) => {
      if (target instanceof Element) selection.card.uncover(target);
    },
    bound,
  );
  window.addEventListener(
    'popstate',
    () => {
      explorer.restore();
    },
    bound,
  );
  window.addEventListener(
    'beforeprint',
    () => {
      stage.drawForPrint();
    },
    bound,
  );
  window.addEventListener(
    'afterprint',
    () => {
      stage.drawForScreen();
    },
    bound,
  );
  selection.card.onSwipe((direction) => {
    if (explorer.isReading) explorer.walk(stage.rtl === (direction === 1) ? -1 : 1);
  }, signal);
  const observer = new ResizeObserver(() => {
    stage.fit();
  });
  observer.observe(root.querySelector('[data-part="chart"]') ?? root);
  signal.addEventListener('abort', () => {
    observer.disconnect();
  });
}

function onClick(event: MouseEvent, explorer: Explorer): void {
  if (!(event.target instanceof Element)) return;
  const button = event.target.closest<HTMLElement>('[data-do]');
  if (button) explorer.do(button.dataset.do ?? '');
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
  explorer.doKey(action);
}
