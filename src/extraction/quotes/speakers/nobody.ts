import { findUnnamedPerson } from '../../entities/index.ts';
import type { Stretch } from '../reading.ts';
import type { Candidate, Features } from './features.ts';
import type { Asked } from './references.ts';
import { lastMentionBefore, placeOf, type Scene } from './scene.ts';

/** What speaks for nobody that the article names: people and bodies that it describes near by. */
export function describeNobody(scene: Scene, { reference, turns }: Asked): Candidate {
  const features: Features = { nobody: 1 };
  const { description, form } = reference;
  if (form === 'he' || form === 'orphan') {
    const { tokens } = scene.reading.segmented;
    const last = lastMentionBefore(scene.mentions, reference.first);
    const unnamed = findUnnamedPerson(scene.found, tokens[reference.first]!.start, last);
    const gender = description?.gender ?? null;
    if (unnamed !== null && (unnamed.gender === null || gender === null || unnamed.gender === gender)) {
      const sentences = reference.narrative - placeOf(scene, unnamed.token).narrative;
      if (sentences === 0) features.unnamedHere = 1;
      else if (sentences === 1) features.unnamedBefore = 1;
      else features.unnamedFarther = 1;
    }
  }
  const before = turns.at(-1);
  const source = before?.attribution.source ?? null;
  if (before !== undefined && before.speakers.length === 0 && source !== null) {
    const isPerson = describesPerson(scene, source);
    if (form === 'orphan' || form === 'they' || isPerson === (form === 'he' || form === 'person')) {
      const paragraphs = reference.paragraph - before.paragraph;
      if (paragraphs === 0) features.unnamedSpokeHere = 1;
      else if (paragraphs === 1) features.unnamedSpokeBefore = 1;
    }
  }
  const { words } = scene.reading;
  if (form === 'other' || form === 'name') {
    if (
      !/^(?:the|his|her|its|their|both)$/.test(words[reference.first]!) &&
      scene.reading.capital[reference.first] === 0
    )
      features.indefinite = 1;
    if (isDocument(scene, reference.stretch)) features.document = 1;
  }
  if (form !== 'orphan' && isAnonymous(scene, reference.stretch)) features.anonymous = 1;
  return { speakers: [], features };
}

/** Does the head of a description say what a person is ("the owner, who …")? */
function describesPerson({ reading, found }: Scene, { first, end }: Stretch): boolean {
  if (/^(?:he|she|who)$/.test(reading.words[first]!)) return true;
  for (let token = first; token < Math.min(end, first + 6); token += 1) {
    const word = reading.words[token]!;
    if (/^(?:,|of|for|from|in|at|with|who|whose|on|to|by)$/.test(word)) return false;
    if (found.lexicons.roleNouns.has(word)) return true;
  }
  return false;
}

/** > the report      > the statement on Monday      > the minister's letter */
function isDocument({ reading }: Scene, { first, end }: Stretch): boolean {
  for (
    let token = first;
    token < end && !/^(?:of|by|from|in|on|to|,)$/.test(reading.words[token]!);
    token += 1
  )
    if (documents.test(reading.words[token]!)) return true;
  return false;
}

const documents =
  /^(?:report|study|affidavit|analysis|audit|book|brief|data|diary|dossier|figure|guidance|judg(?:e)?ment|manifesto|minutes|order|petition|record|review|summary|transcript|warrant|statement|letter|document|documents|survey|poll|bill|lawsuit|complaint|indictment|filing|text|paper|post|release|communique|communiqué|declaration|resolution|treaty|agreement|ruling|verdict|notice|message|memo|video|article|editorial|sign|banner)s?$/;

/** > The owner, who did not want to be named, said … */
function isAnonymous({ reading }: Scene, { first, end }: Stretch): boolean {
  let last = end;
  while (last < end + longestAside && !/^[.;:!?]$/.test(reading.words[last] ?? '.')) last += 1;
  const phrase = reading.words.slice(first, last);
  return phrase.includes('who') && phrase.some((word) => anonymous.test(word));
}

/** What is said of a source behind it, in tokens. */
const longestAside = 12;

const anonymous = /^(?:named|identified|anonymous|anonymity|unnamed)$/;
