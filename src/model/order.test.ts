import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate } from './date.ts';
import { answeredEvents, canAnswer, orderEvents, splitReference, type Datable } from './order.ts';

interface Told extends Datable {
  answers: string[];
}

const event = (slug: string, date: string, ...answers: string[]): Told => ({
  slug,
  date: parseDate(date),
  answers,
});
const order = (events: readonly Told[]) => orderEvents(events, ({ answers }) => answers);
const slugs = (events: readonly Told[]) => order(events).map(({ slug }) => slug);

describe('the order in which events are told', () => {
  it('is by first possible moment, then by last, then by slug', () => {
    const told = [
      event('b-day', '2024-06-02'),
      event('month', '2024-06'),
      event('first-day', '2024-06-01'),
      event('a-day', '2024-06-02'),
      event('year', '2024'),
      event('until', '../2024-06-01'),
      event('from', '2024-06-01/..'),
      event('evening', '2024-06-02T20:00+02:00'),
      event('ancient', '-0044-03-15'),
    ];
    expect(slugs(told)).toEqual([
      'until',
      'ancient',
      'year',
      'first-day',
      'month',
      'from',
      'a-day',
      'b-day',
      'evening',
    ]);
  });

  it('puts a reply “around June” after the statement of 23 June that it answers', () => {
    const told = [event('reply', '2025-06~', 'statement'), event('statement', '2025-06-23')];
    expect(slugs(told)).toEqual(['statement', 'reply']);
  });

  it('puts a reply to a reply after both, and what has nothing to do with them in its own place', () => {
    const told = [
      event('second-reply', '2025', 'reply'),
      event('reply', '2025-06~', 'statement'),
      event('statement', '2025-06-23'),
      event('bystander', '2025-06-10'),
    ];
    expect(slugs(told)).toEqual(['bystander', 'statement', 'reply', 'second-reply']);
  });

  it('follows the dates where they leave no doubt, whatever is said to answer what', () => {
    const told = [event('early', '2024-04', 'late'), event('late', '2024-06')];
    expect(slugs(told)).toEqual(['early', 'late']);
  });

  it('puts a reply after what it answers where only an offset or a “circa” says otherwise', () => {
    const night = [event('reply', '2025-05-29T00:30+02:00', 'vote'), event('vote', '2025-05-29')];
    expect(slugs(night)).toEqual(['vote', 'reply']);
    const about = [event('reply', '2025-03~', 'vote'), event('vote', '2025-06-01')];
    expect(slugs(about)).toEqual(['vote', 'reply']);
  });

  it('is found for 20,000 events that all wait for one another', () => {
    const chain = Array.from({ length: 20_000 }, (_, place) =>
      event(`e${String(place).padStart(5, '0')}`, '2025', `e${String(place + 1).padStart(5, '0')}`),
    );
    expect(slugs(chain)).toEqual(chain.map(({ slug }) => slug).reverse());
  });

  it('keeps every event of a circle, in the order of their dates', () => {
    const told = [
      event('third', '2025-07', 'second'),
      event('first', '2025', 'third'),
      event('second', '2025-06/2025-07', 'first'),
    ];
    expect(slugs(told)).toEqual(['first', 'second', 'third']);
  });

  it('takes no notice of an answer to an event that is not there', () => {
    expect(slugs([event('b', '2025', 'gone'), event('a', '2024')])).toEqual(['a', 'b']);
  });
});

const dateText = fc
  .record({
    year: fc.integer({ min: 2023, max: 2025 }),
    rest: fc.constantFrom('', '-02', '-02-10', '-02-10T10:00Z', '-06~', '-06-23', '-06-23?', '-XX'),
    form: fc.constantFrom('alone', 'alone', 'alone', 'from', 'until', 'span'),
  })
  .map(({ year, rest, form }) => {
    const text = `${String(year)}${form === 'alone' ? rest : rest.replace('-XX', '')}`;
    return { alone: text, from: `${text}/..`, until: `../${text}`, span: `${text}/2026` }[form];
  });

