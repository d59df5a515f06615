import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Page, PagePosition } from '../../domain/queries.ts';
import { pathOf } from '../conventions/addresses.ts';
import { trimItems } from '../conventions/fields.ts';
import { writeAtom } from './atom.ts';
import { type Columns, chooseColumns, writeHeader, writeRows } from './csv.ts';
import type { FeedEntry } from './feed.ts';
import { type Format, formatMediaTypes, originOf } from './formats.ts';
import { writeJsonFeed } from './json-feed.ts';

/** How the items of a list are written in formats other than JSON; what is left out is not offered. */
export interface ItemForms<Item> {
  readonly columns?: Columns;
  readonly entry?: (item: Item, origin: string) => FeedEntry;
}

export type ListFormat = Extract<Format, 'json' | 'ndjson' | 'csv' | 'atom' | 'jsonfeed'>;

export function formatsOf<Item>({ columns, entry }: ItemForms<Item>): readonly [ListFormat, ...ListFormat[]] {
  return [
    'json',
    'ndjson',
    ...(columns === undefined ? [] : (['csv'] as const)),
    ...(entry === undefined ? [] : (['atom', 'jsonfeed'] as const)),
  ];
}

/** How many items are read at once for an answer of all of them. */
export const itemsAtOnce = 100;

/** Items as lines of text, a page of them at a time, below a heading. */
interface Lines {
  readonly format: 'ndjson' | 'csv';
  readonly heading: string;
  readonly write: (items: readonly object[]) => string;
}

/** JSON a line, trimmed by `fields`, or a table of the columns that show them. Throws where a field is in no column. */
export function linesOf(
  format: Lines['format'],
  columns: Columns | undefined,
  fields: readonly string[] | undefined,
): Lines {
  if (format === 'csv') {
    const chosen = fields === undefined ? columns! : chooseColumns(columns!, fields);
    return { format, heading: writeHeader(chosen), write: (items) => writeRows(items, chosen) };
  }
  const writeLine = (item: object) => `${JSON.stringify(item)}\n`;
  return { format, heading: '', write: (items) => trimItems(items, fields).map(writeLine).join('') };
}

/**
 * Sends the items of a list one after the other, a page at a time and no faster than they are taken; others are answered
 * in between, and nothing more is read once the client has gone. What fails on the way breaks the connection off, so that
 * no part is taken for the whole. `read` brings the pages behind the first; null: that is all that is wanted.
 */
export function streamItems(
  request: FastifyRequest,
  reply: FastifyReply,
  { format, heading, write }: Lines,
  first: Page<object>,
  read: ((after: PagePosition) => Promise<Page<object>>) | null,
): FastifyReply {
  async function* pages(): AsyncGenerator<string> {
    if (heading !== '') yield heading;
    for (let page = first; ; page = await read!(page.next!)) {
      if (page.items.length > 0) yield write(page.items);
      if (read === null || page.next === null) return;
    }
  }
  const name = pathOf(request.url)
    .split('/')
    .at(-1)!
    .replace(/[^\w-]/g, '');
  reply
    .type(`${formatMediaTypes[format]}; charset=utf-8${format === 'csv' ? '; header=present' : ''}`)
    .header('content-disposition', `attachment; filename="${name}.${format}"`);
  return reply.send(Readable.from(request.method === 'HEAD' ? [] : pages()));
}

/** Sends a page of a list as a feed. `next` is the address of the next page, from the root of the server. */
export function sendFeed(
  request: FastifyRequest,
  reply: FastifyReply,
  format: 'atom' | 'jsonfeed',
  items: readonly object[],
  next: string | null,
  entry: (item: never, origin: string) => FeedEntry,
): FastifyReply {
  const origin = originOf(request);
  const feed = {
    title: `Onrecord: ${titleOf(request.url)}`,
    address: `${origin}${request.url}`,
    next: next === null ? null : `${origin}${next}`,
    entries: items.map((item) => entry(item as never, origin)),
  };
  const body = format === 'atom' ? writeAtom(feed) : JSON.stringify(writeJsonFeed(feed));
  return reply.type(`${formatMediaTypes[format]}; charset=utf-8`).send(body);
}

/** What is asked for, in words: "quotes, speaker putin, q oil". */
function titleOf(address: string): string {
  const { pathname, searchParams } = new URL(address, 'http://localhost');
  const filters = [...searchParams].filter(([name]) => !/^(?:format|cursor|limit|sort|total)$/.test(name));
  const path = decodeURIComponent(pathname)
    .replace(/^\/v1\//, '')
    .split('/')
    .reverse()
    .join(' of ');
  return [path, ...filters.map(([name, value]) => `${name} ${value}`)].join(', ');
}
