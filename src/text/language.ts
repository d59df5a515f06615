import { classAt, isWordCharacter } from './characters.ts';

export interface DetectedLanguage {
  /** BCP 47. */
  readonly language: string;
  /**
   * From 0 to 1, that it is English, or that it is not: Spanish and Portuguese have many words in common, and a short text
   * that is one of the two is not English all the same. 0.5 is a guess; above 0.75 it is sure.
   */
  readonly certainty: number;
}

/**
 * Tells the language of a text by its script, or by the function words of the languages that share the Latin one.
 * Where the evidence is thin (few words, headlines, tables, names) the answer is English with a low certainty.
 * Foreign quotations in an English story do not sway it: all of the first 30,000 units count.
 */
export function detectLanguage(text: string): DetectedLanguage {
  const sample = text.slice(0, sampleLength);
  return (isMostlyLatin(sample) ? null : byScript(sample)) ?? byFunctionWords(sample);
}

/** Latin letters end at U+024F: a text with few units beyond is not worth a look at scripts. */
function isMostlyLatin(sample: string): boolean {
  let beyond = 0;
  for (let index = 0; index < sample.length; index++) if (sample.charCodeAt(index) > 0x24f) beyond++;
  return beyond < sample.length / 4;
}

const sampleLength = 30_000;
/** Fewer words than this, fewer function words among them, or fewer different ones that tell, are no evidence. */
const fewestWords = 12;
const fewestHits = 4;
const fewestTelling = 2;

const english = (certainty: number): DetectedLanguage => ({ language: 'en', certainty });

