import { OnrecordError } from '../domain/errors.ts';
import { plainCopy } from './plain-copy.ts';
import type { Reader } from './reader.ts';

/** Plain text: one article, whose headline, byline and dates stand in the text itself. */
export const plainText: Reader = {
  name: 'plain text',
  mediaTypes: ['text/plain'],
  recognizes: () => true,
  *read({ text, problems }) {
    if (text.trim() === '') {
      yield { place: null, fault: new OnrecordError('empty-article', 'The input holds no text.') };
      return;
    }
    yield { place: null, document: { ...plainCopy(text, 'text/plain'), problems } };
  },
};
