import { Readable } from 'node:stream';
import { OnrecordError } from '../../domain/errors.ts';
import { type Ingested, ingestAll } from '../../ingestion/ingest.ts';
import { type LineReading, readLines } from '../../ingestion/read-lines.ts';
import { flowing } from '../conventions/body-time.ts';
import { presentProblem } from '../conventions/problems.ts';
import { type Endpoint, endpoint, linesMediaType, type Services } from '../endpoint.ts';
import { BatchLineSchema } from '../schemas/batch.ts';
import { examples } from '../schemas/examples.ts';
import { staysDeleted } from './articles.ts';

const path = '/v1/articles/batch';

/** Batches that are taken in beside each other: each holds some megabytes. */
const mostBatches = 4;
/** Seconds, for those who come when that many are under way. */
const retryAfter = 10;
/**
 * Bytes of answers that wait for a client which sends first and reads later, as many do: those to tens of thousands of lines.
 * Beyond that, no more is read of what it sends.
 */
const answersAhead = 4 * 1024 * 1024;

let batches = 0;

export const batchEndpoint: Endpoint = endpoint({
  method: 'POST',
  path,
  operationId: 'createArticles',
  tag: 'articles',
  summary: 'Ingest many articles',
  description:
    'Takes NDJSON, one article a line, in any of the formats that are JSON, and answers a line for each, in their order, as ' +
    'soon as it is stored for good; both are streamed, and the answer comes while the request is still being sent. `status` ' +
    'is what `POST /v1/articles` would have answered. A line that cannot be taken is a problem with its `line`, and harms no ' +
    'other; blank lines are passed over. Where the connection breaks, what was answered is stored: send the rest again. The ' +
    'limit of a body holds for each line.',
  takesLines: true,
  writes: true,
  answers: [
    {
      status: 200,
      description: 'A line for each article.',
      schema: null,
      line: BatchLineSchema,
      mediaType: linesMediaType,
      example: `${JSON.stringify({ line: 1, status: 201, id: examples.article.id, outcome: 'created' })}\n`,
    },
  ],
  handle: async ({ services, request, reply }) => {
    if (!(request.body instanceof Readable) || request.headers['content-encoding'] !== undefined) {
      throw new OnrecordError(
        'unsupported-media-type',
        `Send ${linesMediaType}, as it is, without Content-Encoding.`,
      );
    }
    if (batches >= mostBatches) {
      throw new OnrecordError(
        'unavailable',
        `${batches} batches are being taken in already. Try again in ${retryAfter} s.`,
        { retryAfter },
      );
    }
    batches++;
    const answers = answerLines(services, request.body);
    const stream = Readable.from(answers, { objectMode: false, highWaterMark: answersAhead });
    stream.once('close', () => {
      batches--;
    });
    // Compressed, or held back by a proxy, an answer would come late.
    return reply
      .header('content-type', `${linesMediaType}; charset=utf-8`)
      .header('cache-control', 'no-store, no-transform')
      .header('x-accel-buffering', 'no')
      .send(stream);
  },
});

async function* answerLines(services: Services, body: Readable): AsyncGenerator<string, void, undefined> {
  const { store, extractBeside, maxBody, read } = services;
  const lines = readLines(flowing(body), {
    longest: maxBody,
    read: (bytes) => read(bytes, { mediaType: 'application/json', charset: 'utf-8' }),
  });
  let last = 0;
  try {
    for await (const batch of ingestAll(lines, { extract: extractBeside, saveMany: store.saveMany })) {
      yield batch.map(answerLine).join('');
      last = batch.at(-1)!.item.line;
    }
  } catch (error) {
    // Where it cannot be told any more, the connection is gone.
    if (!(error instanceof OnrecordError)) throw error;
    yield problemLine(last + 1, error);
  }
}

function answerLine({ item: { line }, result }: Ingested<LineReading>): string {
  if (result === null || result instanceof OnrecordError) return problemLine(line, result!);
  const { outcome, id } = result;
  if (outcome === 'deleted') return problemLine(line, staysDeleted(id));
  return lineOf({ line, status: outcome === 'created' ? 201 : 200, id, outcome });
}

/** A line has no headers: what they would say is a member. */
function problemLine(line: number, error: OnrecordError): string {
  const { retryAfter } = error;
  return lineOf({ line, ...presentProblem(error, path), ...(retryAfter === null ? {} : { retryAfter }) });
}

function lineOf(answer: object): string {
  return `${JSON.stringify(answer)}\n`;
}
