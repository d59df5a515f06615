import type { Socket } from 'node:net';
import { errorTable, OnrecordError } from '../../domain/errors.ts';
import { presentProblem, problemMediaType } from './problems.ts';

/** Answers what is no readable HTTP request; there is no request object yet, so it is written by hand. */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  const known = explain(error.code);
  const { status, title } = errorTable[known.code];
  const body = JSON.stringify(presentProblem(known, '/'));
  socket.end(
    `HTTP/1.1 ${status} ${title}\r\nContent-Type: ${problemMediaType}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n` +
      `Connection: close\r\n\r\n${body}`,
  );
}

function explain(code: string | undefined): OnrecordError {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return new OnrecordError('headers-too-large', 'Address and headers together are over 16 kB.');
    case 'HPE_INVALID_URL':
    case 'HPE_INVALID_CONSTANT':
      // curl '…/v1/quotes?speaker=Erdoğan'
      return new OnrecordError(
        'invalid-parameter',
        'The address holds a blank or a letter beyond ASCII: percent-encode it (curl -G --data-urlencode does).',
      );
    default:
      return new OnrecordError(
        'invalid-body',
        'This is no HTTP request that can be read, or it took too long to arrive.',
      );
  }
}
