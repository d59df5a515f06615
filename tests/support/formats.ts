import { gzipSync } from 'node:zlib';
import { createArchive } from '../../src/generation/archive.ts';
import { readResourceFiles } from '../../src/resources.ts';
import { makeTar, makeWarcResponse, makeZip } from './archives.ts';

/** A made-up story, to be written down in any format. */
export interface Story {
  readonly headline: string;
  readonly byline: string;
  /** An instant. */
  readonly publishedAt: string;
  readonly url: string;
  readonly paragraphs: readonly string[];
}

/** Made-up stories, the same for the same count. */
export function makeStories(count: number): readonly Story[] {
  const archive = createArchive(readResourceFiles(), { seed: 1, size: count });
  return Array.from({ length: count }, (_, number) => {
    const { article } = archive.article(number);
    return {
      headline: article.headline ?? `Story ${number}`,
      byline: article.byline[0] ?? 'Jane Doe',
      publishedAt: `${article.publishedAt?.slice(0, 10) ?? '2024-05-01'}T08:30:00Z`,
      url: `https://example.org/news/${number}`,
      paragraphs: article.paragraphs.map(({ start, end }) => article.text.slice(start, end)),
    };
  });
}

/** How each format has one story. */
export const storyFormats: Readonly<Record<string, (story: Story) => string>> = {
  'plain text': ({ headline, byline, paragraphs }) => [headline, `By ${byline}`, ...paragraphs].join('\n\n'),
  Markdown: ({ headline, byline, publishedAt, paragraphs }) =>
    `---\ntitle: ${JSON.stringify(headline)}\nauthor: ${byline}\ndate: ${publishedAt}\n---\n\n# ${headline}\n\n${paragraphs.join('\n\n')}\n`,
  JSON: ({ paragraphs, ...fields }) =>
    JSON.stringify({ ...articleFields(fields), text: paragraphs.join('\n\n') }),
  HTML: writePage,
  ninjs: (story) =>
    JSON.stringify({
      uri: story.url,
      standard: { name: 'ninjs', version: '3.0' },
      type: 'text',
      versionCreated: story.publishedAt,
      by: `By ${story.byline}`,
      headlines: [{ role: 'main', value: story.headline }],
      bodies: [{ role: 'main', contentType: 'text/html', value: asHtml(story) }],
    }),
  NITF: (story) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<nitf><head><title>${escapeMarkup(story.headline)}</title>` +
    `<docdata><doc-id id-string="${story.url}"/><date.issue norm="${compact(story.publishedAt)}"/></docdata></head>` +
    `<body><body.head><hedline><hl1>${escapeMarkup(story.headline)}</hl1></hedline>` +
    `<byline>By <person>${escapeMarkup(story.byline)}</person></byline></body.head>` +
    `<body.content><block>${asHtml(story)}</block></body.content></body></nitf>\n`,
  'NewsML-G2': (story) =>
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="tag:example.org,2024:${story.url}" version="1" xml:lang="en">` +
    `<itemMeta><itemClass qcode="ninat:text"/><versionCreated>${story.publishedAt}</versionCreated><pubStatus qcode="stat:usable"/></itemMeta>` +
    `<contentMeta><by>By ${escapeMarkup(story.byline)}</by><headline>${escapeMarkup(story.headline)}</headline></contentMeta>` +
    `<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>${asHtml(story)}</body></html></inlineXML></contentSet></newsItem>\n`,
  'NewsML 1': (story) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<NewsML Version="1.2"><NewsItem xml:lang="en"><Identification><NewsIdentifier><PublicIdentifier>urn:newsml:example.org:${story.url}</PublicIdentifier></NewsIdentifier></Identification>` +
    `<NewsManagement><NewsItemType FormalName="News"/><FirstCreated>${compact(story.publishedAt)}</FirstCreated><ThisRevisionCreated>${compact(story.publishedAt)}</ThisRevisionCreated><Status FormalName="Usable"/></NewsManagement>` +
    `<NewsComponent><NewsLines><HeadLine>${escapeMarkup(story.headline)}</HeadLine><ByLine>By ${escapeMarkup(story.byline)}</ByLine></NewsLines>` +
    `<ContentItem><MediaType FormalName="Text"/><DataContent>${asHtml(story)}</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>\n`,
  'wire text (IPTC 7901)': ({ headline, paragraphs }) =>
    `\u0001exa0042 3 i 211  exa 0042\r\n\r\n\u0002${headline} =\r\n\r\n${paragraphs.map((paragraph) => `   ${paragraph}\r\n`).join('')}\u0003\r\n081230 gmt nov 23\r\n\u0004`,
  'AP Media API': (story) =>
    JSON.stringify({
      data: {
        item: {
          altids: { itemid: story.url },
          type: 'text',
          language: 'en',
          versioncreated: story.publishedAt,
          pubstatus: 'usable',
          headline: story.headline,
          bylines: [{ by: `By ${story.byline}` }],
          provider: 'AP',
          body_nitf: asHtml(story),
        },
      },
    }),
  'dpa digital wires': (story) =>
    JSON.stringify({
      format: 'digitalwires@0.9.1',
      type: 'composite',
      urn: `urn:newsml:example.org:20240501:${story.url.slice(25)}`,
      version_created: story.publishedAt,
      pubstatus: 'usable',
      language: 'en',
      headline: story.headline,
      byline: `By ${story.byline}`,
      article_html: `<section class="main">${asHtml(story)}</section>`,
    }),
  'Guardian content API': (story) =>
    JSON.stringify({
      response: {
        status: 'ok',
        content: {
          id: story.url.slice(20),
          type: 'article',
          webPublicationDate: story.publishedAt,
          webTitle: story.headline,
          webUrl: story.url,
          fields: { headline: story.headline, byline: story.byline, body: asHtml(story) },
        },
      },
    }),
};

/** How each format has many stories. */
export const storiesFormats: Readonly<Record<string, (stories: readonly Story[]) => Uint8Array>> = {
  RSS: (stories) =>
    feed(
      '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Example</title>',
      '</channel></rss>',
    )(
      stories.map(
        (story) =>
          `<item><title>${escapeMarkup(story.headline)}</title><link>${story.url}</link><guid>${story.url}</guid>` +
          `<pubDate>${new Date(story.publishedAt).toUTCString()}</pubDate><content:encoded><![CDATA[${asHtml(story)}]]></content:encoded></item>`,
      ),
    ),
  Atom: (stories) =>
    feed(
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>Example</title><id>https://example.org/</id>',
      '</feed>',
    )(
      stories.map(
        (story) =>
          `<entry><title>${escapeMarkup(story.headline)}</title><id>${story.url}</id><link href="${story.url}"/>` +
          `<updated>${story.publishedAt}</updated><author><name>${escapeMarkup(story.byline)}</name></author><content type="html">${escapeMarkup(asHtml(story))}</content></entry>`,
      ),
    ),
  'JSON Feed': (stories) =>
    Buffer.from(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Example',
        items: stories.map((story) => ({
          id: story.url,
          url: story.url,
          title: story.headline,
          date_published: story.publishedAt,
          authors: [{ name: story.byline }],
          content_html: asHtml(story),
        })),
      }),
    ),
  NDJSON: (stories) => Buffer.from(stories.map((story) => `${storyFormats['JSON']!(story)}\n`).join('')),
};

/** What containers are filled with, and how; the contents are those of one of {@link storyFormats}. */
export const containerFormats: Readonly<
  Record<string, { holds: string; pack(contents: readonly string[]): Uint8Array }>
> = {
  gzip: { holds: 'JSON', pack: (contents) => gzipSync(contents.join('\n')) },
  tar: { holds: 'JSON', pack: (contents) => makeTar(asFiles(contents)) },
  zip: { holds: 'JSON', pack: (contents) => makeZip(asFiles(contents)) },
  WARC: {
    holds: 'HTML',
    pack: (contents) =>
      Buffer.concat(
        contents.map((page, index) =>
          gzipSync(
            makeWarcResponse(
              `https://example.org/${index}`,
              'HTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-8',
              page,
            ),
          ),
        ),
      ),
  },
};

