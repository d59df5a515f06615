import type { Dateline } from '../domain/article.ts';
import { OnrecordError } from '../domain/errors.ts';
import { isJob } from '../text/cleaning/words/jobs.ts';
import { withUsualCapitals } from '../text/cleaning/words/person-names.ts';
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
  readWebAddress,
} from './story/news-fields.ts';
import { type Story, toReading } from './story/story.ts';
import { takeStretch, type WrappedText } from './story/wrapped-text.ts';
import { placeXml } from './xml/blocks.ts';
import { findEventPlaces, findMarkedNames } from './xml/nitf-names.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  descendantsOf,
  elementsIn,
  parseXml,
  textOf,
  textWithout,
  type XmlElement,
} from './xml/tree.ts';

const ownType = 'application/nitf+xml';

/** The News Industry Text Format of the IPTC, version 3. */
export const nitf: Reader = {
  name: 'NITF',
  mediaTypes: [ownType, 'text/vnd.iptc.nitf', 'application/xml', 'text/xml'],
  recognizes: (text) => findRootName(text)?.toLowerCase() === 'nitf',
  *read({ text, mediaType, problems }) {
    const { root, problems: found } = parseXml(text);
    if (root === null) {
      yield { place: null, fault: new OnrecordError('invalid-body', 'This is no XML: it has no element.') };
    } else {
      const story = readNitf(takeStretch(text), root);
      yield toReading(
        { text, mediaType: mediaType ?? ownType },
        null,
        story,
        [...problems, ...found],
        'The NITF document',
      );
    }
  },
};

/** What a document of NITF says; its elements have their places in `source.text`. */
export function readNitf(source: WrappedText, document: XmlElement): Story {
  const docdata = childOf(document, 'head', 'docdata');
  const pubdata = childOf(document, 'head', 'pubdata');
  const head = childOf(document, 'body', 'body.head');
  const body = childOf(document, 'body')?.children.filter((node) => node !== head) ?? [];
  const said = (name: string, attribute: string) => attributeOf(childOf(docdata, name), attribute);

  const id = said('doc-id', 'id-string') ?? said('du-key', 'key');
  const release = said('date.release', 'norm');
  const publishedAt =
    readTime(said('date.issue', 'norm')) ??
    readTime(attributeOf(childOf(head, 'dateline', 'story.date'), 'norm')) ??
    readTime(attributeOf(pubdata, 'date.publication')) ??
    readTime(release);
  const dateline = readDateline(childOf(head, 'dateline'));
  const distributor = textOf(childOf(head, 'distributor'));
  const holder = said('doc.copyright', 'holder') ?? textOf(childOf(head, 'rights', 'rights.owner'));
  const publisher = attributeOf(pubdata, 'name') ?? distributor ?? holder;
  const sources = childrenOf(childOf(docdata, 'del-list'), 'from-src');
  const bylines = childrenOf(head, 'byline').filter(isPrinted);
  return {
    metadata: knownFields({
      guid: id,
      url: readWebAddress(attributeOf(pubdata, 'ex-ref')) ?? readWebAddress(id),
      headline: textOf(childOf(head, 'hedline', 'hl1')) ?? textOf(childOf(document, 'head', 'title')),
      byline: bylines.flatMap(readByline),
      dateline,
      publishedAt,
      modifiedAt: readTime(said('date.issue', 'norm')),
      publisher: publisher === null ? null : { name: publisher, url: null },
      agencies: findAgencies(
        dateline?.agency ?? null,
        distributor,
        holder,
        said('doc-id', 'regsrc'),
        ...sources.map((from) => attributeOf(from, 'src-name')),
        ...bylines.map(textOf),
      ),
      language: readLanguage(
        attributeOf(document, 'xml:lang') ??
          attributeOf(document, 'baselang') ??
          attributeOf(childOf(document, 'body'), 'xml:lang'),
      ),
      status: readStatus(attributeOf(docdata, 'management-status')),
      embargoedUntil: readEmbargo(release, publishedAt),
    }),
    names: [
      ...findEventPlaces(docdata),
      ...findMarkedNames({ children: docdata === null ? body : [docdata, ...body] }),
    ],
    text: placeXml(source, body),
    summary: placeXml(source, childrenOf(head, 'abstract')),
  };
}

/** What a whole document of NITF says that stands within another, or the paragraphs that were cut out of one. */
export function readInnerNitf(source: WrappedText): Story {
  const { root, children } = parseXml(source.text);
  if (root?.name === 'nitf') return readNitf(source, root);
  return {
    metadata: {},
    names: findMarkedNames({ children }),
    text: placeXml(source, children),
    summary: null,
  };
}

/** Archives add a byline in the form of their index: "Roe, Jane". */
function isPrinted(byline: XmlElement): boolean {
  return !/normali[sz]ed/i.test(attributeOf(byline, 'class') ?? '');
}

/** Names are those of persons, where the byline marks them; what stands beside them is their job, address and outlet. */
function readByline(byline: XmlElement): readonly string[] {
  const persons = [...descendantsOf(byline, 'person')].flatMap((person) => textOf(person) ?? []);
  if (persons.length > 0) return persons.filter((name) => !isJob(name)).map(withUsualCapitals);
  return readBylineField(textWithout(byline, ['byttl', 'virtloc', 'location', 'org', 'copyrite']));
}

function readDateline(dateline: XmlElement | null): Dateline | null {
  const location = childOf(dateline, 'location');
  const parts = elementsIn(location).flatMap((part) => textOf(part) ?? []);
  const place = parts.length > 0 ? parts.join(', ') : textOf(location);
  const said = readDatelineField(place ?? textWithout(dateline, ['story.date']));
  const date = textOf(childOf(dateline, 'story.date'));
  // What a machine wrote is no date of a dateline.
  const isPrinted = date !== null && /\p{L}{3}/u.test(date);
  return said === null || !isPrinted ? said : { ...said, date };
}
