/** The headers that answers are documented with. */
export const responseHeaders = {
  ETag: { description: 'Names this representation, byte for byte.', schema: { type: 'string' } },
  Link: {
    description: 'The next page: `<address>; rel="next"` (RFC 8288). None on the last.',
    schema: { type: 'string' },
  },
  Location: { description: 'Its address.', schema: { type: 'string' } },
  'Content-Disposition': { description: 'Always an attachment.', schema: { type: 'string' } },
  'Retry-After': {
    description: 'After how many seconds it is worth trying again.',
    schema: { type: 'integer' },
  },
  'WWW-Authenticate': { description: 'Which kind of key is asked for.', schema: { type: 'string' } },
  'Accept-Patch': { description: 'The media types that are read here.', schema: { type: 'string' } },
  'Accept-Post': { description: 'The media types that are read here.', schema: { type: 'string' } },
};

export function headerReferences(names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}
