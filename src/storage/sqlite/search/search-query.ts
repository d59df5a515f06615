import { OnrecordError } from '../../../domain/errors.ts';

/**
 * A search in FTS5's language. `negated` stands for everything that `match` does not find ("-rain" alone), which FTS5
 * cannot say.
 */
export interface SearchExpression {
  readonly match: string;
  readonly negated: boolean;
  /** All that it says, where that are words which must all occur; otherwise null. */
  readonly words: readonly string[] | null;
}

/**
 * Reads the search language of the API: words, all of which must occur; `"a phrase"`, `OR`, `-not`, `prefix*` and
 * parentheses. What cannot be read as an operator is searched as a word, or left out where it holds no letter or digit.
 * Null where nothing is left to search for: such a query finds nothing.
 * Throws `invalid-parameter` for more than {@link maxTerms} words and phrases; nothing else that is typed fails.
 */
export function parseSearch(query: string): SearchExpression | null {
  const tokens = readTokens(query);
  if (tokens.filter(({ type }) => type === 'term').length > maxTerms) {
    const detail = `A search takes at most ${maxTerms} words and phrases. Leave some out.`;
    throw new OnrecordError('invalid-parameter', detail, { faults: [{ parameter: 'q', detail }] });
  }
  return readAlternatives({ tokens: keepOperators(pairParentheses(tokens)), at: 0 });
}

/** A search for these words side by side, stemmed; null where there is no word. */
export function phraseSearch(phrase: string): SearchExpression | null {
  return isSearchable(phrase) ? positive(quoteForFts(phrase)) : null;
}

/** What both find; null (nothing) where one of them finds nothing. */
export function intersect(left: SearchExpression, right: SearchExpression): SearchExpression {
  if (left.negated && right.negated)
    return { match: `(${left.match}) OR (${right.match})`, negated: true, words: null };
  if (left.negated) return positive(`(${right.match}) NOT (${left.match})`);
  if (right.negated) return positive(`(${left.match}) NOT (${right.match})`);
  return positive(`(${left.match}) AND (${right.match})`);
}

function negate({ match, negated }: SearchExpression): SearchExpression {
  return { match, negated: !negated, words: null };
}

function positive(match: string, words: readonly string[] | null = null): SearchExpression {
  return { match, negated: false, words };
}

/** Nobody types more; FTS5 takes time for each. */
const maxTerms = 200;
/** FTS5's own parser gives up at about a hundred; an expression of ours nests at most four for each of these. */
const maxDepth = 12;

type Token =
  | { readonly type: 'term'; readonly expression: SearchExpression; readonly excluded: boolean }
  | { readonly type: 'open'; readonly excluded: boolean }
  | { readonly type: 'close' }
  | { readonly type: 'or' };

/**
 * A phrase, a parenthesis, or a word up to the next white space, mark or parenthesis; a minus that opens it excludes.
 *
 * > "rate cut" -(euro OR pound) infla*
 *   ^^^^^^^^^^ ^^^^^^ ^^ ^^^^^^ ^^^^^^
 */
const tokenPattern = /(-?)(?:["“”„«»]([^"“”„«»]*)["“”„«»]|(\()|(\))|([^\s()"“”„«»]+))/gu;

function readTokens(query: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const [whole, minus, phrase, open, close, word] of query.matchAll(tokenPattern)) {
    const excluded = minus === '-';
    if (open !== undefined) tokens.push({ type: 'open', excluded });
    else if (close !== undefined) tokens.push({ type: 'close' });
    else if (whole === 'OR') tokens.push({ type: 'or' });
    else {
      const expression = phrase === undefined ? searchWord(word ?? '') : phraseSearch(phrase);
      if (expression !== null) tokens.push({ type: 'term', expression, excluded });
    }
  }
  return tokens;
}

/** Leaves out parentheses without a partner, and those nested too deep to be meant. */
function pairParentheses(tokens: readonly Token[]): readonly Token[] {
  const kept = new Set<number>();
  const open: number[] = [];
  tokens.forEach((token, index) => {
    if (token.type === 'open') open.push(index);
    if (token.type !== 'close') return;
    const partner = open.pop();
    if (partner !== undefined && open.length < maxDepth) kept.add(partner).add(index);
  });
  return tokens.filter(({ type }, index) => kept.has(index) || (type !== 'open' && type !== 'close'));
}

