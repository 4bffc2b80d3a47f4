/**
 * Finds circles among things that point at one another: each once, from where it was entered.
 * Goes depth first with a trail of its own, so that long chains cannot exhaust the stack.
 */
export function findCircles(
  nodes: Iterable<string>,
  targetsOf: (node: string) => readonly string[],
): string[][] {
  const circles: string[][] = [];
  const done = new Set<string>();
  for (const start of nodes) {
    const trail: { node: string; targets: Iterator<string> }[] = [];
    const onTrail = new Set<string>();
    const enter = (node: string) => {
      trail.push({ node, targets: targetsOf(node).values() });
      onTrail.add(node);
    };
    if (!done.has(start)) enter(start);
    for (let last = trail.at(-1); last; last = trail.at(-1)) {
      const next = last.targets.next();
      if (next.done) {
        done.add(last.node);
        onTrail.delete(last.node);
        trail.pop();
      } else if (onTrail.has(next.value)) {
        const first = trail.findIndex(({ node }) => node === next.value);
        circles.push(trail.slice(first).map(({ node }) => node));
      } else if (!done.has(next.value)) {
        enter(next.value);
      }
    }
  }
  return circles;
}
