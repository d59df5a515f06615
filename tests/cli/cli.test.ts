import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommanderError } from 'commander';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { buildProgram } from '../../src/cli/program.ts';
import { QuoteSchema } from '../../src/http/schemas/quote.ts';
import { onrecord } from './run.ts';

const story = '"The bridge is open," Maria Ruiz said on Tuesday.\n\nMaria Ruiz is the mayor of Lisbon.\n';
// Each command is a process of its own, which takes a second or more on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-cli-'));
  writeFileSync(join(folder, 'story.txt'), story);
  writeFileSync(join(folder, 'two.ndjson'), '{"text":"Rain fell in Lisbon."}\n{"headline":"No text"}\n');
  writeFileSync(join(folder, 'page.html'), '<!doctype html><p>Rain.</p>');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('onrecord', () => {
  it('prints its version', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(await onrecord(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });

  it('ends with 2 where it is used wrongly, and says the remedy without a stack trace', async () => {
    const { code, out, err } = await onrecord(['quotes', '--from', '2023-02-30']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/must be a day that exists/);
    expect(err).not.toMatch(/\bat .*:\d+/);
  });

  it('stops quietly where the reader of its output has seen enough', async () => {
    const { code, err } = await onrecord(['openapi'], { closeOutputAtOnce: true });
    expect([code, err]).toEqual([0, '']);
  });

  it.each(buildProgram().commands.map((command) => command.name()))(
    'has help with examples for %s',
    async (name) => {
      const { out } = await parse([name, '--help']);
      expect(out).toContain('Examples:\n  ');
    },
  );

  it.each([
    [['nonsense'], /unknown command 'nonsense'/],
    [['ingest'], /missing required argument 'paths'/],
    [['quotes', '--kind', 'loud'], /Allowed choices are direct, mixed, indirect/],
    [['quotes', '--limit', '-1'], /must be a whole number/],
    [['serve', '--port', 'high'], /--port must be a number from 0 to 65535/],
    [['extract', '.'], /is a folder/],
    [['evaluate', '--speech', 'cues.txt'], /needs a --corpus/],
    [['evaluate', '--entities'], /needs a --corpus/],
    [['evaluate', '--corpus', 'nowhere.jsonl'], /cannot be read/],
  ])('refuses %j with the remedy', async (words, remedy) => {
    expect((await parse(words)).err).toMatch(remedy);
  });
});

describe('onrecord extract', () => {
  it('prints an article as a line of JSON, in the form of the API', async () => {
    const { code, out } = await onrecord(['extract', join(folder, 'story.txt')]);
    expect(code).toBe(0);
    const article = JSON.parse(out);
    expect(article).toMatchObject({
      id: null,
      quotes: [{ id: null, kind: 'direct', text: 'The bridge is open' }],
    });
    expect(article.quotes[0].speaker.name).toBe('Maria Ruiz');
  });

  it('reads standard input', async () => {
    const { code, out } = await onrecord(['extract', '-', '--indent'], { input: story });
    expect(code).toBe(0);
    expect(JSON.parse(out).paragraphs).toHaveLength(2);
    expect(out.split('\n').length).toBeGreaterThan(10);
  });

  it.each([
    ['nowhere.txt', /^nowhere\.txt: There is no file nowhere\.txt\.\n$/],
    ['page.html', /^page\.html: The page holds no article\.$/m],
    ['two.ndjson', /^two\.ndjson, line 2: The article cannot be read: \/text is missing/m],
  ])('answers 1 for %s, and says why in a line', async (file, reason) => {
    const { code, err } = await onrecord(['extract', file], { folder });
    expect(code).toBe(1);
    expect(err).toMatch(reason);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});

describe('onrecord ingest and quotes', () => {
  const database = () => join(folder, 'store.db');

  it('stores what can be read, names what cannot, and answers 1 for that', async () => {
    const { code, out, err } = await onrecord(
      ['ingest', 'story.txt', 'two.ndjson', '--database', database()],
      { folder },
    );
    expect(code).toBe(1);
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).outcome),
    ).toEqual(['created', 'created', 'failed']);
    expect(err).toContain('two.ndjson, line 2: ');
    expect(err).toContain('2 files: 2 new, 1 failed');
    expect(err).not.toContain('█');
  });

  it('changes nothing when the same comes again', async () => {
    const { code, err } = await onrecord(['ingest', '-', '--database', database()], { input: story });
    expect(code).toBe(0);
    expect(err).toContain('1 file: 1 unchanged');
  });

  it('shows with --dry-run what would be stored, and stores nothing', async () => {
    const page =
      '<html><h1>Rain</h1><p>By Jane Doe</p><p>Rain fell in Lisbon on Tuesday, all day.</p></html>';
    const { code, out, err } = await onrecord(['ingest', '--dry-run', '-'], { folder, input: page });
    expect(code).toBe(0);
    const { outcome, article } = JSON.parse(out);
    expect(outcome).toBe('dry-run');
    expect(article).toMatchObject({ headline: 'Rain', byline: ['Jane Doe'], id: null });
    expect(article.text).toBe('Rain fell in Lisbon on Tuesday, all day.');
    expect(article.removed.map(({ reason }: { reason: string }) => reason)).toContain('markup');
    expect(err).toContain('1 file: 1 read (nothing was stored)');
    expect(existsSync(join(folder, 'onrecord.db'))).toBe(false);
  });

  it('prints quotes by speaker, from the database that the environment names', async () => {
    const { code, out } = await onrecord(['quotes', '--speaker', 'ruiz'], {
      environment: { ONRECORD_DATABASE: database() },
    });
    expect(code).toBe(0);
    const quotes = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(quotes).toMatchObject([{ text: 'The bridge is open', speaker: { name: 'Maria Ruiz' } }]);
    // As GET /v1/quotes answers, and no more.
    expect(z.strictObject(QuoteSchema.shape).parse(quotes[0])).toEqual(quotes[0]);
  });

  it('answers a name that nobody bears with nothing, and says so', async () => {
    const { code, out, err } = await onrecord([
      'quotes',
      '--speaker',
      'nobody at all',
      '--database',
      database(),
    ]);
    expect([code, out]).toEqual([0, '']);
    expect(err).toBe('Nobody in the database bears the name nobody at all.\n');
  });

  it('makes no database where it is asked to read one', async () => {
    const { code, err } = await onrecord(['quotes'], { folder });
    expect(code).toBe(1);
    expect(err).toBe(
      'onrecord: There is no database onrecord.db. Make one with onrecord ingest, or name another with --database.\n',
    );
  });
});

