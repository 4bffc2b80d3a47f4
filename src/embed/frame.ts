import { announceHeight, frameNames, linkMessages, MAX_FIXED_HEIGHT, tellHost } from './height.ts';

/**
 * Makes a page behave as one in a frame: its host learns how tall it is, and its links lead
 * somewhere however little the host allows.
 * @throws when the page has not marked its content and the place of its notice.
 */
export function startFrame(): void {
  const names = frameNames(location);
  const content = partOf('content');
  const isFixed = document.documentElement.dataset.height === 'fixed';
  announceHeight(content, names, isFixed ? MAX_FIXED_HEIGHT : Infinity);

  // Only in a sandbox can a click on a link come to nothing.
  if (origin !== 'null') return;
  const notice = partOf('blocked');
  document.addEventListener('click', (event) => {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
    if (!link || link.target === '_self' || event.defaultPrevented || hasKey(event)) return;
    event.preventDefault();
    const opened = window.open(link.href, '_blank');
    if (opened) opened.opener = null;
    else {
      tellHost(linkMessages(link.href, names));
      notice.textContent = (notice.dataset.words ?? '').replace('{address}', link.href);
    }
  });
}

/** A click with another button or a key is the browser's: a new tab, a download. */
function hasKey({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  return button !== 0 || ctrlKey || metaKey || shiftKey || altKey;
}

function partOf(name: string): HTMLElement {
  const part = document.querySelector<HTMLElement>(`[data-part="${name}"]`);
  if (!part) throw new Error(`The page marks nothing with data-part="${name}".`);
  return part;
}
