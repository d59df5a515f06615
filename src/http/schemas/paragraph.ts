import { z } from 'zod';
import { paragraphRoles } from '../../domain/article.ts';

export const ParagraphSchema = z
  .object({
    index: z.int().min(0),
    role: z.enum(paragraphRoles),
    start: z.int().min(0),
    end: z.int().min(0),
    text: z.string(),
  })
  .meta({ id: 'Paragraph', description: 'A span of the text, with what it is in the story.' });
