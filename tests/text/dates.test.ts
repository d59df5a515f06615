import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate, readDate } from '../../src/text/dates.ts';

describe('parseDate', () => {
  it.each([
    ['2023-10-11', '2023-10-11'],
    ['2023年10月11日 08:30', '2023-10-11'],
    ['2023/10/1', '2023-10-01'],
    ['11 October 2023', '2023-10-11'],
    ['11th of October, 2023', '2023-10-11'],
    ['Oct. 11, 2023', '2023-10-11'],
    ['October 11th 2023', '2023-10-11'],
    ['Sept. 3, 2021', '2021-09-03'],
    ['Wednesday, May 4, 2022', '2022-05-04'],
    ['11-Oct-2023', '2023-10-11'],
    ['31/12/2023', '2023-12-31'],
    ['12/31/2023', '2023-12-31'],
    ['1.2.2023', '2023-02-01'],
    ['20231011', '2023-10-11'],
    ['20231011T101500Z', '2023-10-11T10:15:00Z'],
    ['20231011T1015+0200', '2023-10-11T08:15:00Z'],
    ['2023-10-11T10:00:00Z', '2023-10-11T10:00:00Z'],
    ['2023-10-11T10:00:00.123+02:00', '2023-10-11T08:00:00Z'],
    ['2023-10-11T10:00:00', '2023-10-11'],
    ['2023-10-11 10:00 GMT', '2023-10-11T10:00:00Z'],
    ['Wed, 11 Oct 2023 10:00:00 +0200', '2023-10-11T08:00:00Z'],
    ['Wed, 11 Oct 2023 23:30:00 EST', '2023-10-12T04:30:00Z'],
    ['Oct 11, 2023 at 3:15 p.m. EDT', '2023-10-11T19:15:00Z'],
    ['3:15 PM EDT, Tue May 4, 2021', '2021-05-04T19:15:00Z'],
    ['12:05 AM UTC, May 4, 2021', '2021-05-04T00:05:00Z'],
    ['29 February 2024', '2024-02-29'],
  ])('%s', (text, expected) => {
    expect(parseDate(text)).toBe(expected);
  });

  it.each(['2023-13-01', '2023-02-30', '31 June 2023', 'Feb. 29, 2023', '2023-10-11T25:00:00Z', '20231345'])(
    'knows that %s does not exist',
    (text) => {
      expect(readDate(text)).toEqual({ value: null });
    },
  );

  it.each([
    '',
    'yesterday',
    '10/11/2023',
    'October 2023',
    '2023',
    'in 2023-10-11 days',
    'May 4',
    '1'.repeat(500),
  ])('leaves %j alone', (text) => {
    expect(readDate(text)).toBeNull();
  });

  it('reads every instant that it can be written as', () => {
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const instant = `${date.toISOString().slice(0, 19)}Z`;
        expect(parseDate(instant)).toBe(instant);
        expect(parseDate(date.toUTCString())).toBe(instant);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => readDate(text) === null || true));
  });
});
