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

/** What a list is asked for, beside its filters. */
export interface ListRequest<Extra extends string> {
  readonly page: PageRequest;
  /** What to add to the items: named by `include`, or asked for by name in `fields`. */
  readonly include: ReadonlySet<Extra>;
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
  ) => Promise<Page<object> | RankedPage<object>>;
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
        },
        include: new Set(
          [...(include ?? []), ...(fields ?? [])].map((name) => name.split('.', 1)[0] as Extra),
        ),
      });
      const next =
        found.next === null ? null : nextAddress(call.request.url, sealCursor(found.next, sealedWith));
      if (next !== null) call.reply.header('link', `<${next}>; rel="next"`);
      return {
        items: fields === undefined ? found.items : trimFields(found.items, selectFields(fields)),
        total: found.total,
        next,
        ...('considered' in found && found.considered !== null
          ? { ranking: { considered: found.considered } }
          : {}),
        ...(found.facets === null ? {} : { facets: found.facets as Record<string, readonly FacetValue[]> }),
      };
    },
  });
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
