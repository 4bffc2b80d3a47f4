import { Explorer, type ChartData } from './explorer.ts';

/**
 * Defines `<timeline-chart>`: takes over the chart, the list and the controls that the page came
 * with. Importing this touches no document.
 */
export function defineTimelineChart(): void {
  customElements.define(
    'timeline-chart',
    class extends HTMLElement {
      #explorer: Explorer | undefined;

      connectedCallback() {
        const script = this.querySelector('script[type="application/json"]');
        const data = JSON.parse(script?.textContent ?? '') as ChartData;
        this.#explorer ??= new Explorer(this, data);
      }

      disconnectedCallback() {
        this.#explorer?.stop();
        this.#explorer = undefined;
      }
    },
  );
}
