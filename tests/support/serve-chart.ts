import type { Page } from 'playwright-core';
import type { ChartData } from '../../src/chart/draw/host.ts';
import { addressOf, SITES } from './sites.ts';

/** Serves the page with other events in its chart: what no story at hand has. */
export async function serveChart(
  page: Page,
  change: (data: ChartData) => void,
  address = addressOf(SITES.root),
): Promise<void> {
  const pattern = /(<script type="application\/json">)([^]*?)(<\/script>)/;
  await page.route(address, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(
      pattern,
      (_, open: string, json: string, close: string) => {
        const data = JSON.parse(json) as ChartData;
        change(data);
        return open + JSON.stringify(data).replace(/</g, '\\u003c') + close;
      },
    );
    await route.fulfill({ response, body });
  });
}
