/** What a feed reader is shown of a page of a list; Atom and JSON Feed write it each in its way. Addresses are absolute. */
export interface Feed {
  readonly title: string;
  /** The address of this page, which is also the feed's id. */
  readonly address: string;
  /** The next page, with what is older; null on the last. */
  readonly next: string | null;
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  readonly id: string;
  /** Where it can be read: the publisher's page where there is one. */
  readonly address: string;
  readonly title: string;
  readonly text: string;
  readonly authors: readonly string[];
  /** An instant (RFC 3339); null where no day is known. */
  readonly publishedAt: string | null;
  /** The same, of its latest change. */
  readonly modifiedAt: string | null;
  readonly tags: readonly string[];
}

/** A day becomes its first second, UTC: feeds know instants alone. */
export function asInstant(publicationTime: string | null): string | null {
  if (publicationTime === null) return null;
  return publicationTime.includes('T') ? publicationTime : `${publicationTime}T00:00:00Z`;
}

/** The beginning of a text, cut at a word, for a title. */
export function shorten(text: string, longest = 100): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest / 2))}…`;
}
