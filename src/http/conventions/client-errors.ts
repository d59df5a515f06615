import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { errorTable, OnrecordError } from '../../domain/errors.ts';
import { presentProblem, problemMediaType } from './problems.ts';

/** Characters of an address, its query included. */
const longestAddress = 8192;

/** Throws `uri-too-long`. What is longer than address and headers may be together, {@link answerClientError} answers. */
export function refuseLongAddress(address: string): void {
  if (address.length > longestAddress) throw addressTooLong();
}

/** Answers what is no readable HTTP request; there is no request object yet, so it is written by hand. */
export function answerClientError(error: ClientError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  const known = explain(error);
  const { status } = errorTable[known.code];
  const body = JSON.stringify(presentProblem(known, '/'));
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: ${problemMediaType}\r\n` +
      (known.code === 'method-not-allowed' ? `Allow: ${methods}\r\n` : '') +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

interface ClientError extends Error {
  readonly code?: string;
  /** What was being read when it failed. */
  readonly rawPacket?: unknown;
}

/** All that any address takes. */
const methods = 'DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT';

const requestLine = /^[\w!#$%&'*+.^`|~-]{1,40} \S+ HTTP\/1\.[01]\r?\n/;
const longRequestLine = new RegExp(`^[A-Z]+ \\S{${longestAddress + 1}}`);

function explain({ code, rawPacket }: ClientError): OnrecordError {
  const read = Buffer.isBuffer(rawPacket) ? rawPacket.toString('latin1') : '';
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return longRequestLine.test(read)
        ? addressTooLong()
        : new OnrecordError('headers-too-large', 'Address and headers together are over 16 kB.');
    case 'HPE_INVALID_URL':
    case 'HPE_INVALID_CONSTANT':
      // curl '…/v1/quotes?speaker=Erdoğan'
      return new OnrecordError(
        'invalid-parameter',
        'The address holds a blank or a letter beyond ASCII: percent-encode it (curl -G --data-urlencode does).',
      );
    case 'HPE_INVALID_METHOD':
      if (requestLine.test(read))
        return new OnrecordError('method-not-allowed', `This server takes ${methods}, in capitals.`);
  }
  return new OnrecordError(
    'invalid-body',
    'This is no HTTP request that can be read, or it took too long to arrive.',
  );
}

function addressTooLong(): OnrecordError {
  return new OnrecordError('uri-too-long', `The address is longer than ${longestAddress} characters.`);
}
