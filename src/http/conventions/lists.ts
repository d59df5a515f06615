import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import type { FacetValue, Page, PagePosition, PageRequest, RankedPage } from '../../domain/article-store.ts';
import type { ErrorCode } from '../../domain/errors.ts';
import { type Call, type Endpoint, endpoint, type NoParameters } from '../endpoint.ts';
import { listSchema } from '../schemas/list.ts';
import {
  choicesParameter,
  flagParameter,
  textParameter,
  wholeNumberParameter,
} from '../schemas/parameters.ts';
import { openCursor, sealCursor } from './cursors.ts';
import { fieldsParameter, selectFields, trimFields } from './fields.ts';
import { pathOf } from './problems.ts';
import { entityTag } from './representation.ts';
import { formOf } from './versioned.ts';

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
  readonly json: string;
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
  readonly extras?: readonly [Extra, ...Extra[]];
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
  const { filters, item, extras, isRanked = false, find, example, errors = [], ...rest } = spec;
  const query = filters.safeExtend(pageParameters(item, extras ?? noExtras));
  const form = formOf(item);

  return endpoint({
    ...rest,
    method: 'GET',
    query,
    answers: [
      {
        status: 200,
        description: 'A page of the list.',
        schema: listSchema(item, { hasFacets: 'facets' in filters.shape, isRanked }),
        mediaType: 'application/json',
        headers: ['Link'],
        example: { items: [example], total: 1, next: null },
      },
    ],
    errors: ['invalid-cursor', ...errors],
    handle: async (call) => {
      const { limit, cursor, total, fields, include, ...filterValues } =
        call.query as unknown as PageParameters;
      const sealedWith = `${pathOf(call.request.url)}?${canonical(filterValues)}`;
      const found = await find(call as Call<z.output<Path>, z.output<Filters>>, {
        page: {
          limit,
          after: cursor === undefined ? null : openCursor(cursor, sealedWith),
          withTotal: total,
          isWanted: () => !call.request.socket.destroyed,
        },
        include: new Set(
          [...(include ?? []), ...(fields ?? [])].map((name) => name.split('.', 1)[0] as Extra),
        ),
        isPlain: include === undefined && fields === undefined,
      });
      const next =
        found.next === null ? null : nextAddress(call.request.url, sealCursor(found.next, sealedWith));
      if (next !== null) call.reply.header('link', `<${next}>; rel="next"`);
      const rest = {
        total: found.total,
        next,
        ...('considered' in found && found.considered !== null
          ? { ranking: { considered: found.considered } }
          : {}),
        ...(found.facets === null ? {} : { facets: found.facets as Record<string, readonly FacetValue[]> }),
      };
      if ('readyItems' in found)
        return answerReadyItems(call.reply, found.readyItems, JSON.stringify(rest), form);
      const items = fields === undefined ? found.items : trimFields(found.items, selectFields(fields));
      return { items, ...rest };
    },
  });
}

/** Puts ready items together. The ETag follows from their versions: a fortieth of the bytes. */
function answerReadyItems(
  reply: FastifyReply,
  items: readonly ReadyItem[],
  rest: string,
  form: string,
): FastifyReply {
  const versions = items.map(({ id, version }) => `${id}${version}`).join();
  return reply
    .header('etag', entityTag(`${form}${versions}${rest}`))
    .type('application/json; charset=utf-8')
    .send(`{"items":[${items.map(({ json }) => json).join()}],${rest.slice(1)}`);
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
}

function pageParameters(item: z.ZodType, extras: readonly string[]) {
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
