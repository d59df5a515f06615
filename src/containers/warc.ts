import { type ByteReader, passOver, readBytes, restOf, sectionOf } from './byte-reader.ts';
import { type Container, damaged, type Entry } from './container.ts';
import { type Head, readHead } from './head.ts';
import { readContentType, readHttpResponse } from './http-response.ts';

/**
 * A crawl of the web (WARC, ISO 28500): what was answered with 200. Requests, revisits of what did not change,
 * redirects and errors are passed over. The day of the crawl is not taken for the day of publication. Read by hand: the
 * package for it (warcio) is a command with all that belongs to one.
 */
export const warc: Container = {
  name: 'WARC',
  recognizes: (head) => firstLine.test(Buffer.from(head.subarray(0, 16)).toString('latin1')),
  async *open({ reader }) {
    for (;;) {
      await passLineEnds(reader);
      if ((await reader.some()).length === 0) return;
      const head = await readHead(reader);
      const length = Number(head?.fields.get('content-length') ?? Number.NaN);
      if (head === null || !firstLine.test(head.first) || !Number.isSafeInteger(length) || length < 0) {
        throw damaged('The crawl is damaged, or breaks off: no record begins where one should.');
      }
      const block = sectionOf(reader, length);
      const entry = await readRecord(head, readBytes(block()));
      if (entry !== null) yield entry;
      await passOver(block());
    }
  },
};

const firstLine = /^WARC\/\d\.\d/;

/** What the record holds; null where that is nothing to read. */
async function readRecord({ fields }: Head, block: ByteReader): Promise<Entry | null> {
  const type = fields.get('warc-type');
  const url = fields.get('warc-target-uri')?.replace(/^<(.*)>$/, '$1') ?? '';
  if (!/^https?:/i.test(url) || robotRules.test(url)) return null;
  const about = { place: url, name: null, url, isCut: fields.has('warc-truncated') };
  const contentType = fields.get('content-type');
  if (type === 'resource') return { ...about, ...readContentType(contentType), bytes: restOf(block) };
  if (type !== 'response' || !/^application\/http\b/i.test(contentType ?? '')) return null;
  const response = await readHttpResponse(block);
  if (response?.status !== 200) return null;
  const { mediaType, charset, body } = response;
  return { ...about, mediaType, charset, bytes: body };
}

/** Every crawl has them, as plain text. */
const robotRules = /^https?:\/\/[^/]*\/robots\.txt$/i;

async function passLineEnds(reader: ByteReader): Promise<void> {
  for (;;) {
    const bytes = await reader.some();
    const length = bytes.findIndex((byte) => byte !== 0x0d && byte !== 0x0a);
    reader.drop(length < 0 ? bytes.length : length);
    if (length >= 0 || bytes.length === 0) return;
  }
}
