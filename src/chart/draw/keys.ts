/** What a key asks of the chart. */
export type KeyAction =
  | 'next'
  | 'previous'
  | 'lane-below'
  | 'lane-above'
  | 'first'
  | 'last'
  | 'zoom-in'
  | 'zoom-out'
  | 'everything';

const KEYS: Record<string, KeyAction> = {
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  ArrowDown: 'lane-below',
  ArrowUp: 'lane-above',
  Home: 'first',
  End: 'last',
  '+': 'zoom-in',
  '=': 'zoom-in',
  '-': 'zoom-out',
  '0': 'everything',
};

const MIRRORED: Partial<Record<KeyAction, KeyAction>> = { next: 'previous', previous: 'next' };
const DOWNWARD: Partial<Record<KeyAction, KeyAction>> = {
  'lane-below': 'next',
  'lane-above': 'previous',
};

/** Where time runs down the page, and whether text runs from right to left. */
export interface KeyFrame {
  isDown: boolean;
  rtl: boolean;
}

/** What a key asks of the chart; nothing for other keys, and for those meant for the browser. */
export function keyAction(event: KeyboardEvent, { isDown, rtl }: KeyFrame): KeyAction | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const action = KEYS[event.key];
  if (action === undefined) return undefined;
  return (rtl ? MIRRORED[action] : undefined) ?? (isDown ? DOWNWARD[action] : undefined) ?? action;
}
