/**
 * Tells the page that holds an embed how tall it is, in the words of every host at once: there is
 * no common protocol, and an embed does not know where it will stand. The contract is in
 * docs/embedding.md.
 */

/** What a host calls the frame, as far as its address tells. */
export interface FrameNames {
  /** The whole address. */
  address: string;
  /** Path and query, which also stand in the host's `src`. */
  path: string;
  /** What pym.js calls it; only pym.js gives one. */
  pym: string | undefined;
  /** What WordPress calls it; only WordPress gives one. */
  wordPress: string | undefined;
}

/** The size of what an embed shows, in whole CSS pixels. */
export interface FrameSize {
  width: number;
  height: number;
}

/** Milliseconds within which any number of questions get one answer. */
const ANSWERS_APART = 50;

/** Parts the messages of pym.js, so a name that has it in it would forge another message. */
const PYM = 'xPYMx';

/** Reads the names from the frame's own address. */
export function frameNames({
  href,
  pathname,
  search,
  hash,
}: Pick<Location, 'href' | 'pathname' | 'search' | 'hash'>): FrameNames {
  const pym = new URLSearchParams(search).get('childId') ?? '';
  return {
    address: href,
    path: pathname + search,
    pym: /^\S+$/.test(pym) && !pym.includes(PYM) ? pym : undefined,
    wordPress: /[?&]secret=([0-9a-z]+)/i.exec(hash)?.[1],
  };
}

/** One message for each kind of host. */
export function heightMessages({ width, height }: FrameSize, names: FrameNames): unknown[] {
  const { address, path, pym, wordPress: secret } = names;
  return [
    // AMP, @newswire/frames and our own loader
    { sentinel: 'amp', type: 'embed-size', height },
    // Hosts of Datawrapper's charts, which look for the name in `src`
    { 'datawrapper-height': { [path]: height } },
    // Medium, Embedly, Flourish
    JSON.stringify({ src: address, context: 'iframe.resize', height }),
    // @open-iframe-resizer/core
    { type: 'iframe-resized', width, height },
    ...(pym === undefined ? [] : [['pym', pym, 'height', height].join(PYM)]),
    ...(secret === undefined ? [] : [{ message: 'height', value: height, secret }]),
  ];
}

/** What asks WordPress to follow a link; it does so only within the embed's own site. */
export function linkMessages(href: string, { wordPress: secret }: FrameNames): unknown[] {
  return secret === undefined ? [] : [{ message: 'link', value: href, secret }];
}

/** Whether a message from the host asks for the height. */
export function asksForHeight(message: unknown, { pym, wordPress }: FrameNames): boolean {
  if (typeof message === 'string')
    return pym !== undefined && message.startsWith(['pym', pym, 'width', ''].join(PYM));
  if (typeof message !== 'object' || message === null) return false;
  const { type, sentinel, message: word, secret } = message as Record<string, unknown>;
  if (type === 'iframe-child-init' || type === 'iframe-get-child-dimensions') return true;
  if (type === 'frames-init') return sentinel === 'amp';
  return word === 'ready' && secret !== undefined && secret === wordPress;
}

/** Sends messages to the page that holds this one, whatever its origin: they hold no secret. */
export function tellHost(messages: readonly unknown[]): void {
  for (const message of messages) window.parent.postMessage(message, '*');
}

/**
 * Tells the host the height of an element now, whenever it changes, and when the host asks. The
 * element must not depend on the height of the frame, or each would follow the other for ever.
 * @param limit height, in pixels, above which the element scrolls inside the frame.
 */
export function announceHeight(content: Element, names: FrameNames, limit = Infinity): void {
  if (window.parent === window) return;
  let told: FrameSize | undefined;
  let answering: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    told = sizeOf(content, limit);
    tellHost(heightMessages(told, names));
  };
  new ResizeObserver(() => {
    if (sizeOf(content, limit).height !== told?.height) tell();
  }).observe(content);
  window.addEventListener('message', ({ source, data }) => {
    if (source !== window.parent || !asksForHeight(data, names)) return;
    answering ??= setTimeout(() => {
      answering = undefined;
      tell();
    }, ANSWERS_APART);
  });
  tell();
}

function sizeOf(content: Element, limit: number): FrameSize {
  const { width, height } = content.getBoundingClientRect();
  return { width: Math.ceil(width), height: Math.min(Math.ceil(height), limit) };
}
