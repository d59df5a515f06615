import type { FastifyRequest } from 'fastify';
import { OnrecordError } from '../../domain/errors.ts';

/** Works for whoever sent a request; the signal is aborted when they hang up. */
export async function whileConnected<Result>(
  { socket }: FastifyRequest,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const connection = new AbortController();
  // Only the log gets to see it.
  const hangUp = () => connection.abort(new OnrecordError('unavailable', 'Whoever asked has hung up.'));
  socket.once('close', hangUp);
  if (socket.destroyed) hangUp();
  try {
    return await work(connection.signal);
  } finally {
    socket.off('close', hangUp);
  }
}
