/**
 * What the address of an embed wishes of its look, written to the root element for the styles. It
 * runs in the head, before anything is painted.
 */
import { frameNames } from './height.ts';

const wishes = new URLSearchParams(location.search);
const { dataset } = document.documentElement;

const theme = wishes.get('theme');
if (theme === 'light' || theme === 'dark') dataset.theme = theme;
for (const name of ['plain', 'transparent'])
  if ((wishes.get(name) ?? '0') !== '0') dataset[name] = '';
// WordPress cuts a frame off where it would have to scroll.
if (wishes.get('height') === 'fixed' || frameNames(location).wordPress !== undefined)
  dataset.height = 'fixed';
