import { unified } from '@astrojs/markdown-remark';
import { defineConfig } from 'astro/config';
import rehypeSanitize from 'rehype-sanitize';
import { remarkCitations } from './src/markdown/citations.ts';
import { sanitiseSchema } from './src/markdown/sanitise.ts';
import { serifProvider } from './src/site/fonts.ts';

const { SITE_URL, BASE_PATH, CACHE_DIR } = process.env;
const cacheDir = CACHE_DIR ?? './.cache';

export default defineConfig({
  ...(SITE_URL ? { site: SITE_URL } : {}),
  base: BASE_PATH ?? '/',
  trailingSlash: 'always',
  cacheDir,
  compressHTML: true,
  build: { inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
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
