import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import type { ErrorCode } from '../../domain/errors.ts';
import type { FacetValue, Page, PagePosition, PageRequest, RankedPage } from '../../domain/queries.ts';
import { type Call, type Endpoint, endpoint, type NoParameters } from '../endpoint.ts';
import { chooseFormat } from '../representations/formats.ts';
import {
  formatsOf,
  type ItemForms,
  itemsAtOnce,
  type ListFormat,
  linesOf,
  sendFeed,
  streamItems,
} from '../representations/lists.ts';
import { listSchema } from '../schemas/list.ts';
import {
  choiceParameter,
  choicesParameter,
  flagParameter,
  textParameter,
  wholeNumberParameter,
} from '../schemas/parameters.ts';
import { pathOf } from './addresses.ts';
import { openCursor, sealCursor } from './cursors.ts';
import { fieldsParameter, refuseFieldsIn, trimItems } from './fields.ts';
import { entityTag, holdsTag, preferredCoding, tagOfCoding } from './representation.ts';
import { answerVersion, formOf } from './versioned.ts';

/** What a list is asked for, beside its filters. */
export interface ListRequest<Extra extends string> {
  readonly page: PageRequest;
  /** What to add to the items: named by `include`, or asked for by name in `fields`. */
  readonly include: ReadonlySet<Extra>;
  /** Whether the items are answered as they are, with nothing added and nothing left out: they may be {@link ReadyItem}s. */
  readonly isPlain: boolean;
}

/** A page of items that are JSON already. */
export type ReadyPage = Omit<RankedPage<ReadyItem>, 'items'> & { readonly readyItems: readonly ReadyItem[] };

export interface ReadyItem {
  readonly id: string;
  readonly version: number;
  /** In UTF-8. */
  readonly json: Buffer;
}

interface ListSpec<Path extends z.ZodObject, Filters extends z.ZodObject, Extra extends string>
  extends Pick<Endpoint, 'path' | 'operationId' | 'tag' | 'summary'> {
  readonly description?: string;
  readonly pathParameters?: Path;
  readonly followsMerges?: boolean;
  readonly filters: Filters;
  readonly item: z.ZodType;
  /** Whether its order may be made of a part of the store; then the answer says so. */
  readonly isRanked?: boolean;
  /** What the answer says beside the list: members of what `find` brings. */
  readonly envelope?: z.ZodRawShape;
  readonly envelopeExample?: object;
  readonly extras?: readonly [Extra, ...Extra[]];
  /** How its items are written as rows and as entries of a feed, where they can be. */
  readonly forms?: ItemForms<never>;
  readonly example: unknown;
  readonly errors?: readonly ErrorCode[];
  readonly find: (
    call: Call<z.output<Path>, z.output<Filters>>,
    request: ListRequest<Extra>,
  ) => Promise<Page<object> | RankedPage<object> | ReadyPage>;
}

const noExtras: readonly string[] = [];

/** A list: its filters and how to find a page are its own, everything else is the convention of all lists. */
export function listEndpoint<
  Filters extends z.ZodObject,
  Path extends z.ZodObject = NoParameters,
  Extra extends string = never,
>(spec: ListSpec<Path, Filters, Extra>): Endpoint {
  const { filters, item, extras, isRanked = false, forms = {}, find, example, errors = [], ...others } = spec;
  const { envelope = {}, envelopeExample = {}, ...rest } = others;
  const formats = formatsOf(forms);
  const query = filters.safeExtend(pageParameters(item, extras ?? noExtras, formats));
  const form = formOf(item);

  return endpoint({
    ...rest,
    method: 'GET',
    query,
    answers: [
      {
        status: 200,
        description: 'A page of the list.',
        schema: listSchema(item, { hasFacets: 'facets' in filters.shape, isRanked, envelope }),
        mediaType: 'application/json',
        headers: ['Link'],
        alternatives: formats.filter((format) => format !== 'json'),
        example: { items: [example], total: 1, next: null, ...envelopeExample },
      },
    ],
    errors: ['invalid-cursor', ...errors],
    handle: async (call) => {
      const { request, reply } = call;
      const {
        limit,
        cursor,
        total,
        fields,
        include,
        format: wanted,
        ...filterValues
      } = call.query as unknown as PageParameters;
      const format = chooseFormat(request, formats, wanted);
      if (fields !== undefined && (format === 'atom' || format === 'jsonfeed')) refuseFieldsIn(format);
      const isStream = format === 'ndjson' || format === 'csv';
      const lines = isStream ? linesOf(format, forms.columns, fields) : null;
      const isWhole = isStream && !('limit' in (request.query as object));
      const sealedWith = `${pathOf(request.url)}?${canonical(filterValues)}`;
      const read = (after: PagePosition | null, withTotal: boolean) =>
        find(call as Call<z.output<Path>, z.output<Filters>>, {
          page: {
            limit: isWhole ? itemsAtOnce : limit,
            after,
            withTotal,
            isWanted: () => !request.socket.destroyed,
          },
          include: new Set(
            [...(include ?? []), ...(fields ?? [])].map((name) => name.split('.', 1)[0] as Extra),
          ),
          isPlain: format === 'json' && include === undefined && fields === undefined,
        });
      if (isStream && (await isHeld(call, `${form}${format}`))) return reply.code(304).send();
      const found = await read(
        cursor === undefined ? null : openCursor(cursor, sealedWith),
        total && format === 'json',
      );
      const next =
        found.next === null || isWhole ? null : nextAddress(request.url, sealCursor(found.next, sealedWith));
      if (next !== null) reply.header('link', `<${next}>; rel="next"`);
      if (isStream)
        return streamItems(
          request,
          reply,
          lines!,
          found as Page<object>,
          isWhole ? async (after) => (await read(after, false)) as Page<object> : null,
        );
      if (format !== 'json')
        return sendFeed(request, reply, format, (found as Page<object>).items, next, forms.entry!);
      const rest = {
        total: found.total,
        next,
        ...('considered' in found && found.considered !== null
          ? { ranking: { considered: found.considered } }
          : {}),
        ...(found.facets === null ? {} : { facets: found.facets as Record<string, readonly FacetValue[]> }),
      };
      if ('readyItems' in found) return answerReadyItems(call, found.readyItems, JSON.stringify(rest), form);
      const beside = Object.keys(envelope).map((name) => [
        name,
        (found as unknown as Record<string, unknown>)[name],
      ]);
      return { items: trimItems(found.items, fields), ...rest, ...Object.fromEntries(beside) };
    },
  });
}

