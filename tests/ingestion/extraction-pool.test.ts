import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/domain/article.ts';
import type { SourceDocument } from '../../src/domain/source-document.ts';
import { createExtractOnDemand } from '../../src/ingestion/extract-on-demand.ts';
import { createExtractionPool } from '../../src/ingestion/extraction-pool.ts';

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
const nobodyLeaves = new AbortController().signal;
const large = (text = 'word ') => document(text.padEnd(100_000));

/** Threads that do with each document what its first word says. */
const file = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort, threadId } from 'node:worker_threads';
    parentPort.on('message', (document) => {
      const [word] = document.raw.text.split(' ');
      if (word === 'crash') process.exit(3);
      if (word === 'fill') for (const held = [];;) held.push(new Array(100_000).fill(held.length));
      if (word === 'sleep') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
      if (word === 'fail') parentPort.postMessage({ error: new Error('a bug') });
      else parentPort.postMessage({ answer: { extractor: 'thread', text: word, threadId } });
    });`)}`,
);

describe('threads for extraction', () => {
  it('work beside each other, and answer each for its own document', async () => {
    const pool = createExtractionPool(file, 2);
    const words = Array.from({ length: 50 }, (_, number) => `word${number}`);
    const articles = await Promise.all(words.map((word) => pool.extract(document(word))));
    expect(articles.map(({ text }) => text)).toEqual(words);
    expect(
      new Set(articles.map((article) => (article as unknown as { threadId: number }).threadId)).size,
    ).toBe(2);
    await pool.close();
  });

  it.each([
    ['a bug', 'fail', { message: 'a bug' }],
    ['the end of its thread', 'crash', { message: expect.stringContaining('has ended') }],
    ['what takes more memory than there is', 'fill', { code: 'body-too-large' }],
  ])('lets %s harm no document but the one that has it', async (_, word, reason) => {
    const pool = createExtractionPool(file, 1, { maxOldGenerationSizeMb: 32 });
    const words = ['one', 'two', word, 'three', 'four', 'five'];
    const settled = await Promise.allSettled(words.map((each) => pool.extract(document(each))));
    expect(settled.map(({ status }) => status === 'fulfilled')).toEqual(words.map((each) => each !== word));
    expect(settled[2]).toMatchObject({ reason });
    await pool.close();
  });

  it('end at what nobody waits for any more, under way or before it, and do the rest', async () => {
    const pool = createExtractionPool(file, 1);
    const leaving = new AbortController();
    const ask = (word: string, signal?: AbortSignal) => pool.extract(document(word), signal);
    const settled = Promise.allSettled([
      ask('one'),
      ...['sleep', 'sleep', 'two', 'sleep'].map((word) => ask(word, leaving.signal)),
      ask('three'),
      ask('four'),
    ]);
    await ask('five', AbortSignal.abort('left before')).catch((reason) => expect(reason).toBe('left before'));
    leaving.abort('left');
    const left = { status: 'rejected', reason: 'left' };
    const done = { status: 'fulfilled' };
    expect(await settled).toMatchObject([done, left, left, left, left, done, done]);
    await pool.close();
  });

  it('end at what is left while they are at work on it', async () => {
    const pool = createExtractionPool(file, 1);
    const leaving = new AbortController();
    await pool.extract(document('one'));
    const slow = pool.extract(document('sleep'), leaving.signal);
    const next = pool.extract(document('two'));
    setTimeout(() => leaving.abort('left'), 50);
    await expect(slow).rejects.toBe('left');
    expect(await next).toMatchObject({ text: 'two' });
    await pool.close();
  });

  it('reject what still waits when they are closed', async () => {
    const pool = createExtractionPool(file, 2);
    const waiting = Array.from({ length: 9 }, () => pool.extract(document('sleep')));
    const ended = Promise.allSettled(waiting);
    await pool.close();
    expect(await ended).toEqual(waiting.map(() => expect.objectContaining({ status: 'rejected' })));
  });
});

describe('extraction on demand', () => {
  it('is done at once where the document is small, in the threads where it is large', async () => {
    const pool = createExtractionPool(file, 1);
    const extract = createExtractOnDemand(extractHere, pool);
    expect(await extract(small, nobodyLeaves)).toEqual({ extractor: 'here' });
    expect(await extract(large(), nobodyLeaves)).toMatchObject({ extractor: 'thread' });
    await pool.close();
  });

  it('asks to come again where too many wait, and lets small documents through', async () => {
    const pool = createExtractionPool(file, 1);
    const extract = createExtractOnDemand(extractHere, pool);
    const waiting = Array.from({ length: 8 }, () => extract(large('sleep '), nobodyLeaves));
    await expect(extract(large(), nobodyLeaves)).rejects.toMatchObject({
      code: 'unavailable',
      retryAfter: 10,
    });
    expect(await extract(small, nobodyLeaves)).toEqual({ extractor: 'here' });
    const ended = Promise.allSettled(waiting);
    await pool.close();
    expect(await ended).toEqual(waiting.map(() => expect.objectContaining({ status: 'rejected' })));
  });

  it('gives up what takes too long, or nobody waits for, and lets others in', async () => {
    const pool = createExtractionPool(file, 1);
    const extract = createExtractOnDemand(extractHere, pool, 1000);
    const leaving = new AbortController();
    const left = Promise.allSettled(
      Array.from({ length: 8 }, () => extract(large('sleep '), leaving.signal)),
    );
    leaving.abort('left');
    expect(await left).toEqual(new Array(8).fill({ status: 'rejected', reason: 'left' }));
    const slow = extract(large('sleep '), nobodyLeaves);
    await expect(slow).rejects.toMatchObject({ code: 'unavailable', retryAfter: 10 });
    expect(await createExtractOnDemand(extractHere, pool)(large(), nobodyLeaves)).toMatchObject({
      text: 'word',
    });
    await pool.close();
  });
});
