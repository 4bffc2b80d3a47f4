import { parse } from 'edtf';
import { describe, expect, it, vi } from 'vitest';
import { DateError, parseDate } from './date.ts';

vi.mock('edtf', { spy: true });

const FORMS = 'an EDTF date such as "2025-05-29", "2024-06", "2023", "2025-06~" or "2022/.."';

/** What a writer is told about each text; `EDTF` stands for the forms that are always the same. */
function explain(...texts: string[]): string {
  return `\n${texts.map(told).join('\n')}\n`;
}

function told(text: string): string {
  try {
    return `${text}: accepted as ${JSON.stringify(parseDate(text))}`;
  } catch (error) {
    if (!(error instanceof DateError)) throw error;
    return [error.message, error.expected === FORMS ? 'EDTF' : error.expected, error.fix].join(
      ' | ',
    );
  }
}

describe('a date that cannot be', () => {
  it('is refused where the calendar has no such day', () => {
    expect(
      explain('2023-02-29', '1900-02-29', '-0001-02-29', '2024-02-30', '2024-04-31', '2024-06-00'),
    ).toMatchInlineSnapshot(`
      "
      "2023-02-29" does not exist: the month has no day 29 | a day that is in the calendar | check the day against the source
      "1900-02-29" does not exist: the month has no day 29 | a day that is in the calendar | check the day against the source
      "-0001-02-29" does not exist: the month has no day 29 | a day that is in the calendar | check the day against the source
      "2024-02-30" is not a date | EDTF | check the day and the month against the source
      "2024-04-31" is not a date | EDTF | check the day and the month against the source
      "2024-06-00" is not a date | EDTF | check the day and the month against the source
      "
    `);
  });

  it('is refused where the year has no such month', () => {
    expect(explain('2024-13', '2024-13-01', '2024-00')).toMatchInlineSnapshot(`
      "
      "2024-13" is not a date | EDTF | check the day and the month against the source
      "2024-13-01" is not a date | EDTF | check the day and the month against the source
      "2024-00" is not a date | EDTF | check the day and the month against the source
      "
    `);
  });

  it('is refused inside an interval or before a time too', () => {
    expect(explain('2023-02-29/2023-03-02', '2023-02-01/2023-02-29', '2023-02-29T10:00Z'))
      .toMatchInlineSnapshot(`
      "
      "2023-02-29/2023-03-02" does not exist: the month has no day 29 | a day that is in the calendar | check the day against the source
      "2023-02-01/2023-02-29" does not exist: the month has no day 29 | a day that is in the calendar | check the day against the source
      "2023-02-29T10:00Z" does not exist: the month has no day 29 | a day that is in the calendar | check the day against the source
      "
    `);
  });

  it('is refused when it ends before it begins, with the two ends the other way round', () => {
    expect(explain('2024-06/2024-05', '2024/2023-05-01', '2025-05-30~/2025-05-29'))
      .toMatchInlineSnapshot(`
      "
      "2024-06/2024-05" ends before it begins | an interval from earlier to later | write "2024-05/2024-06"
      "2024/2023-05-01" ends before it begins | an interval from earlier to later | write "2023-05-01/2024"
      "2025-05-30~/2025-05-29" ends before it begins | an interval from earlier to later | write "2025-05-29/2025-05-30~"
      "
    `);
  });

  it('is refused when no program could count so far', () => {
    expect(explain('Y275760', 'Y-271821', 'Y170000002')).toMatchInlineSnapshot(`
      "
      the year in "Y275760" is beyond what a program can count | a year from -271820 to 275759 | name such an age in the text, and give the event a date that can be drawn
      the year in "Y-271821" is beyond what a program can count | a year from -271820 to 275759 | name such an age in the text, and give the event a date that can be drawn
      the year in "Y170000002" is beyond what a program can count | a year from -271820 to 275759 | name such an age in the text, and give the event a date that can be drawn
      "
    `);
  });

  it.each(['2024-02-30', '2024-13-01', '30.2.2024'])(
    'is not tried again and again in search of another way to write %s',
    (text) => {
      vi.mocked(parse).mockClear();
      told(text);
      expect(vi.mocked(parse).mock.calls.length).toBeLessThanOrEqual(2);
    },
  );
});

describe('a time that means no one instant', () => {
  it('is refused without an offset, with both ways to add it', () => {
    expect(explain('2025-05-29T20:00', '2025-05-29T20:00:30')).toMatchInlineSnapshot(`
      "
      "2025-05-29T20:00" has a time without an offset from UTC | a time that means one instant everywhere | add the offset, as in "2025-05-29T20:00+02:00" or "2025-05-29T20:00Z", or leave the time out
      "2025-05-29T20:00:30" has a time without an offset from UTC | a time that means one instant everywhere | add the offset, as in "2025-05-29T20:00:30+02:00" or "2025-05-29T20:00:30Z", or leave the time out
      "
    `);
  });

  it('is refused at hour 24, at second 60 and with fractions', () => {
    expect(explain('2025-05-29T24:00Z', '2025-05-29T23:59:60Z', '2025-05-29T20:00:00.5Z'))
      .toMatchInlineSnapshot(`
      "
      "2025-05-29T24:00Z" has the hour 24 | an hour from 00 to 23 | write 00:00 of the next day
      "2025-05-29T23:59:60Z" is not a date | EDTF | write year, month and day in that order, as far as they are known, in quotes
      "2025-05-29T20:00:00.5Z" has a fraction of a second | a time of hours, minutes and at most whole seconds | leave the fraction out
      "
    `);
  });
});

