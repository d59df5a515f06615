import { describe, expect, it } from 'vitest';
import type { ArticleMetadata } from '../../src/domain/article.ts';
import type { SourceDocument } from '../../src/domain/source-document.ts';
import { readDocument } from '../../src/readers/index.ts';
import { cleanCopy } from '../../src/text/clean.ts';

const story = `<p>The bridge in Millbrook will stay shut until spring, the council said on Tuesday, after divers found a crack.</p>
<p>The ferry goes every hour, and it is free for children, the council said. A meeting is to be held on Friday.</p>`;

function read(page: string): SourceDocument {
  return readDocument(Buffer.from(page), { mediaType: 'text/html', charset: null, name: null });
}

function linesOf(page: string): readonly string[] {
  const document = read(page);
  const { text } = cleanCopy(document.raw.text, {
    ...document,
    headline: document.metadata.headline ?? null,
  });
  return text.split('\n\n').map((line) => line.slice(0, 25));
}

const linked = (article: object) => `<script type="application/ld+json">${JSON.stringify(article)}</script>`;

describe('the fields of a page', () => {
  it.each<[string, string, Partial<ArticleMetadata>]>([
    [
      'the headline of JSON-LD',
      linked({ '@type': 'ReportageNewsArticle', headline: 'Rain &amp; wind' }),
      { headline: 'Rain & wind' },
    ],
    [
      'a list of JSON-LD',
      linked([{ '@type': 'WebPage' }, { '@type': 'NewsArticle', headline: 'Rain' }]),
      { headline: 'Rain' },
    ],
    [
      'JSON-LD with line breaks in strings',
      `<script type="application/ld+json">{"@type":"Article","headline":"Rain\nat sea"}</script>`,
      { headline: 'Rain at sea' },
    ],
    [
      'a title without its outlet',
      '<title>Rain at sea - News - The Example</title><meta property=og:site_name content="The Example">',
      { headline: 'Rain at sea - News', publisher: { name: 'The Example', url: null } },
    ],
    [
      'a title after its outlet',
      '<title>The Example: Rain at sea</title><meta name=publisher content="The Example">',
      { headline: 'Rain at sea', publisher: { name: 'The Example', url: null } },
    ],
    ['a title without a known outlet', '<title>Rain - at sea</title>', { headline: 'Rain - at sea' }],
    [
      'the address, with a protocol',
      '<link rel="canonical" href="//example.org/1">',
      { url: 'https://example.org/1' },
    ],
    [
      'the address of og:url',
      '<link rel="canonical" href="/1"><meta property="og:url" content="http://example.org/1">',
      { url: 'http://example.org/1' },
    ],
    [
      'authors of JSON-LD',
      linked({ '@type': 'Article', author: [{ '@type': 'Person', name: 'April June' }, 'By Jane Doe'] }),
      { byline: ['April June', 'Jane Doe'] },
    ],
    ['an author who is an agency', '<meta name="author" content="Reuters">', { agencies: ['Reuters'] }],
    [
      'no author who is the outlet, or an address',
      '<meta name="author" content="The Example"><meta property="article:author" content="https://x.example/jane"><meta property="og:site_name" content="The Example"><meta name="dc.creator" content="Jane Doe">',
      { byline: ['Jane Doe'], publisher: { name: 'The Example', url: null } },
    ],
    [
      'authors and date of one field',
      `<meta name='parsely-page' content='{"authors":["Jane Doe"],"pub_date":"2024-05-01T10:00:00Z"}'>`,
      { byline: ['Jane Doe'], publishedAt: '2024-05-01T10:00:00Z' },
    ],
    [
      'a date of Dublin Core',
      '<meta name="DCTERMS.issued" content="2024-05-01">',
      { publishedAt: '2024-05-01' },
    ],
    [
      'a date without a zone',
      '<meta name="article.published" content="2024-05-01T10:00:00">',
      { publishedAt: '2024-05-01' },
    ],
    [
      'the date of a change, which is not that of publication',
      '<meta property="article:modified_time" content="2024-05-01T10:00:00Z">',
      { modifiedAt: '2024-05-01T10:00:00Z' },
    ],
    [
      'the date of a change from JSON-LD',
      linked({ '@type': 'Article', datePublished: '2024-05-01', dateModified: '2024-05-02T10:00:00Z' }),
      { publishedAt: '2024-05-01', modifiedAt: '2024-05-02T10:00:00Z' },
    ],
    [
      'the day in the address',
      '<link rel=canonical href="https://example.org/2024/05/01/rain">',
      { url: 'https://example.org/2024/05/01/rain', publishedAt: '2024-05-01' },
    ],
    ['the language of og:locale', '<meta property="og:locale" content="en_GB">', { language: 'en-GB' }],
  ])('hold %s', (_, head, expected) => {
    expect(
      read(`<html><head>${head}</head><body><article>${story}</article></body></html>`).metadata,
    ).toEqual(expected);
  });

  it('hold the names that JSON-LD types', () => {
    const about = [
      { '@type': 'Person', name: 'Jane Doe' },
      { '@type': 'Thing', name: 'Rain' },
    ];
    expect(
      read(linked({ '@type': 'NewsArticle', about, mentions: { '@type': 'City', name: 'Rome' } }) + story)
        .names,
    ).toEqual([
      { name: 'Jane Doe', type: 'person' },
      { name: 'Rome', type: 'place' },
    ]);
  });

  it.each([
    [
      '<h1>Rain</h1><p class="meta">By <span class="byline">Jane Doe</span> <time datetime="2024-05-01T10:00Z">today</time></p>',
      '',
    ],
    ['<h1>Rain</h1><p>By Jane Doe</p><p>Published: 1 May 2024</p>', ''],
    ['<h1>Rain</h1>', '<ul><li><b>Date</b> 01.05.2024<li><b>Author</b> Jane Doe</ul>'],
  ])('are read where they are printed: %s … %s', (above, below) => {
    const { metadata } = read(`<main>${above}${story}${below}</main>`);
    expect([metadata.byline, metadata.publishedAt?.slice(0, 10)]).toEqual([['Jane Doe'], '2024-05-01']);
  });
});