/** Scripts that are not Latin, each with the language that it stands for where nothing tells more. */
const scripts: readonly (readonly [string, RegExp])[] = [
  ['ru', /\p{Script=Cyrillic}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['bn', /\p{Script=Bengali}/gu],
  ['ta', /\p{Script=Tamil}/gu],
  ['ka', /\p{Script=Georgian}/gu],
  ['hy', /\p{Script=Armenian}/gu],
];

function byScript(sample: string): DetectedLanguage | null {
  const letters = count(sample, /\p{L}/gu);
  if (letters < fewestWords || count(sample, /\p{Script=Latin}/gu) > letters / 2) return null;
  const found = scripts
    .map(([language, letter]) => ({ language, share: count(sample, letter) / letters }))
    .sort((a, b) => b.share - a.share);
  const best = found[0]!;
  // Japanese mixes kana with Han characters: a tenth of kana is enough to tell it from Chinese.
  const kana = found.find(({ language }) => language === 'ja')!.share;
  const share = best.language === 'zh' && kana > 0.1 ? best.share + kana : best.share;
  if (share < 0.5) return null;
  const language = best.language === 'zh' && kana > 0.1 ? 'ja' : neighborOf(best.language, sample);
  return { language, certainty: share };
}

/** Languages that share a script are told apart by letters that only one of them has. */
function neighborOf(language: string, sample: string): string {
  if (language === 'ru') {
    if (count(sample, /[іїєґ]/gi) > count(sample, /[ыэъё]/gi)) return 'uk';
    if (count(sample, /[ђјљњћџ]/gi) > 3) return 'sr';
    return count(sample, /ъ/gi) > 2 && count(sample, /[ыэё]/gi) === 0 ? 'bg' : 'ru';
  }
  if (language === 'ar') {
    if (count(sample, /[ٹڈڑےں]/g) > 3) return 'ur';
    return count(sample, /[پچژگکی]/g) > count(sample, /[كيةى]/g) ? 'fa' : 'ar';
  }
  return language;
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found++;
  return found;
}

function byFunctionWords(sample: string): DetectedLanguage {
  const scores = new Map<string, number>();
  const found = new Set<string>();
  let words = 0;
  let hits = 0;
  const lowered = sample.toLowerCase();
  for (let start = 0, end = 0; start < lowered.length; start = end + 1) {
    end = start;
    while (isWordCharacter(classAt(lowered, end))) end++;
    if (end === start) continue;
    words++;
    const word = end - start > longestWord ? '' : lowered.slice(start, end);
    const languages = languagesOf.get(word);
    if (languages === undefined) continue;
    hits++;
    found.add(word);
    // A word of many languages says little for each of them.
    for (const language of languages)
      scores.set(language, (scores.get(language) ?? 0) + 1 / languages.length);
  }
  if (words < fewestWords || hits < fewestHits) return english(0.5);
  const [first, second] = [...scores].sort((a, b) => b[1] - a[1]);
  const [language, evidence] = first!;
  const rival = language === 'en' ? (second?.[1] ?? 0) : (scores.get('en') ?? 0);
  const certainty = evidence / (evidence + rival);
  // Ordinary prose has every third word from these lists; a tenth is the least that prose of any kind has.
  const isThin = hits / words < 0.1 || certainty < 0.55 || countTelling(found, language) < fewestTelling;
  return language === 'en' || !isThin ? { language, certainty } : english(0.5);
}

/** The commonest function words of each language, as grammars and frequency lists have them. */
const functionWords: Readonly<Record<string, string>> = {
  en: `the of and to in a that is was for on it with as he be at by his from are they this have had not but were which
    has their said an who or its been will would she her we you about after when there all if more out up`,
  de: `der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat
    dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis`,
  fr: `de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec son aux
    d l ont été cette ses mais comme ou leur nous elle fait deux être même où à après selon`,
  es: `de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre
    este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está según`,
  it: `di e che la il un a per è in una mi sono con non del si ha le da dei nel della al gli i lo come più ma anche
    alla o se su ci delle questo dal nella essere stato dopo tra hanno suo era degli`,
  pt: `de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou
    ser quando muito há nos já está eu também só pelo pela até isso entre era depois são`,
  nl: `de van het een en in is dat op te zijn met voor niet aan die er om hij ook als door bij naar uit maar nog worden
    heeft hebben werd wordt over tot dan was ze deze meer kan al zich geen wel na`,
  sv: `och i att det som en på är av för med den till inte har om ett de han var jag från vi så kan när men nu efter
    eller också sig hade sin där vid mot under ska skulle bara`,
  no: `og i det er på som en til av for at med ikke den de har han om et var fra seg jeg ble sier etter men vi også være
    blir hun nå skal eller mot bare opp ut noe hva mellom over`,
  da: `og i at det er en til på af for med den som ikke de har der et han var fra sig om jeg siger efter men vi også
    være bliver hun nu skal eller mod bare op ud noget hvad blev kan af havde ved`,
  fi: `ja on ei että se hän oli ovat mutta kun myös sen joka mukaan vain kuin tai niin ole jo mitä sekä jos ollut
    nyt olla hänen kuitenkin noin vielä tämä siitä koko`,
  pl: `w i na z się nie że do to jest o jak po od za co ale ma przez dla tak przy są jego było był już oraz może tym
    czy tego ich jej także który która które być roku będzie`,
  cs: `a v se na je že s z do o i to k ve za by pro ale si po jako od jsou podle který která které už však roku byl
    bylo nebo také jeho být při než jen jsem ze`,
  hu: `a az és hogy nem is egy ez volt csak azt már meg el de ha van még lesz szerint mint ki ezt után pedig vagy
    majd lehet aki amely között`,
  ro: `de și în a la cu pe un o că nu din care este pentru să mai o fost ca sau au al ale după dar fi prin sunt acest
    fost lui iar dintre`,
  tr: `ve bir bu da de için ile olarak çok daha olan gibi en sonra kadar ne ama var o dedi değil göre ancak her ise
    oldu olduğunu ya mi yeni`,
  id: `yang dan di ini itu dengan untuk dari dalam tidak pada akan oleh juga ke sebagai karena ada adalah bisa mereka
    telah saat tersebut kata bahwa lebih sudah orang atau kami para`,
  vi: `và của là có các được trong cho một không với những người này đã khi để đến từ ra năm về cũng tại đó như`,
};

/** How many of the words are the language's and stand neither in names nor behind an apostrophe ("Pia's", "l'eau"). */
function countTelling(words: ReadonlySet<string>, language: string): number {
  let telling = 0;
  for (const word of words)
    if (word.length > 1 && !nameParticles.has(word) && languagesOf.get(word)!.includes(language)) telling++;
  return telling;
}

/** A list of Spanish players is no Spanish. */
const nameParticles = new Set(
  'al da das de del della den der di do dos du el la las le los van von'.split(' '),
);

/** No function word above is longer. */
const longestWord = 12;

const languagesOf: ReadonlyMap<string, readonly string[]> = indexFunctionWords();

function indexFunctionWords(): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const [language, words] of Object.entries(functionWords)) {
    for (const word of new Set(words.split(/\s+/))) index.set(word, [...(index.get(word) ?? []), language]);
  }
  return index;
}
