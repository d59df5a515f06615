import type { SegmentedText } from '../../../text/segments.ts';
import { foldName, foldWord, isCapitalized } from '../words/fold.ts';
import type { EntityLexicons } from '../words/lexicons.ts';
import { createMention, type Mention } from '../words/mention.ts';
import { speaks } from '../words/speaking.ts';

/**
 * The body that a place is the last or the first word of; the mention itself where there is none. It takes in the place
 * before it in "Perth and Kinross council".
 *
 * > Police Scotland      > Western Isles council      > Thames Valley police
 *   ^^^^^^^^^^^^^^^        ^^^^^^^^^^^^^^^^^^^^^        ^^^^^^^^^^^^^^^^^^^^
 */
export function extendLocalBody(
  segmented: SegmentedText,
  mention: Mention,
  previous: Mention | undefined,
  lexicons: EntityLexicons,
): Mention {
  if (mention.type !== 'place' && mention.type !== 'organization') return mention;
  if (lexicons.countries.has(foldName(mention.text))) {
    const start = fieldStart(segmented, mention, previous?.end ?? 0);
    if (start < mention.start)
      return createMention(segmented, { start, end: mention.end }, 'organization', mention.confidence);
  }
  const end = councilEnd(segmented, mention);
  if (end === mention.end) return mention;
  const isDouble =
    previous?.type === 'place' && segmented.text.slice(previous.end, mention.start) === ' and ';
  const start = isDouble ? previous.start : mention.start;
  return createMention(segmented, { start, end }, 'organization', mention.confidence);
}

/** Where the name of a national body starts whose field stands before the country. */
function fieldStart(
  { text, tokens, sentences, sentenceOfToken }: SegmentedText,
  { start, firstToken }: Mention,
  reached: number,
): number {
  const field = tokens[firstToken - 1];
  if (field === undefined || !isCapitalized(field.text) || !fields.has(foldWord(field.text))) return start;
  const opening = sentences[sentenceOfToken[firstToken]!]!.firstToken;
  let first = firstToken;
  while (first > opening && tokens[first - 1]!.start >= reached && isCapitalized(tokens[first - 1]!.text)) {
    // "Meanwhile Police Scotland", "Today Traffic Wales"
    if (first - 1 === opening && openers.has(tokens[first - 1]!.text)) break;
    first--;
  }
  return first < firstToken && /^[^\S\n]$/.test(text.slice(tokens[firstToken - 1]!.end, start))
    ? tokens[first]!.start
    : start;
}

/** What bodies of a nation are called by that have its name behind. */
const fields = new Set(
  `abuse action advice age animals archery arts athletics badminton basketball boxing business care community crisis
  cricket curling cycling dance design disability ecology education energy equality equity film food gymnastics hand health
  heritage highways historic hockey homes housing immigration industry innovation judo justice law libraries marine museums music
  natural netball nurses opera pharmacy police poverty rail refugees research rowing rugby rural safety sailing samaritans
  science scouts screen security shelter skating skills snowsports sport sports squash standards statistics students
  swimming tennis theatre tourism trading traffic training transport triathlon universities victims visit volleyball
  waste water wildlife women works youth`.split(/\s+/),
);

/** Words that open a sentence before such a name, and are none of it. */
const openers = new Set(
  'After Also And As Before Both But Earlier If In Later Meanwhile Now Since So Still Then Today When While Yesterday Yet'.split(
    ' ',
  ),
);

/** Behind the noun in lower case that makes a council, a fire brigade or a force of a place; the place's end where there is none. */
function councilEnd({ text, tokens }: SegmentedText, { text: name, end, endToken }: Mention): number {
  if (tokens[endToken]?.start !== end + 1) return end;
  const [noun] = councils.exec(text.slice(end, end + longestNoun)) ?? [];
  if (noun !== undefined) return end + noun.length;
  return /^ (?:P|p)olice\b/.test(text.slice(end, end + 8)) && forces.has(foldName(name))
    ? end + ' police'.length
    : end;
}

const councils =
  /^ (?:(?:city|county|borough|district|town|parish|regional|shire|islands?|municipal|metropolitan) )?(?:council|fire brigade|ambulance service|fire and rescue service)(?![\p{L}-]| (?:tax|member|meeting|leader|chief|house|estate|seat|election|worker|officer|spokes))/u;

/** In characters. */
const longestNoun = 40;

/** The regions of forces that are called "Thames Valley police", and not of the police of a town. */
const forces = new Set(
  `avon and somerset,bedfordshire,cambridgeshire,cheshire,cleveland,cumbria,derbyshire,devon and cornwall,dorset,
  dumfries and galloway,dyfed-powys,essex,gloucestershire,greater manchester,gwent,hampshire,hertfordshire,humberside,kent,
  lancashire,leicestershire,lincolnshire,merseyside,met,norfolk,north wales,north yorkshire,northamptonshire,northumbria,
  nottinghamshire,south wales,south yorkshire,staffordshire,strathclyde,suffolk,surrey,sussex,tayside,thames valley,
  warwickshire,west mercia,west midlands,west yorkshire,wiltshire`
    .split(',')
    .map((region) => region.trim()),
);

/**
 * Whether a place and the letters behind it are one authority that speaks:
 *
 * > Texas DPS said …      not: > In Texas DPS officers
 *   ^^^^^^^^^
 */
export function isAuthority(segmented: SegmentedText, place: Mention, letters: Mention): boolean {
  if (place.type !== 'place' || letters.type !== 'organization' || place.endToken !== letters.firstToken)
    return false;
  return (
    letters.start === place.end + 1 &&
    /^[A-Z]{2,6}$/.test(letters.text) &&
    !place.text.includes('.') &&
    speaks(segmented, letters)
  );
}
