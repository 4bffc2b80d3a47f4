import fc from 'fast-check';
import { parseDate } from './date.ts';
import { STANCES, type Claim, type Stance, type Timeline, type TimelineEvent } from './schema.ts';

/** A claim that responds to nothing, but for what is given. */
export function claimWith(id: string, part: Partial<Claim> = {}): Claim {
  return {
    id,
    by: 'mayor',
    stance: 'reports',
    text: id,
    source: 'gazette',
    respondsTo: [],
    ...part,
  };
}

/** An event that claims nothing, but for what is given. */
export function eventWith(slug: string, part: Partial<TimelineEvent> = {}): TimelineEvent {
  return {
    slug,
    path: `events/${slug}.md`,
    body: '',
    title: slug,
    date: parseDate('2021-05-01'),
    kind: 'report',
    importance: 'major',
    actors: [],
    summary: slug,
    sources: ['gazette'],
    respondsTo: [],
    claims: [],
    discrepancies: [],
    corrections: [],
    updated: '2026-01-01',
    ...part,
  };
}

/** A timeline of these events, with one person and one outlet. */
export function timelineOf(events: TimelineEvent[]): Timeline {
  return {
    settings: {
      title: 'The bridge',
      description: 'The bridge.',
      language: 'en',
      licence: { name: 'CC0', url: 'https://example.org/' },
      kinds: [{ id: 'report', label: 'Report', plural: 'Reports', shape: 'circle' }],
    },
    events,
    sources: [{ id: 'gazette', type: 'webpage', title: 'Gazette', basedOn: [] }],
    actors: [
      { id: 'mayor', name: 'Mayor', type: 'person', description: 'Mayor.', aliases: [] },
      { id: 'post', name: 'Post', type: 'outlet', description: 'Outlet.', aliases: [] },
    ],
  };
}

/** Stories in which any claim or event may respond to any that stands before it. */
export const anyTimeline: fc.Arbitrary<Timeline> = fc
  .array(
    fc.record({
      respondsTo: fc.array(fc.nat(), { maxLength: 2 }),
      claims: fc.array(
        fc.record({
          by: fc.constantFrom('mayor', 'post'),
          stance: fc.constantFrom<Stance>(...STANCES),
          respondsTo: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { maxLength: 3 }),
        }),
        { maxLength: 4 },
      ),
    }),
    { maxLength: 12 },
  )
  .map((plans) => {
    const events: TimelineEvent[] = [];
    for (const [index, plan] of plans.entries()) {
      const before = (place: number) => (index === 0 ? [] : (events[place % index] ?? []));
      const claims = plan.claims.map(({ by, stance, respondsTo }, place) => {
        const references = respondsTo.flatMap(([event, claim, whole]) =>
          [before(event)].flat().map(({ slug, claims: those }) => {
            const target = those[claim % Math.max(1, those.length)];
            return whole || !target ? slug : `${slug}#${target.id}`;
          }),
        );
        return claimWith(`claim-${String(place)}`, {
          by,
          stance,
          respondsTo: [...new Set(references)],
        });
      });
      const respondsTo = new Set(plan.respondsTo.flatMap(before).map(({ slug }) => slug));
      events.push(eventWith(`event-${String(index)}`, { claims, respondsTo: [...respondsTo] }));
    }
    return timelineOf(events);
  });
