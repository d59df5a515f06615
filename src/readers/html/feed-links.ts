import { attributeOf, elementsBelow, parseHtml } from './tree.ts';

/** The feeds that a page says it has, as RSS Autodiscovery has it: `<link rel="alternate" type="application/rss+xml">`. */
export function findFeedLinks(html: string, address: string): readonly string[] {
  const page = parseHtml(html);
  if (page === null) return [];
  const links = new Set<string>();
  for (const element of elementsBelow(page)) {
    if (element.tagName !== 'link') continue;
    const [rel, type, href] = ['rel', 'type', 'href'].map((name) => attributeOf(element, name)?.trim() ?? '');
    const isFeed =
      /\balternate\b/i.test(rel!) && /^application\/(?:rss\+xml|atom\+xml|feed\+json)\b/i.test(type!);
    if (isFeed && href !== '' && URL.canParse(href!, address)) links.add(new URL(href!, address).href);
  }
  return [...links];
}
