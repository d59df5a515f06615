import { z } from 'zod';
import { type ErrorCode, errorTable } from '../../domain/errors.ts';
import { EntityReferenceSchema } from './entity.ts';

const codes = Object.keys(errorTable) as [ErrorCode, ...ErrorCode[]];

export const ProblemSchema = z
  .object({
    type: z.string().describe('The address of a description of this kind of problem.'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('What is wrong, and what to do about it.'),
    instance: z.string().describe('The address that was asked for.'),
    code: z.enum(codes).describe('For programs; never changes.'),
    errors: z
      .array(
        z.object({
          parameter: z.string().optional().describe('A query or path parameter, or a header.'),
          pointer: z.string().optional().describe('A JSON pointer into the body.'),
          detail: z.string(),
        }),
      )
      .optional()
      .describe('Each place in the input that is at fault.'),
    candidates: z.array(EntityReferenceSchema).optional().describe('Those who bear an ambiguous name.'),
    articleId: z.string().optional().describe('The article that is in the way, or was deleted.'),
  })
  .meta({ id: 'Problem', description: 'What went wrong, after RFC 9457.' });
