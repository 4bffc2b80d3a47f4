import { select, type Selection } from 'd3-selection';

/** Elements with their data. */
export type Items<E extends SVGElement, D> = Selection<E, D, SVGElement, unknown>;

/**
 * Joins data to the children of a group that match a selector, by key. The key is also kept in
 * the markup, so that what was drawn at build is adopted rather than drawn again.
 *
 * @param make creates one element, with all its parts, for a datum that has none.
 */
export function join<E extends SVGElement, D>(
  group: SVGElement,
  selector: string,
  data: readonly D[],
  keyOf: (datum: D) => string | number,
  make: (group: SVGElement, datum: D) => E,
): Items<E, D> {
  return select<SVGElement, unknown>(group)
    .selectAll<E, D>(`:scope > ${selector}`)
    .data([...data], function (datum): string {
      // Elements from the build carry their key and no datum yet.
      const adopted = datum as D | undefined;
      return adopted === undefined ? (this.getAttribute('data-key') ?? '') : String(keyOf(adopted));
    })
    .join((enter) => enter.append((datum) => make(group, datum)))
    .attr('data-key', keyOf);
}

/** Appends a new SVG element of that name, with fixed attributes. */
export function append<K extends keyof SVGElementTagNameMap>(
  parent: SVGElement,
  name: K,
  attributes: Record<string, string | number> = {},
): SVGElementTagNameMap[K] {
  const element = parent.ownerDocument.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return parent.appendChild(element);
}

/** The group of that class, made where it is missing. */
export function layer(svg: SVGElement, name: string): SVGGElement {
  return svg.querySelector<SVGGElement>(`:scope > g.${name}`) ?? append(svg, 'g', { class: name });
}
