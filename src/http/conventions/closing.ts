import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** Milliseconds that a connection which has asked for nothing may still take to do so once the server stops. */
const silentGrace = 500;
/** Milliseconds after which what is still under way is cut off. */
const longestStop = 10_000;

/**
 * Lets the server stop although somebody holds a connection open and says nothing, as browsers do in advance, or never
 * ends a request: Node waits for those without end. What is under way is finished, within limits.
 */
export function closeConnectionsInTime(app: FastifyInstance): void {
  const silent = new Set<Socket>();
  app.server.on('connection', (socket: Socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  app.server.on('request', ({ socket }) => silent.delete(socket));
  let closing = false;
  // A connection whose last answer is out would be kept for a next request.
  app.addHook('onResponse', async () => {
    if (closing) setImmediate(() => app.server.closeIdleConnections());
  });
  app.addHook('preClose', async () => {
    closing = true;
    setTimeout(() => {
      for (const socket of silent) socket.destroy();
    }, silentGrace).unref();
    setTimeout(() => app.server.closeAllConnections(), longestStop).unref();
  });
}
