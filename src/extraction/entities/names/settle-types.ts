import type { EntityType } from '../../../domain/entity.ts';
import type { SegmentedText } from '../../../text/segments.ts';
import { bodyNoun } from '../kinds/body-nouns.ts';
import { findKindBehind } from '../kinds/kinds.ts';
import { kindsEndingWith } from '../kinds/kinds-of-names.ts';
import { findShownOrganizations } from '../kinds/organization-signs.ts';
import { roleNoun } from '../roles/role.ts';
import { foldName, isCapitalized } from '../words/fold.ts';
import { halfCountries } from '../words/half-countries.ts';
import type { EntityLexicons } from '../words/lexicons.ts';
import type { Mention } from '../words/mention.ts';
import { isLegalForm } from '../words/organization-names.ts';
import { speaks } from '../words/speaking.ts';

/** One type for all mentions of one form: the one that the tagger gave with most confidence in all. */
export function settleTypes(
  segmented: SegmentedText,
  given: readonly Mention[],
  lexicons: EntityLexicons,
): Mention[] {
  const called = given.map((mention) =>
    isCalledOrganization(mention, lexicons) || isDescribed(segmented, mention, lexicons)
      ? asOrganization(mention)
      : mention,
  );
  const shown = findShownOrganizations(segmented, called, lexicons);
  const mentions = called.map((mention) =>
    shown.has(foldName(mention.text)) ? asOrganization(mention) : mention,
  );
  const shortForms = findShortForms(segmented, mentions, lexicons);
  const votes = new Map<string, Map<EntityType, number>>();
  const vote = (key: string, type: EntityType, weight: number) => {
    const types = votes.get(key) ?? new Map<EntityType, number>();
    votes.set(key, types.set(type, (types.get(type) ?? 0) + weight));
  };
  const partVotes = new Map<string, Map<EntityType, number>>();
  const speakFor = (word: string, type: EntityType, weight: number) => {
    if (lexicons.peoples.has(word) || lexicons.countries.has(word)) return;
    // However often it stands there: a city is no organization because its newspaper is named ten times.
    const types = partVotes.get(word) ?? new Map<EntityType, number>();
    partVotes.set(word, types.set(type, Math.max(types.get(type) ?? 0, weight)));
  };
  const surnames = new Set<string>();
  const aged = new Set<string>();
  const located = new Set<string>();
  for (const { text, type, confidence, honorific, firstToken, endToken } of mentions) {
    const folded = foldName(text);
    vote(folded, type, honorific === null ? confidence : 3);
    if (isAged(segmented, endToken)) aged.add(folded);
    if (
      /^(?:in|at|from|to|into|near|across|between|of|the)$/i.test(
        segmented.tokens[firstToken - 1]?.text ?? '',
      )
    )
      located.add(folded);
    // A full name speaks for its first and its last word: "Dmitry Peskov" makes a lone "Peskov" a person.
    const words = folded.split(' ');
    if (words.length < 2) continue;
    if (type === 'person') surnames.add(words.at(-1)!);
    if (type === 'person')
      for (const word of [words[0]!, words.at(-1)!]) speakFor(word, type, 1.2 * confidence);
    if (type === 'organization') speakFor(words[0]!, type, 0.4 * confidence);
  }
  for (const [word, types] of partVotes) for (const [type, weight] of types) vote(word, type, weight);
  const isNameOfAged = (name: string): boolean => {
    const words = name.split(' ');
    if (words.length < 2 || located.has(name)) return false;
    return aged.has(words.at(-1)!) || (words.length === 3 && aged.has(words[0]!));
  };
  // "Emily England … England said"
  const isSurnameOf = (mention: Mention, name: string): boolean =>
    surnames.has(name) && !located.has(name) && speaks(segmented, mention);
  return mentions.map((mention) => {
    const folded = foldName(mention.text);
    const types = votes.get(folded)!;
    let best = mention.type;
    for (const [type, weight] of types) if (weight > types.get(best)! + 1e-9) best = type;
    if (votes.has(halfCountries.get(folded) ?? '')) best = 'place';
    else if (shortForms.has(folded) && (best === 'person' || best === 'place')) best = 'organization';
    else if (best !== 'person' && lexicons.peoples.has(folded))
      best = surnames.has(folded) && speaks(segmented, mention) ? 'person' : 'group';
    else if (best === 'place' && (isNameOfAged(folded) || isSurnameOf(mention, folded))) best = 'person';
    else if (best !== 'person' && lexicons.surelyOrganizations.has(folded)) best = 'organization';
    return best === mention.type ? mention : { ...mention, type: best };
  });
}

/**
 * "Halcyon Freight" and "Rajaji Hospital", whatever the tagger took them for: corpora that have institutions for places
 * are of another mind than the product.
 */