/** Whether the client has the whole list as it now is: known before anything is read, as every change gives another ETag. */
async function isHeld(
  { request, reply, services: { store } }: Call<unknown, unknown>,
  form: string,
): Promise<boolean> {
  const whole = entityTag(`${form}${request.url}${await store.findStamp()}`);
  const etag = tagOfCoding(whole, preferredCoding(request));
  reply.header('etag', etag);
  return holdsTag(request.headers['if-none-match'], etag);
}

/** Puts ready items together. The ETag follows from their versions: a fortieth of the bytes. */
function answerReadyItems(
  call: Call<unknown, unknown>,
  items: readonly ReadyItem[],
  rest: string,
  form: string,
): Promise<FastifyReply> {
  const versions = items.map(({ id, version }) => `${id}${version}`).join();
  const etag = entityTag(`${form}${versions}${rest}`);
  return answerVersion(call, { version: etag, etag }, async () =>
    Buffer.concat(joinItems(items, Buffer.from(`],${rest.slice(1)}`))),
  );
}

const opening = Buffer.from('{"items":[');
const comma = Buffer.from(',');

function joinItems(items: readonly ReadyItem[], ending: Buffer): Buffer[] {
  return [opening, ...items.flatMap(({ json }, index) => (index === 0 ? [json] : [comma, json])), ending];
}

/** A page of a list that is there as a whole: the parts of one article. */
export function pageOf<T>(all: readonly T[], { limit, after, withTotal }: PageRequest): Page<T> {
  const start = Number(after?.[0] ?? 0);
  const end = start + limit;
  const next: PagePosition | null = end < all.length ? [end] : null;
  return { items: all.slice(start, end), total: withTotal ? all.length : null, next, facets: null };
}

interface PageParameters {
  readonly limit: number;
  readonly cursor?: string;
  readonly total: boolean;
  readonly fields?: readonly string[];
  readonly include?: readonly string[];
  readonly format?: ListFormat;
}

function pageParameters(
  item: z.ZodType,
  extras: readonly string[],
  formats: readonly [ListFormat, ...ListFormat[]],
) {
  const [first, ...others] = extras;
  return {
    limit: wholeNumberParameter(
      1,
      100,
      'How many items a page has at most; may change from page to page.',
    ).default(20),
    cursor: textParameter(
      'Where the page before ended, from its `next`; filters and sort are repeated with it.',
    ).optional(),
    total: flagParameter('`false` leaves the total out, where you do not want to pay for it.').default(true),
    fields: fieldsParameter(item),
    format: choiceParameter(formats, 'In place of `Accept`, for browsers.').optional(),
    ...(first === undefined
      ? {}
      : {
          include: choicesParameter(
            [first, ...others],
            'What to add to each item, separated by commas.',
          ).optional(),
        }),
  };
}

/** Filters and sort in one spelling, whatever their order in the address. */
function canonical(filters: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(Object.entries(filters).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function nextAddress(address: string, cursor: string): string {
  const path = pathOf(address);
  const repeated = address
    .slice(path.length + 1)
    .split('&')
    .filter((pair) => pair !== '' && !pair.startsWith('cursor='));
  return `${path}?${[`cursor=${cursor}`, ...repeated].join('&')}`;
}