describe('the article of a page', () => {
  const [first, second] = ['The bridge in Millbrook w', 'The ferry goes every hour'];
  it.each<[string, string, readonly string[]]>([
    ['alone', story, [first, second]],
    [
      'in parts that are named alike',
      `<div class="part text">${story}</div><hr><div class="part text">${story.replaceAll('The', 'Now the')}</div>`,
      [first, second, 'Now the bridge in Millbro', 'Now the ferry goes every '],
    ],
    [
      'with a lead of its own',
      `<div><div class="lead"><p>${'A crack was found. '.repeat(5)}</p></div><div class="rest">${story.repeat(3)}</div></div>`,
      ['A crack was found. A crac', ...[0, 1, 2].flatMap(() => [first, second])],
    ],
    [
      'below an earlier headline',
      `<h1>Bridge shut</h1><div class=intro><p>${'A crack was found. '.repeat(5)}</p></div><div class=x>${story.repeat(3)}</div>`,
      ['A crack was found. A crac', ...[0, 1, 2].flatMap(() => [first, second])],
    ],
    [
      'beside a list of teasers',
      `<div class=a>${story}</div><div class=b>${'<div><h3><a href=x>A goat in the library, again</a></h3><p>It ate a book, and another.</p></div>'.repeat(4)}</div>`,
      [first, second],
    ],
    [
      'without what is named as beside it',
      `<article>${story}<div class="related-stories"><p>The goat was found in the library again.</p></div></article>`,
      [first, second],
    ],
    [
      'without links to other stories',
      `<article>${story}<p><a href="/x">The goat was found in the library again.</a></p></article>`,
      [first, second],
    ],
    [
      'without a heading that heads nothing',
      `<article>${story}<h3>More on this</h3><ul><li><a href=x>The goat</a></ul></article>`,
      [first, second],
    ],
    [
      'in a page whose body is named after it',
      `<body class="comments-open sidebar hide-caption"><div class="post tag-news share">${story}</div></body>`,
      [first, second],
    ],
    ...['hentry tag-news', 'entry-content paywall', 'has-sidebar', 'field--label-hidden'].map(
      (names): [string, string, string[]] => [
        `named ${names}, above comments that are longer`,
        `<div class="${names}">${story}</div><ol class=comments>${'<li>It was never safe, and I said so before it fell.</li>'.repeat(40)}</ol>`,
        [first, second],
      ],
    ),
    [
      'behind a paywall that the page has nevertheless',
      `<article>${story.replaceAll('<p>', '<p class="body paywall">')}<div class="paywall-offer"><p>Subscribe to read more of this.</p></div></article>`,
      [first, second],
    ],
    [
      'in the comments of a live report',
      `<h1>Bridge shut</h1><div class=live-match-comments>${story}</div>`,
      [first, second],
    ],
    [
      'where a script shows it once all is there',
      `<body><div style="display: none">${story}</div></body>`,
      [first, second],
    ],
    [
      'without the times of a live blog',
      `<div class=post><time>10:45</time>${story}</div><div class=post><time>9.05pm BST</time>${story.replaceAll('The', 'Now the')}</div>`,
      [first, second, 'Now the bridge in Millbro', 'Now the ferry goes every '],
    ],
    [
      'with the source of a quote',
      `<article>${story}<blockquote><p>“It is shut.”</p><footer>— <cite>Jane Doe</cite></footer></blockquote></article>`,
      [first, second, '“It is shut.”', '— Jane Doe'],
    ],
    [
      'in sentences of Chinese',
      '<div><a href="/">首页</a></div><div><p>市议会周二投票决定关闭旧港口大桥，结束了多年来的争议。</p><p>市长说：“我们不能再等一个冬天了。”</p></div>',
      ['市议会周二投票决定关闭旧港口大桥，结束了多年来的争', '市长说：“我们不能再等一个冬天了。”'],
    ],
  ])('is found %s', (_, body, expected) => {
    expect(linesOf(`<html><body>${body}</body></html>`)).toEqual(expected);
  });

  it.each(['The line is late.', 'He was 83.', '“It is late.”', 'Anna Ross: Is it late?'])(
    'begins with the short paragraph %j',
    (opening) => {
      const page = `<article><h1>Line late</h1><p>News</p><p>${opening}</p>${story}</article>`;
      expect(linesOf(page)).toEqual([opening, first, second]);
    },
  );

  it.each(['<p>Kicker</p>', '<p>By Jane Doe.</p>', '<p>Published 1 May 2024.</p>', '<div>Read more.</div>'])(
    'does not begin with %s',
    (line) => {
      expect(linesOf(`<article><h1>Line late</h1>${line}${story}</article>`)).toEqual([first, second]);
    },
  );

  it.each(['<html><body><nav>Home</nav></body></html>', '<html></html>', ''])(
    'is not found in %j',
    (page) => {
      expect(() => read(page)).toThrow(expect.objectContaining({ code: 'empty-article' }));
    },
  );
});

