import { fill } from '../../model/fill.ts';
import {
  isNarrowed,
  parseChoices,
  printChoices,
  type Choices,
  type KnownParts,
  type ParsedChoices,
} from './choices.ts';
import {
  embedCodes,
  frameAddress,
  pictureAddress,
  type EmbedSite,
  type EmbedTarget,
} from './codes.ts';
import { fillForm, readForm } from './form.ts';
import { Preview } from './preview.ts';
import { Tabs } from './tabs.ts';

/** What the page hands to its script, as JSON. */
export interface BuilderData {
  known: Record<'kinds' | 'actors' | 'sources' | 'languages', string[]>;
  targets: { timeline: EmbedTarget } & Record<'event' | 'exchange', Record<string, EmbedTarget>>;
  site: EmbedSite;
  /** The address of the published site, where it is known. */
  origin: string | undefined;
  /** The first and the last day of the story, which has no day where it has no event. */
  whole: [from: string, to: string] | undefined;
  words: Record<'previewOf' | 'size' | 'ignored', string>;
}

/** Before this day lies each year of which one digit is still to be typed. */
const TYPED = '1000-01-01';

/** Keeps form, preview, codes and address in step. */
export class Builder {
  readonly #root: HTMLElement;
  readonly #data: BuilderData;
  readonly #known: KnownParts;
  readonly #form: HTMLFormElement;
  readonly #preview: Preview;
  readonly #tabs: Tabs;

  /** @throws when the page lacks a part. */
  constructor(root: HTMLElement) {
    this.#root = root;
    this.#data = JSON.parse(
      part(root, 'script[type="application/json"]', HTMLScriptElement).textContent,
    ) as BuilderData;
    this.#known = knownParts(this.#data);
    this.#form = part(root, 'form', HTMLFormElement);
    this.#preview = new Preview(part(root, 'iframe', HTMLIFrameElement), (width, height) => {
      this.#say('size', width * height > 0 ? fill(this.#data.words.size, { width, height }) : '');
    });
    this.#tabs = new Tabs(part(root, '[role="tablist"]', HTMLElement), (form) => {
      part(root, 'input[name="as"]', HTMLInputElement).value = form;
      this.#choose();
    });
    this.#form.addEventListener('change', () => {
      this.#choose();
    });
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#choose();
    });
    addEventListener('popstate', () => {
      this.#restore();
    });
    this.#restore();
    root.toggleAttribute('data-live', true);
  }

  /** Shows what the address describes. */
  #restore(): void {
    const parsed = parseChoices(location.search, this.#known);
    this.#show(parsed);
    this.#fillForm(parsed.choices);
  }

  /** Shows what the form says, and remembers it in the address. */
  #choose(): void {
    this.#enableParts();
    const wrong = this.#form.querySelector<HTMLInputElement>('input:invalid');
    this.#say('notice', wrong?.validationMessage ?? '');
    if (wrong) return;
    const parsed = parseChoices(this.#withWholeWindow(readForm(this.#form)), this.#known);
    this.#show(parsed);
    // What is not understood stays for its author to mend.
    if (parsed.ignored.length > 0) return;
    this.#fillForm(parsed.choices);
    const query = printChoices(parsed.choices);
    const address = query === '' ? location.pathname : `${location.pathname}?${query}`;
    if (address !== location.pathname + location.search) history.pushState(null, '', address);
  }

  #fillForm(choices: Choices): void {
    const query = `what=${choices.part.what}&${printChoices(choices)}`;
    for (const day of this.#days()) fitDay(day, query);
    fillForm(this.#form, query);
    // The fields of another part could not be filled before.
    if (this.#enableParts()) fillForm(this.#form, query);
    this.#boundDays();
  }

  /** The last day is not before the first; nor is a year that is still being typed taken. */
  #boundDays(): void {
    const [from, to] = this.#days();
    if (!from || !to) return;
    const isOld = (this.#data.whole?.[0] ?? '') < TYPED;
    from.min = isOld ? '' : TYPED;
    to.min = from.type === 'date' && from.value !== '' ? from.value : from.min;
  }

  #days(): HTMLInputElement[] {
    return [...this.#form.querySelectorAll<HTMLInputElement>('.day')];
  }

  /** Lets only the fields of the chosen part speak; says whether they are others than before. */
  #enableParts(): boolean {
    const what = new FormData(this.#form).get('what');
    let changed = false;
    for (const fields of this.#form.querySelectorAll<HTMLFieldSetElement>('[data-what]')) {
      const isChosen = fields.dataset.what === what;
      changed ||= isChosen && fields.disabled;
      fields.disabled = !isChosen;
      fields.hidden = !isChosen;
    }
    return changed;
  }

  /** A window has two ends: where one is chosen, the other is that of the story. */
  #withWholeWindow(query: string): string {
    const parameters = new URLSearchParams(query);
    const [from = '', to = ''] = this.#data.whole ?? [];
    if (parameters.has('from') === parameters.has('to')) return query;
    if (parameters.has('from')) parameters.set('to', to);
    else parameters.set('from', from);
    return String(parameters);
  }

  #show({ choices, ignored }: ParsedChoices): void {
    const { form, height } = choices;
    const target = this.#targetOf(choices);
    const title = fill(this.#data.words.previewOf, { title: target.title });
    this.#root.dataset.form = form;
    this.#root.toggleAttribute('data-narrowed', isNarrowed(choices.part));
    this.#tabs.show(form);
    if (form === 'picture') this.#preview.showPicture(pictureAddress(choices, target), target.alt);
    else
      this.#preview.showPage(
        frameAddress(choices, target),
        title,
        form === 'iframe' ? height : undefined,
      );
    const codes = embedCodes(choices, target, this.#data.site, this.#data.origin ?? location.href);
    for (const [name, code] of Object.entries(codes)) {
      const place = part(this.#root, `#code-${name} pre`, HTMLElement);
      if (place.textContent === code) continue;
      place.textContent = code;
      part(this.#root, `#code-${name} [role="status"]`, HTMLElement).textContent = '';
    }
    this.#say(
      'notice',
      ignored.length > 0 ? fill(this.#data.words.ignored, { ignored: ignored.join(', ') }) : '',
    );
  }

  #targetOf({ part: chosen }: Choices): EmbedTarget {
    const { targets } = this.#data;
    const target = chosen.what === 'timeline' ? undefined : targets[chosen.what][chosen.id];
    return target ?? targets.timeline;
  }

  #say(place: string, text: string): void {
    part(this.#root, `[data-part="${place}"]`, HTMLElement).textContent = text;
  }
}

function part<E extends HTMLElement>(
  root: HTMLElement,
  selector: string,
  type: abstract new () => E,
): E {
  const found = root.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`The page has nothing at ${selector}.`);
  return found;
}

/** A link may hold times, for which the field of a day has no room. */
function fitDay(field: HTMLInputElement, query: string): void {
  const text = new URLSearchParams(query).get(field.name) ?? '';
  const type = /^(?:\d{4}-\d\d-\d\d)?$/.test(text) ? 'date' : 'text';
  if (field.type !== type) field.type = type;
}

function knownParts({ known, targets }: BuilderData): KnownParts {
  return {
    kinds: new Set(known.kinds),
    actors: new Set(known.actors),
    sources: new Set(known.sources),
    languages: new Set(known.languages),
    events: new Set(Object.keys(targets.event)),
    exchanges: new Set(Object.keys(targets.exchange)),
  };
}
