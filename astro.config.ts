import { fileURLToPath } from 'node:url';
import { unified } from '@astrojs/markdown-remark';
import { defineConfig } from 'astro/config';
import rehypeSanitize from 'rehype-sanitize';
import { remarkCitations } from './src/markdown/citations.ts';
import { sanitiseSchema } from './src/markdown/sanitise.ts';
import { bundledScripts } from './src/site/bundled-scripts.ts';
import { hashOf } from './src/site/csp.ts';
import { serifProvider } from './src/site/fonts.ts';
import { RESTORING_SCRIPT } from './src/site/restoring.ts';
import { THEME_SCRIPT } from './src/site/theme.ts';

const { SITE_URL, BASE_PATH, CACHE_DIR } = process.env;
const cacheDir = CACHE_DIR ?? './.cache';
const plainD3 = fileURLToPath(new URL('./src/chart/draw/plain-d3.ts', import.meta.url));
/** What browsers load; see there. */
const alias = {
  'd3-array': plainD3,
  'd3-drag': plainD3,
  'd3-format': plainD3,
  'd3-interpolate': plainD3,
  'd3-transition': plainD3,
};

export default defineConfig({
  ...(SITE_URL ? { site: SITE_URL } : {}),
  base: BASE_PATH ?? '/',
  trailingSlash: 'always',
  cacheDir,
  compressHTML: true,
  build: { inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  vite: {
    resolve: { alias },
    plugins: [bundledScripts(alias)],
  },
  markdown: {
    // Quotes are verbatim: no smart punctuation, and no syntax beyond what `model` checks.
    processor: unified({
      gfm: false,
      smartypants: false,
      remarkPlugins: [remarkCitations],
      rehypePlugins: [[rehypeSanitize, sanitiseSchema]],
    }),
    syntaxHighlight: false,
  },
  fonts: [
    {
      provider: serifProvider(`${cacheDir}/serif`),
      name: 'STIX Two Text',
      cssVariable: '--font-serif',
      fallbacks: ['Georgia', 'serif'],
      weights: ['400 700'],
      styles: ['normal', 'italic'],
    },
  ],
  security: {
    csp: {
      // Astro does not hash scripts that it leaves inline.
      scriptDirective: { hashes: [THEME_SCRIPT, RESTORING_SCRIPT].map(hashOf) },
      directives: [
        "default-src 'none'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
      ],
    },
  },
});