describe('the story that JSON-LD states', () => {
  const words = ['The bridge will stay "shut", it was said.', 'The ferry goes every hour.'];
  const stated = (articleBody: string) =>
    linked({
      '@graph': [{ '@type': 'WebSite' }, { '@type': 'NewsArticle', headline: 'Bridge', articleBody }],
    });

  it.each([
    ['as lines', words.join('\n')],
    ['as HTML', words.map((line) => `<p>${line}</p>`).join('')],
  ])('is taken where the page prints none, %s', (_, body) => {
    const page = `<html><head>${stated(body)}</head><body><div id="app"></div><noscript>No script.</noscript></body></html>`;
    expect(linesOf(page)).toEqual(words.map((line) => line.slice(0, 25)));
    expect(read(page).metadata).toMatchObject({ headline: 'Bridge' });
  });

  it('is taken where the page prints a teaser', () => {
    const page = `<html><head>${stated(words.join('\n'))}</head><body><p>The bridge will stay shut…</p></body></html>`;
    expect(linesOf(page)).toHaveLength(2);
  });

  it('is left where the page prints it, with its paragraphs', () => {
    const body = story.replace(/<[^>]*>/g, ' ');
    expect(linesOf(`<html><head>${stated(body)}</head><body>${story}</body></html>`)).toHaveLength(2);
  });

  it('is left where it is no text', () => {
    const page = `<html>${linked({ '@type': 'Article', articleBody: { '@id': '#body' } })}<body>${story}</body></html>`;
    expect(linesOf(page)).toHaveLength(2);
  });

  it('is taken among line breaks and comments', () => {
    const script = `\r\n<!--\r\n{"@type":"Article","articleBody":"${words[1]}\r\nIt is free."}\r\n-->\r\n`;
    const page = `<html><script type="application/ld+json">${script}</script><body></body></html>`;
    expect(linesOf(page)).toEqual(['The ferry goes every hour', 'It is free.']);
  });
});
