import { describe, expect, it } from 'vitest';
import {
  findAgencies,
  readBylineField,
  readDatelineField,
  readEmbargo,
  readLanguage,
  readStatus,
  readTime,
} from '../../src/readers/story/news-fields.ts';

describe('the field of a byline', () => {
  it.each([
    ['By Jane Doe and JOHN ROE, Associated Press', ['Jane Doe', 'John Roe']],
    ['Von Jane Doe, dpa', ['Jane Doe']],
    ['Par Jean Dupré', ['Jean Dupré']],
    ["Jane Doe, Michigan State University; Frances d'Arbo", ['Jane Doe', "Frances d'Arbo"]],
    ['Jane Doe / Faktisk.no', ['Jane Doe']],
    ['gr/bp', []],
    ['Staff Reporter', []],
    [null, []],
  ])('%j names %j', (words, names) => {
    expect(readBylineField(words)).toEqual(names);
  });
});

describe('the field of a dateline', () => {
  it.each([
    ['STOCKHOLM, Aug 29, 2014 (AFP) -', 'STOCKHOLM', 'Aug 29, 2014', 'AFP'],
    ['Strasbourg, 10 juil 2024 (AFP)', 'Strasbourg', '10 juil 2024', 'AFP'],
    ['London (dpa) - ', 'London', null, 'dpa'],
    ['Tegucigalpa, Jan 2 (EFE).-', 'Tegucigalpa', 'Jan 2', 'EFE'],
    ['ALBANY, N.Y. (AP) --', 'ALBANY, N.Y.', null, 'AP'],
    ['ALBANY, N.Y.', 'ALBANY, N.Y.', null, null],
    ['PARIS,', 'PARIS', null, null],
  ])('%j', (words, place, date, agency) => {
    expect(readDatelineField(words)).toEqual({ place, date, agency });
  });

  it.each([null, '', ' - ', '2018-01-03 20:13:08 GMT+00:00', '20170102T222800+0000'])(
    '%j is none',
    (words) => {
      expect(readDatelineField(words)).toBeNull();
    },
  );
});

it.each([
  [['Deutsche Presse-Agentur GmbH'], ['dpa']],
  [['afp.com', 'nprov:AFP', 'Agence France-Presse'], ['AFP']],
  [
    ['The Associated Press', null, 'reuters.com'],
    ['AP', 'Reuters'],
  ],
  [['Skerry Press'], []],
])('the fields %j name the agencies %j', (fields, agencies) => {
  expect(findAgencies(...fields)).toEqual(agencies);
});

it.each([
  ['stat:usable', 'usable'],
  ['Withheld', 'withheld'],
  ['http://cv.iptc.org/newscodes/pubstatusg2/canceled', 'canceled'],
  ['cancelled', 'canceled'],
  ['killed', 'canceled'],
  ['Embargoed', null],
  [null, null],
])('the status %j is %j', (words, status) => {
  expect(readStatus(words)).toBe(status);
});

it.each([
  ['en_US', 'en-US'],
  ['nb-NO', 'nb-NO'],
  ['EN', 'en'],
  ['english', null],
  ['e', null],
  [null, null],
])('the language %j is %j', (tag, language) => {
  expect(readLanguage(tag)).toBe(language);
});

it.each([
  ['20151014T043001+0100', '2015-10-14T03:30:01Z'],
  ['2017-08-24T01:58:40+0000', '2017-08-24T01:58:40Z'],
  ['2013-03-01T15:09:04.000Z', '2013-03-01T15:09:04Z'],
  ['20080219+0100', '2008-02-19'],
  ['2018-05-28T16:40:08', '2018-05-28'],
  ['2016-01-12 12:35:40', '2016-01-12'],
  ['20230230', null],
  ['soon', null],
])('the time %j is %j', (words, time) => {
  expect(readTime(words)).toBe(time);
});

it('an embargo ends after the publication, or is none', () => {
  expect(readEmbargo('20240102T060000Z', '2024-01-01T06:00:00Z')).toBe('2024-01-02T06:00:00Z');
  expect(readEmbargo('20240101T060000Z', '2024-01-01T06:00:00Z')).toBeNull();
  expect(readEmbargo('20240102T060000Z', null)).toBe('2024-01-02T06:00:00Z');
  expect(readEmbargo(' ', '2024-01-01')).toBeNull();
});
