import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { OnrecordError } from '../domain/errors.ts';
import { quality } from './conventions/accept.ts';
import { parseParameters } from './conventions/parameters.ts';
import { type Endpoint, linesMediaTypes, type Services } from './endpoint.ts';

type Hook = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/** Makes routes of endpoints: each checks what is asked before it answers. That answers fit their schemas, the tests check. */
export function registerEndpoints(
  app: FastifyInstance,
  endpoints: readonly Endpoint[],
  services: Services,
  guardWriting: Hook,
): void {
  for (const endpoint of endpoints) {
    const parameters = createParameterReader(endpoint);
    app.route({
      method: endpoint.method,
      config: { isStreamed: endpoint.takesLines },
      url: endpoint.path.replace(/\{(\w+)\}/g, ':$1'),
      onRequest: [...(endpoint.writes ? [guardWriting] : []), ...sayWhatIsTaken(endpoint)],
      schema: {
        tags: [endpoint.tag],
        operationId: endpoint.operationId,
        summary: endpoint.summary,
        description: endpoint.description,
        // Writing is open to the server's own machine where no keys are set: the empty requirement says so.
        security: endpoint.writes ? [{ key: [] }, {}] : [],
      },
      handler: (request, reply) => {
        refuseUnlessAcceptable(endpoint, request);
        const { path, query } = parameters(request);
        return endpoint.handle({ services, request, reply, path, query });
      },
    });
  }
}

interface Parameters {
  readonly path: Record<string, string>;
  readonly query: Record<string, unknown>;
}

/** How many addresses of an endpoint are remembered with what they say. */
const mostRemembered = 1000;
/** Longer addresses are not remembered: a thousand of the longest would take tens of megabytes. */
const longestRemembered = 500;

/** Reads the parameters of an endpoint. Many ask for the same again: what an address says is found out once. */
function createParameterReader({ pathParameters, query }: Endpoint): (request: FastifyRequest) => Parameters {
  const remembered = new Map<string, Parameters>();
  return (request) => {
    const { url } = request;
    const known = remembered.get(url);
    if (known !== undefined) return known;
    const read = parseParameters(
      { path: pathParameters, query },
      {
        path: request.params as Record<string, unknown>,
        query: request.query as Record<string, unknown>,
        address: url,
      },
    ) as Parameters;
    if (url.length > longestRemembered) return read;
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(url, read);
    return read;
  };
}

/** Where an endpoint takes what no other does, its answers say what media types that may have. */
function sayWhatIsTaken({ method, body, takesLines }: Endpoint): readonly Hook[] {
  const mediaTypes = takesLines ? linesMediaTypes : (body?.mediaTypes ?? []);
  if (mediaTypes.length === 0) return [];
  const header = method === 'PATCH' ? 'accept-patch' : 'accept-post';
  return [
    async (_request, reply) => {
      reply.header(header, mediaTypes.join(', '));
    },
  ];
}

/** Where there are several formats, the endpoint chooses among them itself. */
function refuseUnlessAcceptable({ answers }: Endpoint, { headers }: FastifyRequest): void {
  if ((answers[0]?.alternatives ?? []).length > 0) return;
  const offered = answers[0]?.mediaType ?? null;
  if (offered === null || headers.accept === undefined || quality(headers.accept, offered) > 0) return;
  throw new OnrecordError('not-acceptable', `This address answers ${offered}, and Accept leaves it out.`);
}
