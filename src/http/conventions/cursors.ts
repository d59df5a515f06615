import { OnrecordError } from '../../domain/errors.ts';
import type { PagePosition } from '../../domain/queries.ts';

/** Changes whenever positions change their meaning, so that old cursors are refused and never misread. */
const version = 2;
const sealLength = 14;

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

/** Two hashes of 32 bits (FNV-1a, from two starts): a page costs less than a digest of cryptography would. */
function seal(payload: string, query: string): string {
  const text = `${version}\n${query}\n${payload}`;
  let one = 0x811c9dc5;
  let other = 0x9e3779b9;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other ^ code, 0x85ebca6b);
  }
  return [one, other].map((hash) => (hash >>> 0).toString(36).padStart(sealLength / 2, '0')).join('');
}
