import { wordEnds } from '../../model/date-format.ts';
import { Explorer } from './explorer.ts';
import type { ChartData, ChartHost } from './host.ts';

/**
 * Defines `<timeline-chart>`: takes over the chart, the list and the controls that the page came
 * with. Importing this touches no document.
 */
export function defineTimelineChart(hostFor: (data: ChartData) => ChartHost): void {
  customElements.define(
    'timeline-chart',
    class extends HTMLElement {
      #explorer: Explorer | undefined;

      connectedCallback() {
        if (this.#explorer) this.#explorer.connect();
        else void this.#start();
      }

      /** In several tasks, so that the page answers in between. */
      async #start() {
        await painted();
        const script = this.querySelector('script[type="application/json"]');
        const data = JSON.parse(script?.textContent ?? '') as ChartData;
        // The first wording of a date loads what browsers know of calendars.
        wordEnds(0, 0, data.input.language);
        await nextTask();
        if (!this.isConnected || this.#explorer) return;
        this.#explorer = new Explorer(this, data, hostFor(data));
        await nextTask();
        this.#explorer.prepare();
        await nextTask();
        this.#explorer.start();
      }

      disconnectedCallback() {
        this.#explorer?.disconnect();
      }
    },
  );
}

/** Before the first painting, asking for a width would lay the whole page out in the same task. */
async function painted(): Promise<void> {
  await new Promise(requestAnimationFrame);
  await nextTask();
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
