import astro from 'eslint-plugin-astro';
import boundaries from 'eslint-plugin-boundaries';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** The layers of the house, and what each may import beside itself and packages. */
const LAYERS = {
  model: [],
  layout: ['model'],
  draw: ['layout', 'model'],
  markdown: ['model'],
  exports: ['model'],
  embed: ['model'],
  site: ['model', 'layout', 'draw', 'markdown', 'exports', 'embed'],
  pages: ['site', 'exports', 'embed'],
  cli: ['model', 'exports'],
};

const FOLDERS = { layout: 'src/chart/layout', draw: 'src/chart/draw' };

export default defineConfig(
  { ignores: ['dist/', '.astro/', '.cache/', 'node_modules/'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
  },
  {
    files: ['**/*.ts'],
    rules: { '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }] },
  },
  { files: ['**/*.astro'], extends: [tseslint.configs.recommended] },
  ...astro.configs['flat/recommended'],
  ...astro.configs['flat/jsx-a11y-strict'],
  {
    files: ['src/**/*.{ts,astro}'],
    plugins: { boundaries },
    settings: {
      'boundaries/include': ['src/**/*'],
      'boundaries/ignore': ['src/content.config.ts'],
      'boundaries/elements': [
        ...Object.keys(LAYERS).map((type) => ({
          type,
          pattern: FOLDERS[type] ?? `src/${type}`,
        })),
      ],
    },
    rules: {
      'boundaries/no-unknown-files': 'error',
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          policies: [
            { allow: { to: { module: { origin: ['external', 'core'] } } } },
            ...Object.entries(LAYERS).map(([type, types]) => ({
              from: { element: { type } },
              allow: { to: { element: { types: { anyOf: [type, ...types] } } } },
            })),
          ],
        },
      ],
    },
  },
  {
    files: ['src/**/*.{ts,astro}'],
    ignores: ['src/site/**', 'src/content.config.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'astro:content', message: 'Use the gateway in src/site/timeline.ts.' }] },
      ],
    },
  },
  {
    files: ['src/content.config.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: ['./*', '!./model'], message: 'The door to the content imports model alone.' },
          ],
        },
      ],
    },
  },
);
