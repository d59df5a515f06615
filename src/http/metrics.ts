import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { ArticleStore } from '../domain/article-store.ts';

/** What the service does, in numbers, for Prometheus. */
export interface Metrics {
  readonly mediaType: string;
  render(): Promise<string>;
  /** Counts and times one extraction. */
  timeExtraction<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** From a cached answer to a search that is given up. */
const requestSeconds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const extractionSeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** Each app has metrics of its own, so that several can run in one process. */
export function createMetrics(app: FastifyInstance, store: ArticleStore): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'onrecord_http_request_duration_seconds',
    help: 'From the first byte of a request to the last of its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: requestSeconds,
    registers,
  });
  const timesByLabels = new Map<string, Histogram.Internal<string>>();
  const extractions = new Histogram({
    name: 'onrecord_extraction_duration_seconds',
    help: 'Structuring one article, waiting included.',
    buckets: extractionSeconds,
    registers,
  });
  const failures = new Counter({
    name: 'onrecord_extraction_failures_total',
    help: 'Articles that could not be structured.',
    registers,
  });
  const stored = new Gauge({
    name: 'onrecord_stored',
    help: 'How many there are in the store.',
    labelNames: ['kind'],
    registers,
    async collect() {
      for (const [kind, count] of Object.entries(await store.counts())) this.set({ kind }, count);
    },
  });
  stored.reset();

  app.addHook('onResponse', (request, reply, done) => {
    // The pattern, not the address: there are few of them. What has no route shares one.
    const route = request.routeOptions.url ?? 'none';
    timesOf(request.method, route, reply.statusCode).observe(reply.elapsedTime / 1000);
    done();
  });

  /** To find them by their labels would cost more than to answer from what is ready. */
  function timesOf(method: string, route: string, status: number): Histogram.Internal<string> {
    const labels = `${method} ${route} ${status}`;
    const times = timesByLabels.get(labels) ?? requests.labels({ method, route, status });
    timesByLabels.set(labels, times);
    return times;
  }

  return {
    mediaType: registry.contentType,
    render: () => registry.metrics(),
    timeExtraction: async (work) => {
      const stop = extractions.startTimer();
      try {
        return await work();
      } catch (error) {
        failures.inc();
        throw error;
      } finally {
        stop();
      }
    },
  };
}
