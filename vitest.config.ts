import { defineConfig } from 'vitest/config';

/** What reads the real story, but needs no built site. */
const OF_THE_STORY = ['tests/scenes.test.ts'];

/** Unit tests stand beside their code; `tests/` holds those that need the built site. */
export default defineConfig({
  test: {
    // Dates must not depend on where the tests run: an odd offset shows every local getter.
    env: { TZ: 'Pacific/Chatham' },
    // The tests of built sites mostly wait for a browser: three files at a time on two cores.
    maxWorkers: 3,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'bench/**/*.test.ts', ...OF_THE_STORY],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'site',
          include: ['tests/**/*.test.ts'],
          exclude: OF_THE_STORY,
          globalSetup: 'tests/build-sites.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