/** Events that answer only events before them in the list, so that there is no circle. */
const story = (mayAnswer: boolean) =>
  fc
    .array(fc.tuple(dateText, fc.array(fc.nat(20), { maxLength: mayAnswer ? 3 : 0 })), {
      maxLength: 12,
    })
    .map((drafts) =>
      drafts.map(([date, targets], index) => {
        const answers = targets
          .filter((target) => target < index)
          .map((target) => `e${String(target)}`);
        return event(`e${String(index)}`, date, ...answers);
      }),
    );
const shuffled = (events: Told[]) =>
  fc.tuple(
    fc.constant(events),
    fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length }),
  );

const overlap = (a: Datable, b: Datable) =>
  !(a.date.latest < b.date.earliest || b.date.latest < a.date.earliest);

describe('the order of any story', () => {
  it('loses no event and repeats none', () => {
    fc.assert(
      fc.property(story(true), (events) => {
        const told = order(events);
        expect(told).toHaveLength(events.length);
        expect(new Set(told)).toEqual(new Set(events));
      }),
    );
  });

  it('is the same in whichever order the files were read', () => {
    fc.assert(
      fc.property(story(true).chain(shuffled), ([events, others]) => {
        expect(slugs(others)).toEqual(slugs(events));
      }),
    );
  });

  it('is that of the dates where nothing answers anything', () => {
    fc.assert(
      fc.property(story(false), (events) => {
        const told = order(events);
        told.slice(1).forEach(({ date }, index) => {
          const before = told[index]?.date ?? date;
          expect(before.earliest).toBeLessThanOrEqual(date.earliest);
          if (before.earliest === date.earliest) {
            expect(before.latest).toBeLessThanOrEqual(date.latest);
          }
        });
      }),
    );
  });

  it('never puts a response before what it answers where the two can be at one time', () => {
    fc.assert(
      fc.property(story(true), (events) => {
        const told = order(events);
        told.forEach((response, place) => {
          const answered = told.filter(({ slug }) => response.answers.includes(slug));
          for (const target of answered.filter((one) => overlap(one, response))) {
            expect(told.indexOf(target)).toBeLessThan(place);
          }
        });
      }),
      { numRuns: 500 },
    );
  });

  it('leaves the given list as it was', () => {
    const events = [event('b', '2025'), event('a', '2024')];
    order(events);
    expect(events.map(({ slug }) => slug)).toEqual(['b', 'a']);
  });
});

describe('what an event answers', () => {
  it('is gathered from its own references and its claims’, each event once, itself never', () => {
    const claims = [
      { respondsTo: ['statement#cost', 'report'] },
      { respondsTo: ['#other-claim', 'reply#third'] },
    ];
    const answered = answeredEvents({ slug: 'reply', respondsTo: ['statement'], claims });
    expect(answered).toEqual(['statement', 'report']);
  });

  it('is an event, or a claim in one, or a claim in the same event', () => {
    expect(splitReference('statement', 'reply')).toEqual({ event: 'statement' });
    expect(splitReference('statement#cost', 'reply')).toEqual({
      event: 'statement',
      claim: 'cost',
    });
    expect(splitReference('#cost', 'reply')).toEqual({ event: 'reply', claim: 'cost' });
  });
});

describe('whether something can answer something else', () => {
  const can = (response: string, target: string) =>
    canAnswer(parseDate(response), parseDate(target));

  it('follows from the dates, but for a day, since days begin at other times elsewhere', () => {
    expect(can('2025-05-30', '2025-05-29')).toBe(true);
    expect(can('2025-05-28', '2025-05-29')).toBe(true);
    expect(can('2025-05-29T00:30+02:00', '2025-05-29')).toBe(true);
    expect(can('2025-05-27', '2025-05-29')).toBe(false);
  });

  it('is left open by dates that are approximate or uncertain', () => {
    for (const sign of ['~', '?', '%']) {
      expect(can(`2025-05-01${sign}`, '2025-05-29')).toBe(true);
      expect(can('2025-05-01', `2025-05-29${sign}`)).toBe(true);
    }
  });
});
