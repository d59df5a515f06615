import { OnrecordError } from '../domain/errors.ts';
import type { Reader } from './reader.ts';
import { findRootName } from './sniffing.ts';
import {
  findAgencies,
  knownFields,
  readBylineField,
  readDatelineField,
  readEmbargo,
  readLanguage,
  readStatus,
  readTime,
  readVersionNumber,
  readWebAddress,
} from './story/news-fields.ts';
import { type Story, toReading } from './story/story.ts';
import { splitItems } from './xml/message-items.ts';
import { readG2Content } from './xml/newsml-g2-content.ts';
import { findG2Names, nameOf } from './xml/newsml-g2-names.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  descendantsOf,
  parseXml,
  textOf,
  type XmlElement,
} from './xml/tree.ts';

const ownType = 'application/vnd.iptc.g2.newsitem+xml';

/** NewsML-G2 of the IPTC: one item, or a message of several, of which pictures and films are passed over. */
export const newsMlG2: Reader = {
  name: 'NewsML-G2',
  mediaTypes: [ownType, 'application/vnd.iptc.g2.newsmessage+xml', 'application/xml', 'text/xml'],
  recognizes: (text) => /^(?:news(?:item|message)|packageitem)$/i.test(findRootName(text) ?? ''),
  *read({ text, mediaType, problems }) {
    const { root, children, problems: found } = parseXml(text);
    const items = [...descendantsOf({ children }, 'newsItem')];
    const stories = items.filter(mayHaveText);
    if (stories.length === 0) {
      const what = items.length === 0 ? 'There is no news item in it' : 'None of its news items is a text';
      yield { place: null, fault: new OnrecordError('empty-article', `${what}.`) };
    }
    const language = attributeOf(root, 'xml:lang') ?? attributeOf(root, 'lang');
    for (const { raw, place, item, problems: own } of splitItems(text, stories, found)) {
      const story = readNewsItem(raw, item, language);
      yield toReading(
        { text: raw, mediaType: mediaType ?? ownType },
        place,
        story,
        [...problems, ...own],
        emptiness(item),
      );
    }
  },
};

function readNewsItem(raw: string, item: XmlElement, messageLanguage: string | null): Story {
  const itemMeta = childOf(item, 'itemMeta');
  const contentMeta = childOf(item, 'contentMeta');
  const provider = childOf(itemMeta, 'provider');
  const holder = childOf(item, 'rightsInfo', 'copyrightHolder');
  const creators = childrenOf(contentMeta, 'creator').map(nameOf);
  const sources = childrenOf(contentMeta, 'infoSource').map(nameOf);
  const said = (name: string) => textOf(childOf(contentMeta, name));

  // A creator who is also the source or the provider is a desk, or another agency.
  const parties = [...sources, nameOf(provider), nameOf(holder), said('creditline')];
  const persons = creators.filter((creator) => !parties.includes(creator));

  const { metadata: inner, ...content } = readG2Content(raw, item);
  const publishedAt =
    readTime(textOf(childOf(itemMeta, 'versionCreated'))) ??
    readTime(said('contentModified')) ??
    readTime(said('contentCreated')) ??
    readTime(textOf(childOf(itemMeta, 'firstCreated')));
  const dateline =
    readDatelineField(said('dateline')) ??
    inner.dateline ??
    readDatelineField(nameOf(childOf(contentMeta, 'located')));
  const publisher = nameOf(provider) ?? nameOf(holder) ?? codeOf(provider);
  const byline = readBylineField(said('by') ?? said('byline'));
  return {
    ...content,
    metadata: {
      ...inner,
      ...knownFields({
        guid: attributeOf(item, 'guid'),
        url: readWebAddress(attributeOf(item, 'guid')),
        headline: readHeadline(contentMeta) ?? inner.headline ?? textOf(childOf(itemMeta, 'title')),
        byline: byline.length > 0 ? byline : (inner.byline ?? persons.flatMap(readBylineField)),
        dateline,
        publishedAt,
        modifiedAt:
          readTime(textOf(childOf(itemMeta, 'versionCreated'))) ?? readTime(said('contentModified')),
        sourceVersion: readVersionNumber(attributeOf(item, 'version')),
        publisher:
          publisher === null ? null : { name: publisher, url: readWebAddress(attributeOf(provider, 'uri')) },
        agencies: findAgencies(
          ...[dateline?.agency ?? null, nameOf(provider), codeOf(provider), ...sources, ...creators],
          ...[said('creditline'), said('by'), ...(inner.agencies ?? [])],
        ),
        credit: said('creditline')?.replace(/\s*[–—-]$/, '') ?? null,
        language: readLanguage(
          attributeOf(childOf(contentMeta, 'language'), 'tag') ??
            attributeOf(item, 'xml:lang') ??
            messageLanguage,
        ),
        status: readStatus(codeOf(childOf(itemMeta, 'pubStatus'))),
        embargoedUntil: readEmbargo(textOf(childOf(itemMeta, 'embargoed')), publishedAt),
      }),
    },
    names: [...findG2Names(contentMeta), ...content.names],
  };
}

/** The first that is no line below the headline. */
function readHeadline(contentMeta: XmlElement | null): string | null {
  const headlines = childrenOf(contentMeta, 'headline');
  const main = headlines.find((headline) => !/sub|kicker|short/i.test(attributeOf(headline, 'role') ?? ''));
  return textOf(main ?? headlines[0] ?? null);
}

function codeOf(element: XmlElement | null): string | null {
  return attributeOf(element, 'qcode') ?? attributeOf(element, 'uri');
}

/** Without a class, an item may be anything. */
function mayHaveText(item: XmlElement): boolean {
  const itemClass = codeOf(childOf(item, 'itemMeta', 'itemClass')) ?? '';
  return !/(?:picture|photo|graphic|animation|video|audio|still|moving)$/i.test(itemClass);
}

function emptiness(item: XmlElement): string {
  const remote = attributeOf(childOf(item, 'contentSet', 'remoteContent'), 'href');
  return remote === null ? 'The news item' : `The news item only refers to its content (${remote}), and`;
}
