import type { PhrasingContent, Root, Text } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { findCitations } from '../model/citation.ts';

/**
 * A remark plugin: turns `[@id]` into a link to that source's number in the page's list of
 * sources. Reads the sources, in their order, from the front matter (`file.data.astro`).
 */
export function remarkCitations() {
  return (tree: Root, file: VFile): void => {
    const { sources = [] } = (file.data.astro?.frontmatter ?? {}) as { sources?: string[] };
    visit(tree, 'text', (node, index, parent) => {
      if (!parent || index === undefined) return undefined;
      const nodes = cite(node, sources);
      parent.children.splice(index, 1, ...nodes);
      return [SKIP, index + nodes.length];
    });
  };
}

function cite({ value }: Text, sources: readonly string[]): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let end = 0;
  for (const citation of findCitations(value)) {
    // The number belongs to the word before it: no line may begin with one.
    const before = value.slice(end, citation.start).trimEnd();
    nodes.push({ type: 'text', value: before }, ...citation.keys.map((key) => link(key, sources)));
    end = citation.end;
  }
  return [...nodes, { type: 'text', value: value.slice(end) }];
}

function link(key: string, sources: readonly string[]): PhrasingContent {
  const number = String(sources.indexOf(key) + 1);
  return {
    type: 'link',
    url: `#source-${key}`,
    children: [{ type: 'text', value: number }],
    data: { hProperties: { className: ['citation'], role: 'doc-noteref' } },
  };
}
