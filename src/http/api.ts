import type { Endpoint } from './endpoint.ts';
import { articlePartEndpoints } from './routes/article-parts.ts';
import { articleEndpoints } from './routes/articles.ts';
import { batchEndpoint } from './routes/batch.ts';
import { changesEndpoint } from './routes/changes.ts';
import { entityEndpoints } from './routes/entities.ts';
import { entityCorrectionEndpoints } from './routes/entity-corrections.ts';
import { entityPartEndpoints } from './routes/entity-parts.ts';
import { extractEndpoints } from './routes/extract.ts';
import { metricsEndpoint } from './routes/metrics.ts';
import { openapiEndpoint } from './routes/openapi.ts';
import { problemEndpoints } from './routes/problems.ts';
import { quoteCorrectionEndpoints } from './routes/quote-corrections.ts';
import { quoteEndpoints } from './routes/quotes.ts';
import { revisionEndpoints } from './routes/revisions.ts';
import { serviceEndpoints } from './routes/service.ts';
import { similarEndpoints } from './routes/similar.ts';
import { speakerEndpoints } from './routes/speakers.ts';
import { statsEndpoint } from './routes/stats.ts';
import { suggestEndpoint } from './routes/suggest.ts';
import { timelineEndpoint } from './routes/timeline.ts';

/** Every endpoint, in the order of the documentation. */
export const endpoints: readonly Endpoint[] = [
  ...extractEndpoints,
  ...articleEndpoints,
  batchEndpoint,
  ...articlePartEndpoints,
  ...revisionEndpoints,
  ...similarEndpoints,
  ...quoteEndpoints,
  ...quoteCorrectionEndpoints,
  ...speakerEndpoints,
  timelineEndpoint,
  ...entityEndpoints,
  ...entityCorrectionEndpoints,
  ...entityPartEndpoints,
  suggestEndpoint,
  changesEndpoint,
  statsEndpoint,
  ...serviceEndpoints,
  metricsEndpoint,
  openapiEndpoint,
  ...problemEndpoints,
];
