import type { FastifyRequest } from 'fastify';
import type { Article, RawCopy } from '../domain/article.ts';
import { OnrecordError } from '../domain/errors.ts';
import type { SourceDocument } from '../domain/source-document.ts';
import { refuseEmpty } from '../ingestion/ingest.ts';
import { whileConnected } from './conventions/connected.ts';
import type { Services } from './endpoint.ts';

/** The one article in the body of a request, structured. Throws what is wrong with it, with the places at fault. */
export async function extractArticle(
  services: Services,
  request: FastifyRequest,
): Promise<{ article: Article; raw: RawCopy }> {
  const document = readArticle(services, request);
  const article = refuseEmpty(await whileConnected(request, (signal) => services.extract(document, signal)));
  return { article, raw: document.raw };
}

function readArticle({ read }: Services, request: FastifyRequest): SourceDocument {
  const coding = request.headers['content-encoding'];
  if (coding !== undefined && coding.toLowerCase() !== 'identity') {
    throw new OnrecordError(
      'unsupported-media-type',
      `Send the body as it is, without Content-Encoding (${coding}).`,
    );
  }
  if (!Buffer.isBuffer(request.body) || request.body.length === 0) {
    throw new OnrecordError('empty-article', 'The body is empty: send one article.');
  }
  const { mediaType, charset } = parseContentType(request.headers['content-type'] ?? '');
  if (charset !== null && !isKnownCharset(charset)) {
    throw new OnrecordError('unsupported-media-type', `The charset "${charset}" is not known. Send UTF-8.`);
  }
  return read(request.body, { mediaType, charset });
}

function parseContentType(header: string): { mediaType: string; charset: string | null } {
  const [mediaType = '', ...parameters] = header.split(';');
  const charset = parameters.map((text) => /^\s*charset\s*=\s*"?([^"\s]*)/i.exec(text)?.[1]).find(Boolean);
  return { mediaType: mediaType.trim().toLowerCase(), charset: charset ?? null };
}

function isKnownCharset(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
}
