import { describe, expect, it } from 'vitest';
import { readFeedList } from '../../src/readers/feed-list.ts';

describe('readFeedList', () => {
  it('reads OPML, at any depth', () => {
    const opml = `<?xml version="1.0"?><opml version="2.0"><head/><body>
      <outline text="World"><outline type="rss" text="A" xmlUrl="https://a.example/rss?x=1&amp;y=2" htmlUrl="https://a.example"/></outline>
      <outline xmlUrl="https://b.example/atom"/><outline text="No feed"/></body></opml>`;
    expect(readFeedList(opml)).toEqual(['https://a.example/rss?x=1&y=2', 'https://b.example/atom']);
  });

  it('reads an address a line, past comments', () => {
    const lines = '# ours\r\nhttps://a.example/rss\n\n  https://b.example/#top  # theirs\n';
    expect(readFeedList(lines)).toEqual(['https://a.example/rss', 'https://b.example/#top']);
  });
});
