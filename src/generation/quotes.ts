import type { Quote, QuoteKind, Resolution } from '../domain/quote.ts';
import type { Span } from '../domain/span.ts';
import { type Character, capitalize } from './cast.ts';
import type { Random } from './random.ts';
import type { StoryWriter } from './story.ts';

/** Who is said to have spoken, and in which words. */
interface Source {
  readonly span: Span;
  readonly speaker: number | null;
  readonly role: string | null;
  readonly resolution: Resolution | null;
}

const cues = [
  'said',
  'said',
  'said',
  'said',
  'told reporters',
  'added',
  'insisted',
  'warned',
  'argued',
  'noted',
];
const unnamed = ['a senior official', 'a spokesman', 'residents', 'one witness', 'officials', 'a diplomat'];
const medianQuote = 17;
const organizationShare = 0.12;
const unnamedShare = 0.08;
const pronounShare = 0.3;

/** Sentences that hold a quote; `until` adds up how often news writes them. */
const forms: readonly {
  readonly until: number;
  readonly kind: QuoteKind;
  readonly write: (writer: StoryWriter) => Written;
}[] = [
  { until: 0.34, kind: 'direct', write: writeBefore },
  { until: 0.48, kind: 'direct', write: writeBehind },
  { until: 0.58, kind: 'direct', write: writeAround },
  { until: 0.72, kind: 'mixed', write: writeMixed },
  { until: 1, kind: 'indirect', write: writeIndirect },
];

type Written = Pick<Quote, 'segments' | 'verbatim' | 'about'> & {
  readonly words: readonly string[];
  readonly cue: Span;
  readonly source: Source;
};

/** Writes one sentence with a quote in it, and answers with the quote. */
export function writeQuote(writer: StoryWriter, paragraphIndex: number): Quote {
  const { random } = writer;
  const share = random.number();
  const { kind, write } = forms.find(({ until }) => share < until)!;
  const { words, source, ...spans } = write(writer);
  return {
    id: null,
    kind,
    text: words.join(' '),
    ...spans,
    source: source.span,
    speaker: source.speaker,
    speakerRole: source.role,
    jointSpeakers: [],
    resolution: source.resolution,
    confidence: drawConfidence(random, source.resolution),
    reportedBy: [],
    saidOn: null,
    paragraphIndexes: [paragraphIndex],
  };
}

/** > "We won," Ruiz said. */
function writeBefore(writer: StoryWriter): Written {
  const marked = writeMarked(writer, ',', true);
  writer.append(' ');
  const source = writeSource(writer, false);
  const cue = writeCue(writer);
  writer.append('.');
  return { ...partsOf([marked]), cue, source };
}

/** > Ruiz said: "We won." */
function writeBehind(writer: StoryWriter): Written {
  const source = writeSource(writer, true);
  const cue = writeCue(writer);
  writer.append(': ');
  return { ...partsOf([writeMarked(writer, '.', true)]), cue, source };
}

/** > "We won," Ruiz said, "and they know it." */
function writeAround(writer: StoryWriter): Written {
  const first = writeMarked(writer, ',', true);
  writer.append(' ');
  const source = writeSource(writer, false);
  const cue = writeCue(writer);
  writer.append(', ');
  return { ...partsOf([first, writeMarked(writer, '.', false)]), cue, source };
}

/** > Ruiz said the party had "won fair and square" in the north. */
function writeMixed(writer: StoryWriter): Written {
  const source = writeSource(writer, true);
  const cue = writeCue(writer);
  const start = writer.append(' ').end;
  const named = [...writer.clause(writer.drawLength(6), false).named];
  writer.append(' "');
  const { start: from, end: to } = writer.clause(writer.drawLength(4), false);
  writer.append('" ');
  named.push(...writer.clause(writer.drawLength(5), false).named);
  const end = writer.text.length;
  writer.append('.');
  return {
    segments: [{ start, end }],
    verbatim: [{ start: from, end: to }],
    words: [writer.text.slice(start, end)],
    about: [...new Set(named)],
    cue,
    source,
  };
}

