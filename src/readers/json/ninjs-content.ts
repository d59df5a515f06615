import { findHtmlBlocks } from '../html/blocks.ts';
import { readInnerNitf } from '../nitf.ts';
import { findRootName } from '../sniffing.ts';
import { looksLikeHtml, placeText } from '../story/plain-blocks.ts';
import type { Story, StoryText } from '../story/story.ts';
import type { WrappedText } from '../story/wrapped-text.ts';
import { emptyStory } from '../xml/inline-content.ts';
import { lineOf, membersOf, unwrapAt } from './fields.ts';
import { itemsOf, type JsonValue, valueAt } from './places.ts';

/** The body of an item of ninjs, from the richest of the forms in which it is there, and what stands in for it. */
export function readNinjsContent(json: string, item: JsonValue): Story {
  const forms = listForms(json, item, 'body', 'bodies').filter(({ role }) => !besideBody.test(role));
  const summary = readSummary(json, item);
  for (const kind of kinds) {
    for (const form of forms.filter((one) => one.kind === kind)) {
      const story = readForm(form);
      if (story.text.blocks.length > 0) return { ...story, summary };
    }
  }
  return { ...emptyStory, summary };
}

/** A description, otherwise the headline. */
function readSummary(json: string, item: JsonValue): StoryText | null {
  const [description] = listForms(json, item, 'description', 'descriptions');
  if (description !== undefined) return readForm(description).text;
  const headline =
    unwrapAt(json, item, 'headlines', 0, 'value') ??
    unwrapAt(json, item, 'headline') ??
    unwrapAt(json, item, 'title');
  return headline === null ? null : placeText(headline);
}

/** From the richest on. */
const kinds = ['html', 'nitf', 'text'] as const;
type Kind = (typeof kinds)[number];

interface Form {
  readonly kind: Kind;
  readonly role: string;
  readonly source: WrappedText;
}

const besideBody = /caption|summary|teaser|abstract|social|keyword/i;

function readForm({ kind, source }: Form): Story {
  if (kind === 'nitf') return readInnerNitf(source);
  return { ...emptyStory, text: kind === 'html' ? findHtmlBlocks(source) : placeText(source) };
}

/** Up to version 1 a form is a member ("body_html"), later an item of a list, with a media type and a role. */
function listForms(json: string, item: JsonValue, member: string, list: string): readonly Form[] {
  const members = [...memberTypes].map(([name, type]) => ({
    source: unwrapAt(json, item, `${member}_${name}`),
    role: '',
    type,
  }));
  const listed = itemsOf(json, valueAt(json, item, list)).map((one) => {
    const { role, contenttype } = membersOf(one.value);
    return {
      source: unwrapAt(json, one, 'value'),
      role: lineOf(role) ?? '',
      type: lineOf(contenttype) ?? '',
    };
  });
  return [...members, ...listed].flatMap(({ source, role, type }) => {
    const kind = source === null ? null : kindOf(source.text, type);
    return source === null || kind === null ? [] : [{ kind, role, source }];
  });
}

const memberTypes: ReadonlyMap<string, string> = new Map([
  ['xhtml', 'text/html'],
  ['html', 'text/html'],
  ['nitf', 'application/nitf+xml'],
  ['text', 'text/plain'],
  ['summary', 'text/plain'],
]);

/** What a text of this media type is; null where it is XML in a vocabulary of the sender's own. */
function kindOf(text: string, type: string): Kind | null {
  if (findRootName(text) === 'nitf' || /\bnitf\b/i.test(type)) return 'nitf';
  if (/html/i.test(type)) return /<[a-z]/i.test(text) ? 'html' : 'text';
  if (/xml/i.test(type)) return null;
  return looksLikeHtml(text) && !/plain/i.test(type) ? 'html' : 'text';
}
