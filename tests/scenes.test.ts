import { describe, expect, test, vi } from 'vitest';
import { sizeFor, CHART_WIDTHS } from '../src/chart/draw/sizes.ts';
import { layoutChart, planChart } from '../src/chart/layout/plan.ts';
import { printScene } from '../src/chart/layout/scene-text.test-support.ts';
import { FIRST_VIEW } from '../src/chart/layout/view.ts';
import { readFolder } from '../src/model/folder.ts';
import { chartData } from '../src/site/chart.ts';
import { pageContext } from '../src/site/page.ts';

/**
 * Scenes of the real story, in `golden/`. A change of the content changes them, and shows here
 * what it does to the chart: read it before you accept it with `npm run unit -- --update`.
 */

const story = vi.hoisted(() => ({ folder: 'content' }));

// Outside Astro there is no collection to read from.
vi.mock(import('../src/site/timeline.ts'), () => ({
  loadTimeline: async () => {
    const reading = await readFolder(story.folder);
    if (!reading.ok) throw new Error('the content has problems');
    return reading.timeline;
  },
}));

/** Widths of the browser's window, and of the chart that is drawn there. */
const CHARTS = [
  [360, 320],
  [768, 700],
  [1280, 1120],
  [1920, 1400],
] as const;

describe('the real story', async () => {
  const { input, words } = chartData(await pageContext());

  test.each(CHARTS)('is drawn as ever at %i pixels', async (page, width) => {
    expect(CHART_WIDTHS).toContain(width);
    const plan = planChart(input, FIRST_VIEW, sizeFor(width), words.others);
    const scene = printScene(layoutChart(plan, [0, 1]));
    await expect(scene).toMatchFileSnapshot(`golden/scene-${page}.txt`);
  });
});

test('a year before the common era is named on a phone as dates name it', async () => {
  story.folder = 'tests/fixtures/second-story';
  const { input } = chartData(await pageContext());
  const scene = layoutChart(planChart(input, FIRST_VIEW, sizeFor(320), ''), [0, 1]);
  expect(scene.axis.major.map(({ label }) => label)).toContain('44 BC');
});
