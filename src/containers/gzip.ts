import { createGunzip } from 'node:zlib';
import type { Container } from './container.ts';
import { inflate } from './inflate.ts';

/** One compressed input, also in several members one after the other, as crawls have one for each record. */
export const gzip: Container = {
  name: 'gzip',
  recognizes: (head) => head[0] === 0x1f && head[1] === 0x8b && head[2] === 8,
  async *open({ reader, name, mediaType, charset, url, isCut }) {
    const bytes = inflate(reader, createGunzip());
    yield {
      place: null,
      name: name?.replace(/\.gz$/i, '').replace(/\.tgz$/i, '.tar') ?? null,
      mediaType: mediaType !== null && /gzip/.test(mediaType) ? null : mediaType,
      charset,
      url,
      isCut,
      bytes,
    };
    await bytes.return(undefined);
  },
};
