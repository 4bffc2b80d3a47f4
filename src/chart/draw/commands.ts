import type { Explorer } from './explorer.ts';
import type { KeyAction } from './keys.ts';

/** How far a button zooms, and which part of the window it moves. */
const ZOOM = 1.8;
const PAN = 0.5;

/** What buttons and keys ask of an explorer, by the names that the markup gives it. */
const COMMANDS: Record<string, (explorer: Explorer) => void> = {
  'zoom-in': ({ stage }) => {
    stage.zoom(ZOOM);
  },
  'zoom-out': ({ stage }) => {
    stage.zoom(1 / ZOOM);
  },
  everything: (explorer) => {
    explorer.showEverything();
  },
  earlier: ({ stage }) => {
    stage.pan(-PAN);
  },
  later: ({ stage }) => {
    stage.pan(PAN);
  },
  previous: (explorer) => {
    explorer.walk(-1);
  },
  next: (explorer) => {
    explorer.walk(1);
  },
  close: (explorer) => {
    explorer.close();
  },
  clear: (explorer) => {
    explorer.clear();
  },
  table: (explorer) => {
    explorer.toggleTable();
  },
  read: (explorer) => {
    explorer.read();
  },
  // The link that was clicked carries the view as it is now.
  embed: (explorer) => {
    explorer.remember('move');
  },
  share: (explorer) => {
    void explorer.share();
  },
  'save-png': (explorer) => {
    void explorer.save('png');
  },
  'save-svg': (explorer) => {
    void explorer.save('svg');
  },
};

/** Does what a button is named for; other names do nothing. */
export function command(explorer: Explorer, name: string): void {
  COMMANDS[name]?.(explorer);
}

/** Does what a key asks while a mark has the focus. */
export function commandOfKey(explorer: Explorer, action: KeyAction): void {
  const { stage } = explorer;
  if (action === 'first') stage.focusOn(stage.events[0]);
  else if (action === 'last') stage.focusOn(stage.events.at(-1));
  else if (action === 'next' || action === 'previous') stage.focusNext(action === 'next' ? 1 : -1);
  else if (action === 'lane-below') stage.focusOn(stage.focus.neighbourLane(1)?.members[0]);
  else if (action === 'lane-above') stage.focusOn(stage.focus.neighbourLane(-1)?.members[0]);
  else command(explorer, action);
}
