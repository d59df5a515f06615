import { readDate } from '../../dates.ts';

export interface HeaderField {
  readonly kind: 'headline' | 'byline' | 'date' | 'other';
  readonly value: string;
}

/** "Headline: …", "By: Jane Doe", "Date: 2023-10-11". A label before a sentence is prose: "Update: The court has ruled." */
export function readField(line: string): HeaderField | null {
  const match = /^([A-Za-z][A-Za-z -]{1,30}?)\s?:\s?(.{1,300})$/.exec(line);
  if (match === null) return null;
  const name = match[1]!.toLowerCase();
  const value = match[2]!.trim();
  const isMail = mailFields.test(name) || (name === 'from' && value.includes('@'));
  const kind = isMail ? 'other' : fieldKinds[name];
  if (kind === undefined || value === '') return null;
  if (kind === 'byline' && isSpoken(value)) return null;
  if (kind === 'date' && !/\d/.test(value)) return null;
  if (kind === 'date' && readDate(value) === null && value.length > 40) return null;
  if (kind === 'other' && (value.length > 120 || /[a-z]{3}\.$/.test(value))) return null;
  return { kind, value };
}

/** A turn of an interview: "Reporter: Will you stand again?" */
const isSpoken = (value: string): boolean =>
  /[?!]["”’]?$/.test(value) || (value.match(/(?<=^|\s)[a-z]{2,}(?=[\s.,])/g) ?? []).length > mostSmallWords;

/** "By: Jane Doe, our correspondent in Rome" */
const mostSmallWords = 4;

/** What stands above a release that came by e-mail, beside its subject and its date. */
const mailFields =
  /^(?:to|cc|bcc|reply-to|sender|return-path|received|message-id|mime-version|content-[a-z-]+|x-[a-z-]+|importance|attachments?)$/;

const fieldKinds: Readonly<Record<string, HeaderField['kind']>> = {
  headline: 'headline',
  title: 'headline',
  subject: 'headline',
  by: 'byline',
  words: 'byline',
  writer: 'byline',
  writers: 'byline',
  byline: 'byline',
  author: 'byline',
  authors: 'byline',
  reporter: 'byline',
  date: 'date',
  published: 'date',
  'published on': 'date',
  'published at': 'date',
  'publication date': 'date',
  'date published': 'date',
  posted: 'date',
  sent: 'date',
  'posted on': 'date',
  pubdate: 'date',
  updated: 'other',
  'last updated': 'other',
  source: 'other',
  agency: 'other',
  publisher: 'other',
  section: 'other',
  'newspaper section': 'other',
  category: 'other',
  keywords: 'other',
  topic: 'other',
  topics: 'other',
  'key words': 'other',
  tags: 'other',
  slug: 'other',
  slugline: 'other',
  url: 'other',
  link: 'other',
  language: 'other',
  editor: 'other',
  dateline: 'other',
  location: 'other',
  tel: 'other',
  telephone: 'other',
  phone: 'other',
  fax: 'other',
  'our ref': 'other',
  'your ref': 'other',
  website: 'other',
};