function isCalledOrganization(
  { text, type, honorific, confidence }: Mention,
  { businessWords, organizationNouns }: EntityLexicons,
): boolean {
  if (honorific !== null || !/^(?:person|place|other)$/.test(type)) return false;
  const head = text.slice(text.lastIndexOf(' ') + 1);
  if (head === text || !isCapitalized(head)) return false;
  const folded = foldName(head);
  if (isLegalForm(folded)) return true;
  // "Royal Benin Air"
  if (type === 'other' && kindsEndingWith(folded).some((kind) => surelyBodies.test(kind))) return true;
  if (type === 'place')
    return organizationNouns.has(folded) || (confidence <= sureConfidence && businessWords.has(folded));
  // "Jack Church" and "Ann Paper" may be people.
  return (
    businessWords.has(folded) ||
    ((type === 'other' || confidence < doubtfulConfidence) && organizationNouns.has(folded))
  );
}

/**
 * "Northgate Living, a housing association,", "the M19 movement": the tagger's class of all other things has no say
 * against it.
 */
function isDescribed(segmented: SegmentedText, mention: Mention, lexicons: EntityLexicons): boolean {
  const { type, text, firstToken, endToken, honorific } = mention;
  if (type === 'group' || type === 'event' || honorific !== null) return false;
  const textAt = (token: number): string => segmented.tokens[token]?.text ?? '';
  const behind = findKindBehind(segmented, mention, lexicons);
  if (behind !== null && (type === 'other' || type === 'work' || nobodys.test(behind))) return true;
  const [second, before] = [textAt(firstToken - 2), textAt(firstToken - 1)];
  // "Canadian miner Corvane"
  const isAgent = type === 'person' && bodyNoun(before, '', lexicons) !== null && !/\s/.test(text);
  if (isAgent && lexicons.peoples.has(foldName(second))) return true;
  if (type !== 'other') return false;
  return lexicons.organizationNouns.has(before) || (/^the$/i.test(before) && movements.has(textAt(endToken)));
}

const surelyBodies = /^(?:airline|bank|brokerage|broadcaster|drugmaker|insurer|university)$/;

/** Nouns that no person, place or work is called by. */
const nobodys =
  /(?:^|-)(?:company|firm|bank|lender|airline|insurer|carmaker|automaker|drugmaker|charity|ngo|nonprofit|party|union|club|newspaper|broadcaster|publisher|startup|start-up|consultancy|agency|think-tank|hospital|brokerage|retailer|supplier|utility|body|(?:rights|campaign|advocacy|pressure|aid|research|rebel|armed|militant)-group)$/;

const movements = new Set(
  'movement group party militia union rebels alliance coalition agency network'.split(' '),
);

/** Up to where the tagger's types are doubtful. */
const doubtfulConfidence = 0.7;

/** From where on the tagger is rather believed than a list. */
const sureConfidence = 0.9;

/** > Tan Beng Huat lights a fire. Tan, 71, has done so for years. */
//                                   ^^^^
const isAged = ({ tokens }: SegmentedText, end: number): boolean =>
  tokens[end]?.text === ',' && /^\d{2}$/.test(tokens[end + 1]?.text ?? '') && tokens[end + 2]?.text === ',';

const asOrganization = (mention: Mention): Mention => ({ ...mention, type: 'organization' });

/**
 * Words that open an organization's name, behind what it is, and are nobody's: no full name holds them, no title and no "in" stands before
 * them.
 *   Halcyon Freight sank. Halcyon would pay.      not: the Ruiz Foundation … Minister Ruiz
 *                         ^^^^^^^
 */
function findShortForms(
  { tokens }: SegmentedText,
  mentions: readonly Mention[],
  lexicons: EntityLexicons,
): ReadonlySet<string> {
  const openings = new Set<string>();
  const borne = new Set<string>();
  for (const { text, type, confidence, honorific, firstToken } of mentions) {
    const words = foldName(text).split(' ');
    if (type === 'organization' && words.length > 1)
      openings.add(words[words.length === 2 && ranks.test(words[0]!) ? 1 : 0]!);
    const before = tokens[firstToken - 1]?.text ?? '';
    // "in Northgate", "the Zambezi River"
    const isPlace = words.length > 1 || confidence > sureConfidence || placing.test(before);
    if (type === 'place' && isPlace) borne.add(words[0]!);
    if (type !== 'person') continue;
    if (words.length > 1) for (const word of words) borne.add(word);
    else if (honorific !== null || roleNoun(before, lexicons) !== null) borne.add(words[0]!);
  }
  for (const word of borne) openings.delete(word);
  return openings;
}

const placing = /^(?:in|at|near|the)$/i;

/** > Radio Merkury … Merkury      > Banco Sorrel … Sorrel */
//    ^^^^^                          ^^^^^
const ranks =
  /^(?:radio|tv|tele|canal|banco|banque|bank|fc|ac|sc|cafe|caffe|groupe|grupo|gruppo|cabinet|maison|casa|hotel|club|real|dynamo|dinamo|spartak|lokomotiv)$/;
