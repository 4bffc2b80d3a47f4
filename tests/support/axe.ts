import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong with a page as it stands: the rule, and the markup that breaks it. */
export async function violations(page: Page, runOnly = STANDARDS): Promise<string[]> {
  // Our policy forbids evaluating strings, as it should: axe goes in through the devtools.
  await page.evaluate(axe.source);
  const options = {
    runOnly,
    // What holds is told at great length, which takes longer to hand over than to find out.
    resultTypes: ['violations'],
    // A sandboxed frame answers no one outside; what stands in it is looked at by itself.
    iframes: false,
  };
  const violations = await page.evaluate<AxeResults['violations']>(
    `axe.run(${JSON.stringify(options)}).then(({ violations }) => violations)`,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`);
}
