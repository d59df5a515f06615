import type { SegmentedText } from '../../../text/segments.ts';
import { isComma, roleNoun } from '../roles/role.ts';
import { foldName, foldWord, isCapitalized } from '../words/fold.ts';
import type { EntityLexicons } from '../words/lexicons.ts';
import { isPossessive, type Mention } from '../words/mention.ts';
import { bareName, isLegalForm } from '../words/organization-names.ts';
import { isAgent } from './body-nouns.ts';
import { findKindBehind } from './kinds.ts';

/**
 * Forms of names, folded, that the article shows to be organizations, whatever the tagger took them for: what stands
 * around all their mentions is weighed against how sure the tagger was.
 *   Carter Reyes, the law firm, … a partner at Carter Reyes … Carter Reyes and its clients
 *                 ^^^^^^^^^^^^    ^^^^^^^^^^^^                                  ^^^
 */
export function findShownOrganizations(
  segmented: SegmentedText,
  mentions: readonly Mention[],
  lexicons: EntityLexicons,
): ReadonlySet<string> {
  const forms = groupForms(mentions, lexicons);
  const shown = new Set<string>();
  for (const [form, { doubted, belief, hasLegalForm, hasShortForm }] of forms) {
    if (doubted.length === 0) continue;
    const signs = new Set(doubted.flatMap((mention) => readSigns(segmented, mention, lexicons)));
    const isPerson = doubted[0]!.type === 'person';
    const weights = isPerson ? againstPerson : againstPlace;
    let weight = (hasLegalForm ? legalFormWeight : 0) + (isPerson && hasShortForm ? shortFormWeight : 0);
    for (const sign of signs) weight += weights[sign];
    if (weight > leastWeight && weight + belief > 0) shown.add(form);
  }
  return shown;
}

/**
 * Natural logarithms of how much commoner a sign is beside organizations than beside people, and than beside places:
 * counted on the 49,000 names of ewnt.train, conll03.train and the articles to learn from. Signs that are not about the
 * name itself, or that little speaks for, are 0.
 */
const againstPerson = {
  kindBehind: 1.9,
  kindBefore: 3.3,
  which: 2.4,
  its: 2.3,
  it: 0.5,
  shares: 3.9,
  staff: 2.1,
  announced: 1.1,
  said: -1.1,
  inside: 0,
  who: -2,
  age: -2,
  he: -1.6,
  roleBefore: -2.7,
  roleBehind: -2.1,
};
type Sign = keyof typeof againstPerson;
const againstPlace: Readonly<Record<Sign, number>> = {
  kindBehind: 1,
  kindBefore: 3.6,
  which: 0.3,
  its: 0.2,
  it: 0.3,
  shares: 1.7,
  staff: 0.6,
  announced: 1.7,
  said: 1.5,
  inside: -2.5,
  who: 0,
  age: 0,
  he: -0.1,
  roleBefore: 0,
  roleBehind: 0,
};
/** However unsure the tagger was, as much as this must be shown. */
const leastWeight = 1;
/** "Lindt Moser" where there is a "Lindt Moser GmbH" is hardly ever somebody else. */
const legalFormWeight = 5;
/** Of 100 people with two names, 26 are called by the second alone, and of 100 organizations 9; counted likewise. */
const shortFormWeight = -1.1;

interface NameForm {
  /** The mentions that the tagger took for a person or a place. */
  readonly doubted: Mention[];
  /** Mean log odds, by the tagger, of an organization. */
  readonly belief: number;
  readonly hasLegalForm: boolean;
  /** Whether its last word stands alone, too. */
  readonly hasShortForm: boolean;
}

function groupForms(mentions: readonly Mention[], lexicons: EntityLexicons): Map<string, NameForm> {
  const all = new Map<string, Mention[]>();
  const surnames = new Set<string>();
  const firms = new Set<string>();
  for (const mention of mentions) {
    const form = foldName(mention.text);
    const known = all.get(form);
    if (known === undefined) all.set(form, [mention]);
    else known.push(mention);
    const words = form.split(' ');
    if (words.length > 1 && mention.type === 'person') for (const word of words) surnames.add(word);
    if (words.length > 1 && isLegalForm(words.at(-1)!)) firms.add(bareName(form));
  }
  const forms = new Map<string, NameForm>();
  for (const [form, same] of all) {
    const isBorne = surnames.has(form) || same.some(({ honorific }) => honorific !== null);
    if (isBorne || lexicons.countries.has(form) || lexicons.peoples.has(form)) continue;
    const doubted = same.filter(({ type }) => type === 'person' || type === 'place');
    const belief = same.reduce((sum, mention) => sum + logOdds(mention), 0) / same.length;
    const last = form.lastIndexOf(' ') + 1;
    const hasShortForm = last > 0 && all.has(form.slice(last));
    forms.set(form, { doubted, belief, hasLegalForm: firms.has(form), hasShortForm });
  }
  return forms;
}

function logOdds({ type, confidence }: Mention): number {
  const bounded = Math.min(Math.max(confidence, 0.03), 0.97);
  const odds = Math.log(bounded / (1 - bounded));
  return type === 'organization' ? odds : -odds;
}

