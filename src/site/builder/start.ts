import { bindCopyButtons } from '../copy.ts';
import { Builder } from './builder.ts';

/** The script of the page that puts an embed together. */
const root = document.querySelector<HTMLElement>('[data-part="builder"]');
if (root) new Builder(root);
bindCopyButtons();
