import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { OnrecordError } from './domain/errors.ts';
import { endpoints } from './http/api.ts';
import { limitBodyTime } from './http/conventions/body-time.ts';
import { answerClientError, refuseLongAddress } from './http/conventions/client-errors.ts';
import { closeConnectionsInTime } from './http/conventions/closing.ts';
import { standingHeaders } from './http/conventions/headers.ts';
import { logAnswer, RequestLog, requestId } from './http/conventions/logging.ts';
import { answerMisses } from './http/conventions/methods.ts';
import { createProblemSender } from './http/conventions/problems.ts';
import { createReady } from './http/conventions/ready.ts';
import { finishRepresentation } from './http/conventions/representation.ts';
import { createWritingGuard } from './http/conventions/writing.ts';
import { linesMediaTypes, type Services } from './http/endpoint.ts';
import { createMetrics } from './http/metrics.ts';
import { describeApi } from './http/openapi/document.ts';
import { serveSwaggerUi } from './http/openapi/swagger-ui.ts';
import { registerEndpoints } from './http/register.ts';
import { readableMediaTypes, readDocument } from './readers/index.ts';

export interface AppOptions extends Omit<Services, 'read' | 'ready' | 'metrics' | 'maxBody'> {
  readonly config: {
    readonly apiKeys: readonly string[];
    /** Bytes. */
    readonly maxBody: number;
    /** Requests a minute and client address; null: no limit. */
    readonly rateLimit: number | null;
  };
  readonly logger: FastifyBaseLogger;
}

/** One article a body: streams of them have an address of their own. Of bytes that nobody names the content decides. */
const articleMediaTypes = [
  ...readableMediaTypes.filter((mediaType) => !/ndjson|jsonl/.test(mediaType)),
  'application/octet-stream',
];
/** Some two thousand articles, and four thousand quotes. */
const readyBytes = { answers: 20 * 1024 * 1024, quotes: 10 * 1024 * 1024 };

/** Wires services and routes; listens nowhere, so that tests need no port. */
export async function buildApp({ config, logger, ...services }: AppOptions): Promise<FastifyInstance> {
  const sendProblem = createProblemSender(articleMediaTypes);
  const app = Fastify({
    loggerInstance: logger,
    logController: new RequestLog(),
    genReqId: requestId,
    bodyLimit: config.maxBody,
    // Requests that are under way when the server stops are finished.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    clientErrorHandler: answerClientError,
    frameworkErrors: (error, request, reply) => {
      sendProblem(error, request, reply.headers(standingHeaders));
      logAnswer(request, reply, 'answered');
    },
    routerOptions: { maxParamLength: 1000 },
  });

  closeConnectionsInTime(app);
  limitBodyTime(app);
  app.setErrorHandler(sendProblem);
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(standingHeaders).header('x-request-id', request.id);
    refuseLongAddress(request.url);
  });
  answerMisses(app);
  if (config.rateLimit !== null) await limitRate(app, config.rateLimit);
  app.addHook('onSend', finishRepresentation);
  const metrics = createMetrics(app, services.store);

  app.removeAllContentTypeParsers();
  const mediaTypes = new Set([
    ...articleMediaTypes,
    ...endpoints.flatMap(({ body }) => body?.mediaTypes ?? []),
  ]);
  app.addContentTypeParser([...mediaTypes], { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });
  await describeApi(app, endpoints, articleMediaTypes);
  await serveSwaggerUi(app);
  const all: Services = {
    ...services,
    metrics,
    maxBody: config.maxBody,
    extract: (document, signal) => metrics.timeExtraction(() => services.extract(document, signal)),
    read: (bytes, type) => readDocument(bytes, { ...type, name: null }),
    ready: { answers: createReady(readyBytes.answers), quotes: createReady(readyBytes.quotes) },
  };
  const guard = createWritingGuard(config.apiKeys);
  registerEndpoints(
    app,
    endpoints.filter(({ takesLines }) => !takesLines),
    all,
    guard,
  );
  await app.register(async (streamed) => {
    streamed.removeAllContentTypeParsers();
    streamed.addContentTypeParser([...linesMediaTypes], (_request, body, done) => done(null, body));
    registerEndpoints(
      streamed,
      endpoints.filter(({ takesLines }) => takesLines),
      all,
      guard,
    );
  });
  return app;
}

/** The API as OpenAPI 3.1; `openapi/openapi.json` is this. */
export async function createOpenApiDocument(): Promise<object> {
  const app = Fastify();
  await describeApi(app, endpoints, articleMediaTypes);
  // Nothing is asked of an app that only describes itself.
  registerEndpoints(app, endpoints, {} as Services, async () => {});
  await app.ready();
  return app.swagger();
}

async function limitRate(app: FastifyInstance, requestsPerMinute: number): Promise<void> {
  await app.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: 60_000,
    allowList: (request) => request.url === '/healthz' || request.url === '/readyz',
    errorResponseBuilder: (_request, { ttl }) => {
      const seconds = Math.ceil(ttl / 1000);
      return new OnrecordError(
        'too-many-requests',
        `This server takes ${requestsPerMinute} requests a minute from one address. Try again in ${seconds} s.`,
        { retryAfter: seconds },
      );
    },
  });
}
