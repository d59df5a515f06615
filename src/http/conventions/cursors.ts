import { createHash } from 'node:crypto';
import type { PagePosition } from '../../domain/article-store.ts';
import { OnrecordError } from '../../domain/errors.ts';

/** Changes whenever positions change their meaning, so that old cursors are refused and never misread. */
const version = 2;
const sealLength = 16;

/**
 * An opaque cursor: a position, sealed with what it belongs to (the address and its filters and sort). The seal finds
 * mistakes and tampering; there is no secret in a position, and engines bind it as plain values.
 */
export function sealCursor(position: PagePosition, query: string): string {
  const payload = Buffer.from(JSON.stringify(position)).toString('base64url');
  return seal(payload, query) + payload;
}

/** Opens a cursor of the same query. Throws `invalid-cursor` for any other. */
export function openCursor(cursor: string, query: string): PagePosition {
  const payload = cursor.slice(sealLength);
  if (payload === '' || cursor.slice(0, sealLength) !== seal(payload, query)) {
    throw new OnrecordError(
      'invalid-cursor',
      'This cursor was made by another query, by another version, or was changed. ' +
        'Repeat filters and sort as they were on the first page, or start again without cursor.',
      { faults: [{ parameter: 'cursor', detail: 'does not belong to this address, filters and sort' }] },
    );
  }
  return JSON.parse(Buffer.from(payload, 'base64url').toString()) as PagePosition;
}

function seal(payload: string, query: string): string {
  return createHash('sha256')
    .update(`${version}\n${query}\n${payload}`)
    .digest('base64url')
    .slice(0, sealLength);
}
