import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocuments } from '../../src/readers/index.ts';
import { withoutTracking } from '../../src/readers/story/tracking.ts';

const page = 'https://example.org/2024/rain';

describe('withoutTracking', () => {
  it.each([
    '?utm_source=rss&utm_medium=feed',
    '?UTM_SOURCE=rss',
    '?fbclid=IwAR2',
    '?at_medium=RSS&at_campaign=KARANGA',
    '?partner=rss&emc=rss',
    '?ns_mchannel=rss&ns_campaign=1490',
    '?wt_mc=rss.news.beitrag.atom',
    '?from=rss',
    '?source=rss_world',
    '#xtor=RSS-3208',
    '?mtm_campaign=feed#utm_source=x',
  ])('takes %s away', (tracking) => {
    expect(withoutTracking(page + tracking)).toBe(page);
  });

  it.each([
    '?id=7',
    '?cmpid=7',
    '?maca=7',
    '?s_cid=7',
    '?p=12&page=2',
    '?from=2024-01-01',
    '?source=reuters',
    '?ref=123',
    '?feed=rss',
    '?cid=rsszone',
    '?article=utm_source',
    '?utm=1',
    '?',
    '?&',
    '?a=%C3%A9&b=+&a=2',
    '#block-65f0',
    '#!/story/7',
    '/?utm-free',
    '#',
  ])('leaves %s as it is', (own) => {
    expect(withoutTracking(page + own)).toBe(page + own);
  });

  it.each([
    ['https://www.aljazeera.com/news/1?traffic_source=rss', 'https://www.aljazeera.com/news/1'],
    ['https://www.dw.com/en/a-1?maca=en-rss-en-all-1573-rdf', 'https://www.dw.com/en/a-1'],
    ['https://www.bbc.co.uk/news/1?ocid=socialflow', 'https://www.bbc.co.uk/news/1'],
    ['https://www.nytimes.com/a.html?smid=tw&id=7', 'https://www.nytimes.com/a.html?id=7'],
    ['https://notdw.com/a?maca=1', 'https://notdw.com/a?maca=1'],
  ])('knows what outlets have of their own: %s', (address, expected) => {
    expect(withoutTracking(address)).toBe(expected);
  });

  it('leaves what stands between tracking, in its order', () => {
    expect(withoutTracking(`${page}?b=2&utm_source=x&a=1&fbclid=y&b=3#part`)).toBe(
      `${page}?b=2&a=1&b=3#part`,
    );
  });

  it('never makes one of two addresses that differ in anything else', () => {
    const own = fc.tuple(
      fc.constantFrom('id', 'p', 'q', 'page', 'story', 'a'),
      fc.stringMatching(/^[\w%+.]{0,6}$/),
    );
    const tracking = fc.tuple(
      fc.constantFrom('utm_source', 'fbclid', 'xtor'),
      fc.stringMatching(/^\w{0,6}$/),
    );
    const write = (pairs: readonly (readonly [string, string])[]) =>
      pairs.length === 0 ? page : `${page}?${pairs.map((pair) => pair.join('=')).join('&')}`;
    fc.assert(
      fc.property(fc.array(fc.oneof(own, tracking), { maxLength: 8 }), (pairs) => {
        const kept = pairs.filter(([name]) => !/^(?:utm_source|fbclid|xtor)$/.test(name));
        const clean = withoutTracking(write(pairs));
        expect(clean).toBe(write(kept));
        expect(withoutTracking(clean)).toBe(clean);
      }),
    );
  });
});

describe('items of feeds', () => {
  it.each([
    [
      'RSS',
      (link: string) =>
        `<rss><channel><item><guid>${link}</guid><link>${link}</link><description>Rain.</description></item></channel></rss>`,
    ],
    [
      'Atom',
      (link: string) =>
        `<feed><entry><id>${link}</id><link href="${link}"/><content>Rain.</content></entry></feed>`,
    ],
    [
      'JSON Feed',
      (link: string) =>
        JSON.stringify({
          version: 'https://jsonfeed.org/version/1.1',
          items: [{ id: link, url: link, content_text: 'Rain.' }],
        }),
    ],
  ])('of %s are known by their address without tracking', (_, write) => {
    const link = `${page}?id=7&utm_source=rss`;
    const bytes = Buffer.from(write(link));
    const [reading] = readDocuments(bytes, { mediaType: null, charset: null, name: null });
    const address = `${page}?id=7`;
    expect(reading).toMatchObject({ document: { metadata: { guid: address, url: address } } });
  });
});
