import { findHtmlBlocks } from './html-blocks.ts';
import { emptyStory } from './inline-content.ts';
import { lineOf, membersOf, unwrapAt } from './json-fields.ts';
import { itemsOf, type JsonValue, valueAt } from './json-places.ts';
import { readInnerNitf } from './nitf.ts';
import { looksLikeHtml, placeText } from './plain-blocks.ts';
import { findRootName } from './sniffing.ts';
import type { Story, StoryText } from './story.ts';
import type { WrappedText } from './wrapped-text.ts';

/** The body of an item of ninjs, from the richest of the forms in which it is there: HTML, then NITF, then plain text. */
export function readNinjsContent(json: string, item: JsonValue): Story {
  const forms = listForms(json, item, 'body', 'bodies');
  const stories = kinds.flatMap((kind) => forms.filter((form) => form.kind === kind).map(readForm));
  const body = stories.find(({ text }) => text.blocks.length > 0) ?? emptyStory;
  return { ...body, summary: readSummary(json, item) };
}

/** What stands in for the body: a description, otherwise the headline. */
function readSummary(json: string, item: JsonValue): StoryText | null {
  const descriptions = listForms(json, item, 'description', 'descriptions');
  const headlines = [
    unwrapAt(json, item, 'headline'),
    unwrapAt(json, item, 'headlines', 0, 'value'),
    unwrapAt(json, item, 'title'),
  ].flatMap((source) => (source === null ? [] : [{ kind: 'text' as const, source }]));
  const [first] = [...descriptions, ...headlines].map((form) => readForm(form).text);
  return first ?? null;
}

/** From the richest on. */
const kinds = ['html', 'nitf', 'text'] as const;

interface Form {
  readonly kind: (typeof kinds)[number];
  readonly source: WrappedText;
}

function readForm({ kind, source }: Form): Story {
  if (kind === 'nitf') return readInnerNitf(source);
  return { ...emptyStory, text: kind === 'html' ? findHtmlBlocks(source) : placeText(source) };
}

/** Up to version 1 a form is a member ("body_html"), later an item of a list, with a media type and a role. */
function listForms(json: string, item: JsonValue, member: string, list: string): readonly Form[] {
  const members = [...kindOfMember.keys()].flatMap((name): Form[] => {
    const source = unwrapAt(json, item, `${member}_${name}`);
    return source === null ? [] : [{ kind: kindOfMember.get(name)!, source }];
  });
  const found = valueAt(json, item, list);
  const items = found === null ? [] : itemsOf(json, found);
  const listed = items.flatMap((one): Form[] => {
    const { role, contenttype } = membersOf(one.value);
    const source = unwrapAt(json, one, 'value');
    if (source === null || besideBody.test(lineOf(role) ?? '')) return [];
    const kind = kindOf(source.text, lineOf(contenttype) ?? '');
    return kind === null ? [] : [{ kind, source }];
  });
  return [...members, ...listed];
}

const kindOfMember: ReadonlyMap<string, Form['kind']> = new Map([
  ['xhtml', 'html'],
  ['html', 'html'],
  ['nitf', 'nitf'],
  ['text', 'text'],
  ['summary', 'text'],
]);

const besideBody = /caption|summary|teaser|abstract|social|keyword/i;

/** Null for XML in a vocabulary of the sender's own. */
function kindOf(text: string, contentType: string): Form['kind'] | null {
  if (findRootName(text) === 'nitf' || /\bnitf\b/i.test(contentType)) return 'nitf';
  if (/html/i.test(contentType)) return 'html';
  if (/xml/i.test(contentType)) return null;
  return looksLikeHtml(text) && !/plain/i.test(contentType) ? 'html' : 'text';
}