describe('a date in another form', () => {
  it('is refused with the forms that dates take', () => {
    expect(() => parseDate('June 2024')).toThrow('"June 2024" is not a date');
    expect(() => parseDate('June 2024')).toThrow(expect.objectContaining({ expected: FORMS }));
  });

  it('is refused with the same date as EDTF where its meaning is plain', () => {
    expect(
      explain(
        '2024-6-2',
        '2024/06/22',
        '2024.06.22',
        '22.06.2024',
        '2.6.2024.',
        '22. 6. 2024',
        '2024-6',
        '2025-05-29 20:00',
      ),
    ).toMatchInlineSnapshot(`
      "
      "2024-6-2" is not a date | EDTF | write "2024-06-02"
      "2024/06/22" is not a date | EDTF | write "2024-06-22"
      "2024.06.22" is not a date | EDTF | write "2024-06-22"
      "22.06.2024" is not a date | EDTF | write "2024-06-22"
      "2.6.2024." is not a date | EDTF | write "2024-06-02"
      "22. 6. 2024" is not a date | EDTF | write "2024-06-22"
      "2024-6" is not a date | EDTF | write "2024-06"
      "2025-05-29 20:00" is not a date | EDTF | write "2025-05-29T20:00+02:00", with the offset that applies
      "
    `);
  });

  it('is refused without a guess where its meaning is not plain', () => {
    expect(
      explain(
        'June 2024',
        '06/22/2024',
        '22.13.2024',
        '',
        ' 2024',
        '2024-W05',
        '20240622',
        '2024-06-uu',
      ),
    ).toMatchInlineSnapshot(`
      "
      "June 2024" is not a date | EDTF | write year, month and day in that order, as far as they are known, in quotes
      "06/22/2024" is not a date | EDTF | write year, month and day in that order, as far as they are known, in quotes
      "22.13.2024" is not a date | EDTF | check the day and the month against the source
      "" is not a date | EDTF | write year, month and day in that order, as far as they are known, in quotes
      " 2024" is not a date | EDTF | write year, month and day in that order, as far as they are known, in quotes
      "2024-W05" is not a date | EDTF | write year, month and day in that order, as far as they are known, in quotes
      "20240622" is not a date | EDTF | write year, month and day in that order, as far as they are known, in quotes
      "2024-06-uu" is not a date | EDTF | write year, month and day in that order, as far as they are known, in quotes
      "
    `);
  });
});

describe('EDTF that timelines do not use', () => {
  it('is refused by its name: seasons, sets and what only level 2 has', () => {
    expect(
      explain(
        '2024-21',
        '[2023,2024]',
        '{2023,2024}',
        '2024?-06',
        '1XXX',
        '2024-06-XX/2024-07-03',
        'Y17E7',
        '199',
        '19',
      ),
    ).toMatchInlineSnapshot(`
      "
      "2024-21" is EDTF of a kind that timelines do not use (season, level 1) | EDTF | write a year, month, day, date-time with offset, or an interval of these with "/"
      "[2023,2024]" is EDTF of a kind that timelines do not use (set, level 2) | EDTF | write a year, month, day, date-time with offset, or an interval of these with "/"
      "{2023,2024}" is EDTF of a kind that timelines do not use (list, level 2) | EDTF | write a year, month, day, date-time with offset, or an interval of these with "/"
      "2024?-06" is EDTF of a kind that timelines do not use (date, level 2) | EDTF | write a year, month, day, date-time with offset, or an interval of these with "/"
      "1XXX" is EDTF of a kind that timelines do not use (date, level 2) | EDTF | write a year, month, day, date-time with offset, or an interval of these with "/"
      "2024-06-XX/2024-07-03" is EDTF of a kind that timelines do not use (interval, level 2) | EDTF | write a year, month, day, date-time with offset, or an interval of these with "/"
      "Y17E7" is EDTF of a kind that timelines do not use (year, level 2) | EDTF | write a year, month, day, date-time with offset, or an interval of these with "/"
      "199" is EDTF of a kind that timelines do not use (decade, level 2) | EDTF | write a year, month, day, date-time with offset, or an interval of these with "/"
      "19" is EDTF of a kind that timelines do not use (century, level 0) | EDTF | write a year, month, day, date-time with offset, or an interval of these with "/"
      "
    `);
  });

  it('is refused when it says nothing', () => {
    expect(explain('../..', '/', '../', 'XXXX')).toMatchInlineSnapshot(`
      "
      "../.." names neither a start nor an end | EDTF | give at least one end, as in "2022/.."
      "/" names neither a start nor an end | EDTF | give at least one end, as in "2022/.."
      "../" names neither a start nor an end | EDTF | give at least one end, as in "2022/.."
      "XXXX" says nothing about the year | EDTF | give the century at least, as in "19XX"
      "
    `);
  });
});
