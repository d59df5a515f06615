/**
 * The process that is measured: the service as built, with everything on, over the store that it is given; and beside it
 * what its answers are compared with. Says where it listens, then how much CPU and memory it has taken whenever asked.
 * Plain JavaScript, because what runs TypeScript would take memory and time of its own.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import Fastify from 'fastify';

const { readConfig } = await import(built('config.js'));
const { startServer } = await import(built('serve.js'));

/** The bodies that bare routes send, by number; given by those who measure. */
let bodies = [];

const config = readConfig(
  {},
  { port: '0', database: process.argv[2], 'log-level': 'info', 'rate-limit': '999999999' },
);
const server = await startServer({ config, samples: false, say: () => {}, extend: serveBare });
await server.ready;
const fastify = Fastify();
serveBare(fastify);
const plainFastify = await fastify.listen({ host: '127.0.0.1', port: 0 });
const node = createServer((request, response) => {
  const body = bodies[Number(request.url.slice('/bare/'.length))];
  response
    .writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length })
    .end(body);
}).listen(0, '127.0.0.1');
await once(node, 'listening');
process.send({
  ours: server.address,
  plainFastify,
  plainNode: `http://127.0.0.1:${node.address().port}`,
});

process.on('message', async (message) => {
  if (message === 'usage') {
    const { user, system } = process.cpuUsage();
    process.send({ cpu: user + system, resident: process.memoryUsage.rss() });
  } else if (message === 'stop') {
    await server.stop();
    process.exit(0);
  } else {
    bodies = message.bodies.map((body) => Buffer.from(body));
    process.send('ready');
  }
});

// Who asked for it is gone.
process.on('disconnect', () => process.exit(1));

/** A route that sends a ready buffer under a ready ETag, and one that sends nothing. */
function serveBare(app) {
  app.get('/bare/:number', (request, reply) =>
    reply
      .header('content-type', 'application/json; charset=utf-8')
      .header('etag', '"bare"')
      .send(bodies[Number(request.params.number)]),
  );
  app.get('/bare-nothing', (_request, reply) => reply.code(304).header('etag', '"bare"').send());
}

function built(file) {
  return new URL(`../../dist/${file}`, import.meta.url).href;
}
