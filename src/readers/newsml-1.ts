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
} from './story/news-fields.ts';
import { type Story, toReading } from './story/story.ts';
import { splitItems } from './xml/message-items.ts';
import { readNewsMl1Content } from './xml/newsml-1-content.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  descendantsOf,
  parseXml,
  textOf,
  type XmlElement,
} from './xml/tree.ts';

const ownType = 'text/vnd.iptc.newsml';

/** NewsML 1 of the IPTC, a document of one item or several. */
export const newsMl1: Reader = {
  name: 'NewsML 1',
  mediaTypes: [ownType, 'application/xml', 'text/xml'],
  recognizes: (text) => findRootName(text)?.toLowerCase() === 'newsml',
  *read({ text, mediaType, problems }) {
    const { children, problems: found } = parseXml(text);
    const items = [...descendantsOf({ children }, 'NewsItem')];
    if (items.length === 0) {
      yield { place: null, fault: new OnrecordError('empty-article', 'There is no news item in it.') };
    }
    for (const { raw, place, item, problems: own } of splitItems(text, items, found)) {
      const story = readNewsItem(raw, item);
      yield toReading(
        { text: raw, mediaType: mediaType ?? ownType },
        place,
        story,
        [...problems, ...own],
        'The news item',
      );
    }
  },
};

function readNewsItem(raw: string, item: XmlElement): Story {
  const identifier = childOf(item, 'Identification', 'NewsIdentifier');
  const management = childOf(item, 'NewsManagement');
  const { components, ...content } = readNewsMl1Content(raw, item);
  const { metadata: inner } = content;
  /** What the component that holds the text does not say, those around it do. */
  const first = (read: (component: XmlElement) => string | null) =>
    components.map(read).find((said) => said !== null) ?? null;
  const line = (name: string) => first((component) => textOf(childOf(component, 'NewsLines', name)));
  const party = (role: string) =>
    first((component) =>
      attributeOf(childOf(component, 'AdministrativeMetadata', role, 'Party'), 'FormalName'),
    );

  const publishedAt =
    readTime(textOf(childOf(management, 'ThisRevisionCreated'))) ??
    readTime(textOf(childOf(management, 'FirstCreated'))) ??
    readTime(textOf(childOf(identifier, 'DateId')));
  const status = attributeOf(childOf(management, 'Status'), 'FormalName');
  const changesAt = textOf(childOf(management, 'StatusWillChange', 'DateAndTime'));
  const dateline =
    readDatelineField(line('DateLine')) ?? inner.dateline ?? readDatelineField(first(locationOf));
  const publisher = party('Provider') ?? party('Source') ?? textOf(childOf(identifier, 'ProviderId'));
  const byline = readBylineField(line('ByLine'));
  return {
    ...content,
    metadata: {
      ...inner,
      ...knownFields({
        guid: guidOf(identifier),
        headline: line('HeadLine') ?? inner.headline ?? null,
        byline: byline.length > 0 ? byline : (inner.byline ?? readBylineField(party('Creator'))),
        dateline,
        publishedAt,
        modifiedAt: readTime(textOf(childOf(management, 'ThisRevisionCreated'))),
        sourceVersion: readVersionNumber(textOf(childOf(identifier, 'RevisionId'))),
        publisher: publisher === null ? null : { name: publisher, url: null },
        agencies: findAgencies(
          ...[dateline?.agency ?? null, publisher, party('Creator'), party('Source')],
          ...[line('CreditLine'), line('ByLine'), textOf(childOf(identifier, 'ProviderId'))],
          ...(inner.agencies ?? []),
        ),
        credit: line('CreditLine'),
        language: readLanguage(first(languageOf) ?? attributeOf(item, 'xml:lang')),
        status: readStatus(status),
        embargoedUntil: /embargo/i.test(status ?? '') ? readEmbargo(changesAt, publishedAt) : null,
      }),
    },
  };
}

/** The public identifier without the revision that it ends with, so that all revisions of an item are one article. */
function guidOf(identifier: XmlElement | null): string | null {
  const published = textOf(childOf(identifier, 'PublicIdentifier'));
  if (published === null) return textOf(childOf(identifier, 'NewsItemId'));
  const revision = textOf(childOf(identifier, 'RevisionId'));
  const [ending = ''] = /:\w+$/.exec(published) ?? [];
  // "N", "U" or "A" behind the number says what kind of update the revision is.
  return ending.replace(/[NUA]$/, '') === `:${revision}` ? published.slice(0, -ending.length) : published;
}

function languageOf(component: XmlElement): string | null {
  const stated = childOf(component, 'DescriptiveMetadata', 'Language');
  return attributeOf(stated, 'FormalName') ?? attributeOf(component, 'xml:lang');
}

/** The city that a component is from, otherwise its country. */
function locationOf(component: XmlElement): string | null {
  const descriptive = childOf(component, 'DescriptiveMetadata');
  const properties = [childOf(descriptive, 'Location'), descriptive].flatMap((parent) =>
    childrenOf(parent, 'Property'),
  );
  const said = (name: string) => {
    const property = properties.find((one) => attributeOf(one, 'FormalName')?.toLowerCase() === name);
    return attributeOf(property ?? null, 'Value');
  };
  return said('city') ?? said('country');
}
