import { z } from 'zod';
import { entityTypes } from '../../domain/entity.ts';

/** What people send to correct the record. Messages continue the pointer to the member: "/name is empty". */

const longestName = 300;
const mostAliases = 100;
const mostArticles = 1000;

function name(description: string) {
  return z
    .string({ error: 'must be a string' })
    .overwrite((value) =>
      value
        .replace(/\p{Surrogate}/gu, '\ufffd')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .min(1, 'is empty')
    .max(longestName, `is longer than ${longestName} characters`)
    .regex(/^\P{Cc}*$/u, 'holds a control character: take it out')
    .describe(description);
}

const object = { error: 'must be an object' };

function refuseEmpty(correction: object, context: z.RefinementCtx): void {
  if (context.issues.length > 0 || Object.values(correction).some((value) => value !== undefined)) return;
  context.addIssue({ code: 'custom', message: 'says nothing: name what is to be corrected' });
}

export const EntityCorrectionSchema = z
  .strictObject(
    {
      name: name('Its right name; the former one becomes an alias. Null: as articles name it.').nullish(),
      type: z
        .enum(entityTypes, { error: `must be null or one of ${entityTypes.join(', ')}` })
        .nullish()
        .describe('Null: as extracted.'),
      aliases: z
        .array(name('An alias.'), { error: 'must be a list of names, or null' })
        .max(mostAliases, `are more than ${mostAliases}`)
        .nullish()
        .describe(
          'All that it is to have: others are taken away, also where articles use them, and new ones that articles use ' +
            'are still added. Null: those that articles use.',
        ),
    },
    object,
  )
  .superRefine(refuseEmpty)
  .meta({
    id: 'EntityCorrection',
    description: 'What is right of an entity. What is left out stays; null takes an earlier correction back.',
  });

export const EntityMergeSchema = z
  .strictObject(
    { into: name('The entity that it is: an id, or a name or an alias that no other bears.') },
    object,
  )
  .meta({ id: 'EntityMerge', description: 'Which entity another one is.' });

export const EntitySplitSchema = z
  .strictObject(
    {
      articles: z
        .array(z.string({ error: 'must be an article’s id' }).max(100, 'is no article’s id'), {
          error: 'must be a list of articles’ ids',
        })
        .min(1, 'is empty: name the articles of the other one')
        .max(mostArticles, `are more than ${mostArticles}: send them in parts`)
        .optional()
        .describe('Ids of the articles in which somebody or something else bears this name.'),
      names: z
        .array(name('A full name.'), { error: 'must be a list of names' })
        .min(1, 'is empty: give the names of the other one')
        .max(mostAliases, `are more than ${mostAliases}`)
        .optional()
        .describe(
          'In place of `articles`: full names that articles use, and that are another’s. What was merged into it by mistake ' +
            'is parted again so, and has its old id again.',
        ),
      name: name('A name that tells the other one apart; the same name where it is left out.').nullish(),
    },
    object,
  )
  .superRefine(({ articles, names }, context) => {
    if ((articles === undefined) !== (names === undefined)) return;
    context.addIssue({ code: 'custom', message: 'must have either articles or names' });
  })
  .meta({
    id: 'EntitySplit',
    description: 'Articles, or names, whose mentions and quotes are another entity’s.',
  });

export const QuoteCorrectionSchema = z
  .strictObject(
    {
      speaker: name(
        'Who spoke: an id, or a name or an alias that no other bears. Null: nobody knows.',
      ).nullish(),
      newSpeaker: z
        .strictObject(
          {
            name: name('The full name. Where it is known already, it means whom it means.'),
            type: z
              .enum(entityTypes, { error: `must be one of ${entityTypes.join(', ')}` })
              .default('person'),
          },
          object,
        )
        .optional()
        .describe('In place of `speaker`: who spoke, where no article has named them so far.'),
      rejected: z
        .boolean({ error: 'must be true or false' })
        .optional()
        .describe(
          '`true`: these are nobody’s words. The quote leaves all lists and counts; its id still answers. `false` takes ' +
            'that back.',
        ),
      correctedAt: z
        .null({ error: 'must be null' })
        .optional()
        .describe('Null: all that was decided before is taken back, and the quote is as extracted.'),
    },
    object,
  )
  .superRefine(refuseEmpty)
  .superRefine(({ speaker, newSpeaker }, context) => {
    if (speaker === undefined || newSpeaker === undefined) return;
    context.addIssue({ code: 'custom', path: ['newSpeaker'], message: 'is given beside speaker: send one' });
  })
  .meta({ id: 'QuoteCorrection', description: 'What is right of a quote. What is left out stays.' });
