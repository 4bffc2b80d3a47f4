import { fill } from '../model/fill.ts';
import { announceHeight, frameNames, linkMessages, tellHost } from './height.ts';
import { MAX_FIXED_HEIGHT } from './heights.ts';

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
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    const href = link?.getAttribute('href') ?? '#';
    if (href.startsWith('#') || event.defaultPrevented || hasKey(event)) return;
    event.preventDefault();
    const address = new URL(href, location.href).href;
    const opened = window.open(address, '_blank');
    if (opened) {
      opened.opener = null;
      return;
    }
    tellHost(linkMessages(address, names));
    notice.textContent = fill(notice.dataset.words ?? '', { address });
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
