/** HTML as text, for files and codes that others put into their pages. */

/** Those that are undefined are left out; those that are empty stand without a value. */
type Attributes = Record<string, string | undefined>;

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text that ends neither an element nor an attribute in double quotes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}

/** An element. @param content markup; none for an element that takes none, such as `img`. */
export function tag(name: string, attributes: Attributes, content?: string): string {
  const printed = Object.entries(attributes).map(([key, value]) => {
    if (value === undefined) return '';
    return value === '' ? ` ${key}` : ` ${key}="${escaped(value)}"`;
  });
  const start = `<${name}${printed.join('')}>`;
  return content === undefined ? start : `${start}${content}</${name}>`;
}

/** A link whose words are plain text. */
export function link(href: string, text: string): string {
  return tag('a', { href }, escaped(text));
}
