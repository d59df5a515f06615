import type { ArticleStatus } from '../../domain/article.ts';
import { readTime } from '../story/news-fields.ts';
import { childOf, childrenOf, textOf, type XmlElement } from './tree.ts';

/** What an export of WordPress (WXR) says beyond RSS. */
export interface WordPress {
  /** Pictures, menus and revisions are items too. */
  isPost(item: XmlElement): boolean;
  statusOf(item: XmlElement): ArticleStatus | null;
  modifiedAt(item: XmlElement): string | null;
  /** The name of the author who logs in so. */
  nameOf(login: string): string | null;
}

/** Null where the feed is no export of WordPress. */
export function findWordPress(channel: XmlElement | null): WordPress | null {
  if (childOf(channel, 'wp:wxr_version') === null) return null;
  const said = (element: XmlElement, name: string) => textOf(childOf(element, `wp:${name}`));
  const names = new Map(
    childrenOf(channel, 'wp:author').map((author) => {
      const [first, last] = [said(author, 'author_first_name'), said(author, 'author_last_name')];
      const full = first === null || last === null ? null : `${first} ${last}`;
      return [said(author, 'author_login'), full ?? said(author, 'author_display_name')] as const;
    }),
  );
  return {
    isPost: (item) => /^(?:post|page)$/.test(said(item, 'post_type') ?? 'post'),
    statusOf: (item) => {
      const status = said(item, 'status') ?? '';
      if (status === 'trash') return 'canceled';
      return /^(?:draft|auto-draft|pending|private|future)$/.test(status) ? 'withheld' : null;
    },
    // "2024-03-01 10:00:00", UTC.
    modifiedAt: (item) =>
      readTime(said(item, 'post_modified_gmt')?.replace(/^(\S+) (\S+)$/, '$1T$2Z') ?? null),
    nameOf: (login) => names.get(login) ?? null,
  };
}
