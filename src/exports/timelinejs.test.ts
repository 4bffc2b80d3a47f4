import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { printDate } from '../model/date.ts';
import { knownPoints } from './dates.ts';
import { anyPublication, eventsAt, publish, publishedFolder } from './publication.test-support.ts';
import { timelineJsCsv } from './timelinejs-csv.ts';
import { timelineJs } from './timelinejs.ts';

function slideAt(date: string) {
  const [slide] = timelineJs(eventsAt(date)).events;
  return [slide?.start_date, slide?.end_date, slide?.display_date];
}

function textOf(html: string): string {
  return parseHTML(`<html><body>${html}</body></html>`).document.body.textContent;
}

describe('a slide stands', () => {
  test.each([
    ['2024-06-22', { year: 2024, month: 6, day: 22 }, undefined, '22 June 2024'],
    ['2025-06~', { year: 2025, month: 6 }, undefined, 'around June 2025'],
    ['2023', { year: 2023 }, undefined, '2023'],
    ['2024-06-XX', { year: 2024, month: 6 }, undefined, 'June 2024, day not known'],
    ['2022/..', { year: 2022 }, undefined, 'from 2022'],
    ['../2025-05-30', { year: 2025, month: 5, day: 30 }, undefined, 'until 30 May 2025'],
    ['-0043', { year: -44 }, undefined, '44 BC'],
    ['201X', { year: 2010 }, { year: 2019 }, '2010s'],
    ['2023/2024-05', { year: 2023 }, { year: 2024, month: 5 }, '2023 – May 2024'],
    [
      '2021-07-01T10:30+09:00',
      { year: 2021, month: 7, day: 1, hour: 10, minute: 30 },
      undefined,
      '1 July 2021, 10:30 UTC+9',
    ],
  ])('at %s as far as that is known, and says the rest in words', (date, ...expected) => {
    expect(slideAt(date)).toEqual(expected);
  });
});

test('times of several zones are told in one, so that their order holds', () => {
  const { timeline } = eventsAt('2021-07-01T10:30+09:00', '2021-07-01T10:00+03:00');
  const { events } = timelineJs(publish(timeline));
  expect(events.map(({ start_date }) => start_date.hour)).toEqual([1, 7]);
});

test('no slide is dated more exactly than its event', () => {
  fc.assert(
    fc.property(anyPublication, (publication) => {
      const { events } = publication.timeline;
      timelineJs(publication).events.forEach((slide, index) => {
        const event = events[index];
        const [first] = event ? knownPoints(event.date) : [];
        const parts = [first?.month, first?.day, first?.time].map((part) => part !== undefined);
        const { month, day, hour } = slide.start_date;
        expect({
          date: event && printDate(event.date),
          parts: [month, day, hour].map((part) => part !== undefined),
        }).toEqual({ date: event && printDate(event.date), parts });
      });
    }),
  );
});

test('text of the content never becomes markup', () => {
  fc.assert(
    fc.property(anyPublication, (publication) => {
      const { events, settings } = publication.timeline;
      const { title, events: slides } = timelineJs(publication);
      for (const { text } of [title, ...slides]) {
        const { document } = parseHTML(`<html><body>${text.headline}${text.text}</body></html>`);
        const names = [...document.body.querySelectorAll('*')].map(({ localName }) => localName);
        expect(names.filter((name) => !['p', 'a'].includes(name))).toEqual([]);
      }
      expect(textOf(title.text.headline)).toBe(settings.title);
      expect(slides.map(({ text }) => textOf(text.headline))).toEqual(
        events.map(({ title }) => title),
      );
      // TimelineJS decodes a group once, and then sets it as markup.
      expect(slides.map(({ group }) => textOf(textOf(group)))).toEqual(
        events.map(() => settings.kinds[0]?.plural),
      );
    }),
  );
});

test('every source of an event is in its text, and linked where its address is known', async () => {
  const { timeline } = await publishedFolder('content');
  const { events } = timelineJs(publish(timeline));
  for (const { sources, slug } of timeline.events) {
    const { text } = events.find(({ unique_id }) => unique_id === slug) ?? {};
    const { document } = parseHTML(`<html><body>${text?.text ?? ''}</body></html>`);
    const links = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    for (const source of timeline.sources.filter(({ id }) => sources.includes(id))) {
      expect(document.body.textContent).toContain(source.title);
      if (source.URL !== undefined) expect(links).toContain(source.URL);
    }
  }
});

test('the sheet has the same slides, under the columns of TimelineJS’s own template', () => {
  fc.assert(
    fc.property(anyPublication, (publication) => {
      const { title, events } = timelineJs(publication);
      const { data, meta } = Papa.parse<Record<string, string>>(timelineJsCsv(publication), {
        header: true,
        delimiter: ',',
        newline: '\n',
        skipEmptyLines: true,
      });
      expect(meta.fields?.join()).toBe(TEMPLATE);
      const [first, ...rows] = data;
      expect([first?.Type, first?.Year, first?.Text]).toEqual(['title', '', title.text.text]);
      expect(rows.map((row) => [row.Year, row.Month, row.Day, row.Text])).toEqual(
        events.map(({ start_date: { year, month = '', day = '' }, text }) => [
          String(year),
          String(month),
          String(day),
          text.text,
        ]),
      );
    }),
  );
});

test('the sheet gives times with minutes', () => {
  const [, row] = Papa.parse<string[]>(
    timelineJsCsv(eventsAt('2025-05-29T08:05+02:00')).trim(),
  ).data.slice(1);
  expect(row?.[3]).toBe('08:05');
});

const TEMPLATE =
  'Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Alt Text,Type,Group,Background';
