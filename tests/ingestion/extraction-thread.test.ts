import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/domain/article.ts';
import type { SourceDocument } from '../../src/domain/source-document.ts';
import { createExtractionThread } from '../../src/ingestion/extraction-thread.ts';

const extractHere = () => ({ extractor: 'here' }) as Article;
const document = (text: string): SourceDocument => ({
  raw: { text, mediaType: 'text/plain' },
  metadata: {},
  blocks: null,
  replacements: [],
  names: [],
  problems: [],
});
const small = document('A word.');
const large = (text = 'word ') => document(text.padEnd(100_000));

/** A thread that does with each document what its first word says. */
const file = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads';
    parentPort.on('message', ({ id, document }) => {
      const [word] = document.raw.text.split(' ');
      if (word === 'crash') process.exit(3);
      if (word === 'fail') parentPort.postMessage({ id, error: new Error('a bug') });
      else if (word !== 'sleep') parentPort.postMessage({ id, article: { extractor: 'thread' } });
    });`)}`,
);

describe('extraction', () => {
  it('is done at once where the document is small, in the thread where it is large', async () => {
    const thread = createExtractionThread(extractHere, file);
    expect(await thread.extract(small)).toEqual({ extractor: 'here' });
    expect(await thread.extract(large())).toEqual({ extractor: 'thread' });
    await thread.close();
  });

  it('fails for the document that has the fault, and for no other', async () => {
    const thread = createExtractionThread(extractHere, file);
    const [broken, sound] = await Promise.allSettled([
      thread.extract(large('fail ')),
      thread.extract(large()),
    ]);
    expect(broken).toMatchObject({ status: 'rejected', reason: { message: 'a bug' } });
    expect(sound).toMatchObject({ status: 'fulfilled' });
    await thread.close();
  });

  it('goes on in a new thread where the old one broke', async () => {
    const thread = createExtractionThread(extractHere, file);
    await expect(thread.extract(large('crash '))).rejects.toThrow('has ended');
    expect(await thread.extract(large())).toEqual({ extractor: 'thread' });
    await thread.close();
  });

  it('asks to come again where too many wait, and lets small documents through', async () => {
    const thread = createExtractionThread(extractHere, file);
    const waiting = Array.from({ length: 8 }, () => thread.extract(large('sleep ')));
    await expect(thread.extract(large())).rejects.toMatchObject({ code: 'unavailable', retryAfter: 10 });
    expect(await thread.extract(small)).toEqual({ extractor: 'here' });
    const ended = Promise.allSettled(waiting);
    await thread.close();
    expect(await ended).toEqual(waiting.map(() => expect.objectContaining({ status: 'rejected' })));
  });
});
