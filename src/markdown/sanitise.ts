import { defaultSchema, type Options } from 'rehype-sanitize';

/**
 * What contributed Markdown may become: text, emphasis, lists, quotations, links to the web, to
 * mail and to the page's own sources. No HTML of its own, no pictures, no ids, no styles.
 */
export const sanitiseSchema: Options = {
  ...defaultSchema,
  tagNames: [
    'p',
    'em',
    'strong',
    'ul',
    'ol',
    'li',
    'blockquote',
    'code',
    'pre',
    'br',
    'hr',
    'a',
    'h2',
    'h3',
  ],
  attributes: { a: ['href', ['role', 'doc-noteref'], ['className', 'citation']], ol: ['start'] },
  protocols: { href: ['http', 'https', 'mailto'] },
  clobberPrefix: '',
};