/** > Ruiz said that the party had won. */
function writeIndirect(writer: StoryWriter): Written {
  const source = writeSource(writer, true);
  const cue = writeCue(writer);
  const start = writer.append(' ').end;
  writer.append('that ');
  const { start: from, end, named } = writer.clause(writer.drawLength(medianQuote), false);
  writer.append('.');
  return {
    segments: [{ start, end }],
    verbatim: [],
    words: [writer.text.slice(from, end)],
    about: named,
    cue,
    source,
  };
}

interface Marked {
  readonly segment: Span;
  readonly verbatim: Span;
  readonly words: string;
  readonly named: readonly number[];
}

function writeMarked(writer: StoryWriter, stop: ',' | '.', isSentence: boolean): Marked {
  const { start } = writer.append('"');
  const clause = writer.clause(writer.drawLength(isSentence ? medianQuote : 8), isSentence);
  writer.append(stop);
  const { end } = writer.append('"');
  return {
    segment: { start, end },
    verbatim: { start: start + 1, end: end - 1 },
    words: writer.text.slice(clause.start, stop === '.' ? end - 1 : clause.end),
    named: clause.named,
  };
}

function partsOf(
  parts: readonly [Marked, ...Marked[]],
): Pick<Written, 'segments' | 'verbatim' | 'words' | 'about'> {
  const [first, ...rest] = parts;
  return {
    segments: [first.segment, ...rest.map(({ segment }) => segment)],
    verbatim: parts.map(({ verbatim }) => verbatim),
    words: parts.map(({ words }) => words),
    about: [...new Set(parts.flatMap(({ named }) => named))],
  };
}

function writeCue(writer: StoryWriter): Span {
  writer.append(' ');
  const cue = writer.random.pick(cues);
  const { start } = writer.append(cue);
  writer.countWords(cue.split(' ').length);
  // "told reporters": the verb alone is the cue.
  return { start, end: start + cue.split(' ')[0]!.length };
}

function writeSource(writer: StoryWriter, isSentenceStart: boolean): Source {
  const { random } = writer;
  const show = (words: string): Span => {
    writer.countWords(words.split(' ').length);
    return writer.append(isSentenceStart ? capitalize(words) : words);
  };
  if (random.chance(unnamedShare)) {
    return { span: show(random.pick(unnamed)), speaker: null, role: null, resolution: null };
  }
  const character = random.chance(organizationShare) ? writer.drawOther() : writer.drawPerson();
  const known = writer.numberOf(character);
  if (known !== null && random.chance(pronounShare)) {
    return { span: show(character.pronoun), speaker: known, role: null, resolution: 'pronoun' };
  }
  return writeNamedSource(writer, character, isSentenceStart);
}

function writeNamedSource(writer: StoryWriter, character: Character, isSentenceStart: boolean): Source {
  const start = writer.text.length;
  const introduces = character.role !== null && writer.numberOf(character) === null;
  if (introduces) {
    writer.append(`${isSentenceStart ? capitalize(character.role) : character.role} `);
    writer.countWords(character.role.split(' ').length);
  }
  const entity = writer.mention(character);
  if (introduces) writer.giveRole(character, character.role);
  return {
    span: { start, end: writer.text.length },
    speaker: entity,
    role: character.role,
    resolution: 'name',
  };
}

/** Means as measured on real news; a speaker that is not known is a null that is mostly right. */
const meanConfidence = { name: 0.93, nominal: 0.75, pronoun: 0.85, context: 0.7 };

function drawConfidence(random: Random, resolution: Resolution | null): number {
  const mean = resolution === null ? 0.8 : meanConfidence[resolution];
  return Math.round(1000 * (mean + (1 - mean) * (2 * random.number() - 1))) / 1000;
}