function feed(start: string, end: string): (items: readonly string[]) => Uint8Array {
  return (items) =>
    Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${start}\n${items.join('\n')}\n${end}\n`);
}

function asFiles(contents: readonly string[]): Record<string, string> {
  return Object.fromEntries(contents.map((content, index) => [`${index}.json`, content]));
}

function articleFields({ headline, byline, publishedAt, url }: Omit<Story, 'paragraphs'>): object {
  return { headline, byline: [byline], publishedAt, url };
}

/** As sites have it: more around the story than in it. */
function writePage(story: Story): string {
  const links = Array.from(
    { length: 40 },
    (_, index) => `<li><a href="/section/${index}">Section ${index}</a></li>`,
  );
  const metadata = { '@type': 'NewsArticle', headline: story.headline, datePublished: story.publishedAt };
  return (
    `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>${escapeMarkup(story.headline)} | Example</title>` +
    `<link rel="canonical" href="${story.url}"><meta name="author" content="${escapeMarkup(story.byline)}">` +
    `<script type="application/ld+json">${JSON.stringify(metadata)}</script><style>p { margin: 0 }</style></head>\n` +
    `<body><nav><ul>${links.join('')}</ul></nav><main><article><h1>${escapeMarkup(story.headline)}</h1>${asHtml(story)}</article></main>` +
    `<aside><h2>More</h2><ul>${links.join('')}</ul></aside><footer><p>© Example</p></footer></body></html>\n`
  );
}

function asHtml({ paragraphs }: Story): string {
  return paragraphs.map((paragraph) => `<p>${escapeMarkup(paragraph)}</p>`).join('\n');
}

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** "20240501T083000Z" */
function compact(instant: string): string {
  return instant.replaceAll(/[-:]/g, '');
}
