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
        afterPainting(() => {
          if (!this.isConnected) return;
          if (this.#explorer) {
            this.#explorer.connect();
            return;
          }
          const script = this.querySelector('script[type="application/json"]');
          const data = JSON.parse(script?.textContent ?? '') as ChartData;
          this.#explorer = new Explorer(this, data, hostFor(data));
        });
      }

      disconnectedCallback() {
        this.#explorer?.disconnect();
      }
    },
  );
}

/** Before the first painting, asking for a width would lay the whole page out in the same task. */
function afterPainting(start: () => void): void {
  requestAnimationFrame(() => setTimeout(start));
}