describe('onrecord openapi', () => {
  it('prints the document, or writes it to a file', async () => {
    const { code, out } = await onrecord(['openapi']);
    expect(code).toBe(0);
    expect(JSON.parse(out).openapi).toBe('3.1.0');
    const file = join(folder, 'openapi.json');
    await onrecord(['openapi', '--output', file]);
    expect(readFileSync(file, 'utf8')).toBe(out);
  });
});

describe('onrecord evaluate', () => {
  it('scores a corpus in the form of PolNeAR, and lists what is wrong', async () => {
    const text = 'The bridge opened.\n\n"It is a good bridge, and it will last," Maria Ruiz said.';
    const quotes = [
      { content: [[20, 60]], source: [[61, 71]], cue: [[72, 76]], type: 'direct' },
      { content: [[0, 17]], source: [], cue: [], type: 'indirect' },
    ];
    const corpus = join(folder, 'corpus.jsonl');
    writeFileSync(corpus, `${JSON.stringify({ id: 'a', text, quotes })}\n`);
    const { code, out } = await onrecord(['evaluate', '--corpus', corpus, '--json', '--errors']);
    expect(code).toBe(0);
    const [figures, ...listed] = out.split('\n');
    expect(JSON.parse(figures!).scores.direct).toMatchObject({ endToEnd: { f1: 1 }, predicted: 1, gold: 1 });
    expect(listed.join('\n')).toMatch(/== a\nmissed .*\n.*⟦The bridge opened⟧\./);
  });

  it.each([
    [
      'names',
      { id: 'a', doc: 'a', tokens: ['Maria', 'Ruiz', 'left', '.'], ner: ['B-PER', 'I-PER', 'O', 'O'] },
      { 'names.f1': 1 },
    ],
    [
      'merging',
      {
        id: 'a',
        mentions: [
          { t: 'Maria Ruiz', ty: ['person'], c: 0 },
          { t: 'Ruiz', ty: ['person'], c: 0 },
        ],
      },
      { 'merging.person.f1': 1 },
    ],
  ])('scores %s on a corpus made for that', async (name, record, expected) => {
    const corpus = join(folder, `${name}.jsonl`);
    writeFileSync(corpus, `${JSON.stringify(record)}\n`);
    const { code, out } = await onrecord(['evaluate', '--entities', '--corpus', corpus, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject(expected);
  });

  it('scores pronouns on quotes and the people behind them', async () => {
    const [corpus, resolved] = [join(folder, 'quotes.jsonl'), join(folder, 'resolved.jsonl')];
    const text = 'Ana Ruiz arrived in Lima. “It rains,” she said.';
    const quotes = [{ content: [[26, 37]], source: [[38, 41]], cue: [[42, 46]], type: 'direct' }];
    writeFileSync(corpus, JSON.stringify({ id: 'a', text, quotes }));
    writeFileSync(resolved, JSON.stringify({ id: 'a', quote: 0, source: [[38, 41]], speaker: 'Ana Ruiz' }));
    const words = ['evaluate', '--entities', '--corpus', corpus, '--json'];
    const { code, out } = await onrecord([...words, '--resolved', resolved]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({ 'references.right': 1 });
    expect((await onrecord(words)).err).toMatch(/--resolved must name/);
  });
});

/** Parses a command line in this process, up to the error or the help that it ends with. */
async function parse(words: readonly string[]): Promise<{ out: string; err: string }> {
  let [out, err] = ['', ''];
  const program = buildProgram();
  for (const command of [program, ...program.commands]) {
    command.configureOutput({ writeOut: (text) => (out += text), writeErr: (text) => (err += text) });
  }
  await program.parseAsync(words, { from: 'user' }).catch((error: Error) => {
    if (!(error instanceof CommanderError)) err += error.message;
  });
  return { out, err };
}
