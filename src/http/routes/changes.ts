import { z } from 'zod';
import { changeActions, changeKinds } from '../../domain/changes.ts';
import { listEndpoint } from '../conventions/lists.ts';
import type { Endpoint } from '../endpoint.ts';
import { InstantSchema } from '../schemas/common.ts';
import { examples } from '../schemas/examples.ts';
import { sequenceParameter, textParameter } from '../schemas/parameters.ts';

const sequence = z.int().min(0);

const ChangeSchema = z
  .object({
    sequence,
    at: InstantSchema,
    kind: z.enum(changeKinds),
    action: z
      .enum([...new Set(changeKinds.flatMap((kind) => changeActions[kind]))])
      .describe(
        changeKinds
          .map(
            (kind) =>
              `Of ${kind === 'article' ? 'an' : kind === 'entity' ? 'an' : 'a'} ${kind}: ${changeActions[kind].join(', ')}.`,
          )
          .join(' '),
      ),
    id: z.string().describe('Of what is to be read again.'),
    articleId: z.string().nullable().describe('Of a quote: the article that it is from.'),
    into: z
      .string()
      .nullable()
      .describe('Of an entity: the one that it was merged into, or that was parted from it.'),
  })
  .meta({ id: 'Change', description: 'Something that changed.' });

export const changesEndpoint: Endpoint = listEndpoint({
  path: '/v1/changes',
  operationId: 'listChanges',
  tag: 'service',
  summary: 'What changed, in order',
  description:
    'For mirrors and caches. Each entry names one thing, which is to be read again under its id: 404 or 410 says that it ' +
    'is gone. The name and the type of an entity are shown wherever its id is: they change there, too. Go on from ' +
    '`lastSequence`. Nothing is left out and no sequence is given twice; where the store was restored from a backup, ' +
    '`feed` is another one, and everything is to be read again.',
  filters: z.strictObject({
    since: sequenceParameter('The sequence that you have come to: entries after it. 0 for all.').default(0),
    feed: textParameter('The `feed` that you follow: 400 where it is not this one any more.').optional(),
  }),
  item: ChangeSchema,
  envelope: {
    lastSequence: sequence.describe('Where to go on from: `since` of the next request.'),
    feed: z.string().describe('Stays the same as long as you can go on.'),
  },
  forms: {
    columns: {
      sequence: 'sequence',
      at: 'at',
      kind: 'kind',
      action: 'action',
      id: 'id',
      articleId: 'articleId',
      into: 'into',
    },
  },
  example: {
    sequence: 41,
    at: '2026-11-22T08:30:00.000Z',
    kind: 'article',
    action: 'revised',
    id: examples.article.id,
    articleId: null,
    into: null,
  },
  envelopeExample: { lastSequence: 41, feed: '5f0c8e1d7a2b9346' },
  errors: ['other-feed'],
  find: async ({ services, query }, { page }) => {
    const since = page.after === null ? query.since : Number(page.after[0]);
    const { items, latest, feed } = await services.store.listChanges(
      { since, feed: query.feed ?? null },
      page.limit,
    );
    const lastSequence = items.at(-1)?.sequence ?? since;
    return {
      items,
      // No sequence is missing, so that nothing has to be counted.
      total: page.withTotal ? latest - query.since : null,
      next: lastSequence < latest ? [lastSequence] : null,
      facets: null,
      lastSequence,
      feed,
    };
  },
});
