import { fill } from '../model/fill.ts';

const FILTERS = ['actor', 'stance'] as const;

/**
 * Defines `<claim-register>`: filters the claims in it by speaker and stance. An exchange stays
 * whole, since a claim is not shown without the responses to it; the claims that fit stand out.
 */
export function defineClaimRegister(): void {
  customElements.define(
    'claim-register',
    class extends HTMLElement {
      #isRead = false;

      connectedCallback() {
        const form = this.querySelector('form');
        if (!form || this.#isRead) return;
        this.#isRead = true;
        this.#restore(form);
        form.addEventListener('change', () => {
          this.#remember(form);
        });
        form.addEventListener('submit', (event) => {
          event.preventDefault();
        });
        form.addEventListener('reset', (event) => {
          event.preventDefault();
          for (const name of FILTERS) field(form, name).value = '';
          this.#remember(form);
        });
        addEventListener('popstate', () => {
          this.#restore(form);
        });
      }

      /** Takes the filters from the address; what it names in vain is left out and said. */
      #restore(form: HTMLFormElement): void {
        const parameters = new URLSearchParams(location.search);
        const ignored = FILTERS.flatMap((name) => {
          const value = parameters.get(name) ?? '';
          const select = field(form, name);
          select.value = value;
          if (select.value === value) return [];
          select.value = '';
          return `${name}=${value.slice(0, 60)}`;
        });
        this.#show(form, ignored);
      }

      #remember(form: HTMLFormElement): void {
        const parameters = new URLSearchParams(location.search);
        for (const name of FILTERS) {
          const { value } = field(form, name);
          if (value === '') parameters.delete(name);
          else parameters.set(name, value);
        }
        const query = parameters.toString();
        history.pushState(null, '', `${location.pathname}${query === '' ? '' : `?${query}`}`);
        this.#show(form, []);
      }

      #show(form: HTMLFormElement, ignored: readonly string[]): void {
        const [actor, stance] = FILTERS.map((name) => field(form, name).value);
        const isFiltered = actor !== '' || stance !== '';
        let shown = 0;
        for (const turn of this.querySelectorAll<HTMLElement>('[data-actor]')) {
          const isFit =
            (actor === '' || turn.dataset.actor === actor) &&
            (stance === '' || turn.dataset.stance === stance);
          turn.classList.toggle('fits', isFiltered && isFit);
          if (isFit) shown++;
        }
        for (const part of this.querySelectorAll<HTMLElement>('.statement > ol > li, .statement'))
          part.hidden = isFiltered && !part.querySelector('.fits');
        this.toggleAttribute('data-filtered', isFiltered);
        const status = form.querySelector<HTMLElement>('[role=status]');
        if (!status) return;
        const { shown: pattern = '', all = '', nothing = '', unknown = '' } = status.dataset;
        status.textContent = [
          ...(ignored.length > 0 ? [fill(unknown, { ignored: ignored.join(', ') })] : []),
          ...(isFiltered ? [shown === 0 ? nothing : fill(pattern, { shown, all })] : []),
        ].join(' ');
      }
    },
  );
}

function field(form: HTMLFormElement, name: string): HTMLSelectElement {
  const found = form.elements.namedItem(name);
  if (!(found instanceof HTMLSelectElement)) throw new Error(`the form has no choice "${name}"`);
  return found;
}