/** An `OR` that does not stand between two things to search for is a word. */
function keepOperators(tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token, index) => {
    const before = tokens[index - 1]?.type;
    const after = tokens[index + 1]?.type;
    const joins = (before === 'term' || before === 'close') && (after === 'term' || after === 'open');
    return token.type === 'or' && !joins
      ? { type: 'term', expression: positive(quoteForFts('or'), ['or']), excluded: false }
      : token;
  });
}

interface Cursor {
  readonly tokens: readonly Token[];
  at: number;
}

/** `OR` binds weaker than standing side by side. */
function readAlternatives(cursor: Cursor): SearchExpression | null {
  const alternatives: SearchExpression[] = [];
  for (;;) {
    const next = readConjunction(cursor);
    if (next !== null) alternatives.push(next);
    if (cursor.tokens[cursor.at]?.type !== 'or') break;
    cursor.at += 1;
  }
  if (alternatives.length < 2) return alternatives[0] ?? null;
  const any = join(matchesOf(alternatives.filter(({ negated }) => !negated)), 'OR');
  const all = join(matchesOf(alternatives.filter(({ negated }) => negated)), 'AND');
  if (all === null) return any === null ? null : positive(any);
  return { match: any === null ? all : `(${all}) NOT (${any})`, negated: true, words: null };
}

function readConjunction(cursor: Cursor): SearchExpression | null {
  const positives: SearchExpression[] = [];
  const negatives: SearchExpression[] = [];
  for (;;) {
    const token = cursor.tokens[cursor.at];
    if (token === undefined || token.type === 'or' || token.type === 'close') break;
    cursor.at += 1;
    let expression = token.type === 'term' ? token.expression : readAlternatives(cursor);
    if (token.type === 'open') cursor.at += 1;
    if (expression === null) continue;
    if (token.excluded) expression = negate(expression);
    (expression.negated ? negatives : positives).push(expression);
  }
  const all = join(matchesOf(positives), 'AND');
  const none = join(matchesOf(negatives), 'OR');
  if (all === null) return none === null ? null : { match: none, negated: true, words: null };
  if (none !== null) return positive(`(${all}) NOT (${none})`);
  const words = positives.map((expression) => expression.words);
  return positive(all, words.every((each) => each !== null) ? words.flat() : null);
}

const matchesOf = (expressions: readonly SearchExpression[]) => expressions.map(({ match }) => match);

/** One flat list of operands: FTS5 takes any number of them, and few levels of parentheses. */
function join(operands: readonly string[], operator: 'AND' | 'OR'): string | null {
  if (operands.length < 2) return operands[0] ?? null;
  return operands.map((operand) => `(${operand})`).join(` ${operator} `);
}

/** A word with marks inside it ("don't", "AT&T", "Franco-German") is a phrase of its parts. */
function searchWord(word: string): SearchExpression | null {
  if (!isSearchable(word)) return null;
  const prefix = /^(.*[\p{L}\p{N}])\*+$/su.exec(word)?.[1];
  return prefix === undefined ? positive(quoteForFts(word), [word]) : positive(searchPrefix(prefix));
}

/**
 * The index holds stems, and the stem of a word may be shorter than the prefix asked for: "runni*" must find "running",
 * which lies there as "run". So the ways in which an English word may go on from here are asked for as words.
 */
function searchPrefix(prefix: string): string {
  const alternatives = [`${quoteForFts(prefix)} *`];
  if (/^[a-z]{4,}$/iu.test(prefix)) {
    const words = new Set([prefix]);
    for (const suffix of englishSuffixes) {
      for (let length = 0; length <= suffix.length; length++) {
        if (prefix.toLowerCase().endsWith(suffix.slice(0, length))) words.add(prefix + suffix.slice(length));
      }
    }
    alternatives.push(...Array.from(words, quoteForFts));
  }
  return alternatives.join(' OR ');
}

const englishSuffixes = [
  ...['s', 'es', 'ed', 'ing', 'ly', 'er', 'y', 'ies', 'ness', 'ment', 'ful', 'able', 'ible', 'ance', 'ence'],
  ...['ation', 'ity', 'ive', 'ize', 'al', 'ism', 'ous'],
];

/** FTS5 takes a string in double quotes apart by its own tokenizer, and sees no operator in it. */
function quoteForFts(words: string): string {
  return `"${words.replace(/["\0]/gu, ' ')}"`;
}

function isSearchable(words: string): boolean {
  return /[\p{L}\p{N}\p{Co}]/u.test(words);
}