function readSigns(segmented: SegmentedText, mention: Mention, lexicons: EntityLexicons): Sign[] {
  const { tokens, sentenceOfToken } = segmented;
  const { firstToken, endToken } = mention;
  const sentence = sentenceOfToken[firstToken];
  const textAt = (index: number): string => (sentenceOfToken[index] === sentence ? tokens[index]!.text : '');
  const [second, before] = [textAt(firstToken - 2).toLowerCase(), textAt(firstToken - 1)];
  const [next, third] = [textAt(endToken), textAt(endToken + 1)];
  const owned = isPossessive(next) ? third : next;
  const isRole = (word: string): boolean => roleNoun(word, lexicons) !== null;
  const signs: Sign[] = [];
  const add = (sign: Sign, isShown: boolean) => {
    if (isShown) signs.push(sign);
  };
  add('kindBehind', findKindBehind(segmented, mention, lexicons) !== null);
  const isBeside = isKind(before, lexicons) && !namelessBodies.test(before) && second !== 'aircraft';
  // "The bank, Kiesler, said", and of what is no person "The buyer, Kiesler, said"
  const isApart =
    before === ',' &&
    next === ',' &&
    ((isKind(second, lexicons) && !namelessBodies.test(second)) ||
      (mention.type === 'place' && isAgent(second, lexicons))) &&
    !isGoverned(textAt, firstToken - 2);
  add('kindBefore', isBeside || isApart);
  add('roleBefore', isRole(isComma(before) ? second : before));
  add('shares', (holdings.test(second) && /^(?:of|in)$/.test(before)) || shares.test(owned));
  add(
    'staff',
    (before === 'at' && (isRole(second) || staff.test(second))) ||
      (/^(?:for|with)$/.test(before) && working.test(second)),
  );
  add('inside', /^(?:in|near|into|from)$/i.test(before));
  add('announced', /^(?:announced|reported|posted|acquired|launched)$/.test(next));
  add('said', /^(?:said|says|declined|expects|expected|plans|agreed|denied|confirmed)$/.test(next));
  if (isComma(next) || next === '(') {
    // "Ashcroft v. Iqbal, which": the case.
    add('which', third === 'which' && !/^(?:vs?\.?|\.)$/.test(before));
    add('who', third === 'who' || third === 'whose');
    add('age', /^\d{2}$/.test(third));
    // "Ana Ruiz, one of its commanders,"
    const isOneOf = third === 'one';
    if (isOneOf || /^(?:a|an|the)$/.test(third))
      add('roleBehind', hasRole(textAt, endToken + (isOneOf ? 4 : 2), lexicons));
  }
  // In "Modi's party misused its power" and "the Maduro regime and its friends" the pronoun is not the name's.
  const isOwner = isPossessive(next) || isKind(next, lexicons) || /^(?:regime|camp|family)$/.test(next);
  const pronoun = isOwner ? null : findPronoun(textAt, endToken);
  if (pronoun !== null) signs.push(pronoun);
  return signs;
}

/** "the supermarket chain Ewing Bates", but not "the guard Ruiz". */
const isKind = (word: string, lexicons: EntityLexicons): boolean =>
  /^\p{Ll}/u.test(word) &&
  !/^(?:cent(?:er|re)|guard)$/.test(word) &&
  lexicons.organizationNouns.has(foldWord(word));

/** > the head of the agency, Ana Ruiz, … */
//             ^^
function isGoverned(textAt: (index: number) => string, noun: number): boolean {
  for (let index = noun - 1; index > noun - 6; index--)
    if (/^(?:the|an?|its|his|her|their)$/i.test(textAt(index)))
      return /^(?:of|at|for|from|in|with|by|to|on|and|,)$/.test(textAt(index - 1));
  return true;
}

/** Bodies that are called by this word, behind which their people stand: "the speaker of the assembly Ali Khan". */
const namelessBodies =
  /^(?:assembly|cabinet|campaign|commission|committee|council|court|government|office|panel|parliament|police|senate)$/;

const holdings = /^(?:shares|stakes?|investors|invested)$/;
const shares = /^(?:shares?|shareholders?|stock|investors|revenues?|subsidiar(?:y|ies)|headquarters)$/;
const working = /^work(?:s|ed|ing)?$/;
const staff = /^(?:work(?:s|ed|ing)?|analysts?|partners?)$/;

function hasRole(textAt: (index: number) => string, first: number, lexicons: EntityLexicons): boolean {
  for (let index = first; index < first + 5; index++) {
    const word = textAt(index);
    if (!/^\p{Ll}[\p{L}-]*$/u.test(word)) return false;
    if (roleNoun(word, lexicons) !== null) return !lexicons.organizationNouns.has(foldWord(word));
  }
  return false;
}

/** The first pronoun behind a name, up to the next name or a mark. */
function findPronoun(textAt: (index: number) => string, endToken: number): Sign | null {
  for (let index = endToken; index < endToken + pronounReach; index++) {
    const word = textAt(index);
    if (word === '' || /^["“”;:]$/.test(word)) return null;
    if (/^(?:he|she|his|her|him|himself|herself)$/.test(word)) return 'he';
    if (/^(?:its|itself)$/.test(word)) return 'its';
    if (index === endToken) continue;
    if (word === 'it') return 'it';
    if (isCapitalized(word)) return null;
  }
  return null;
}

/** In tokens. */
const pronounReach = 8;
