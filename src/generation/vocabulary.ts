import { Random } from './random.ts';
import { createZipf } from './zipf.ts';

/** Subjects of the news. Each article is about one of them, a few about two. */
export const topicCount = 120;

/** The words of all articles: those of every text, and those of one subject. */
export interface Vocabulary {
  /** One word of running text about this topic. */
  draw(random: Random, topic: number): string;
  drawTopic(random: Random): number;
  /** Content words that any article may have, most frequent first. */
  readonly general: readonly string[];
  /** Content words that articles of this topic alone have, most frequent first. */
  topical(topic: number): readonly string[];
}

const generalCount = 40_000;
const topicalCount = 400;
/** Shares of running text; function words are a little under half of English news. */
const functionShare = 0.45;
const topicalShare = 0.2;

export function createVocabulary(seed: number): Vocabulary {
  const coin = createCoin(new Random(seed, -1));
  const general = [...newsWords, ...Array.from({ length: generalCount - newsWords.length }, coin)];
  const topical = Array.from({ length: topicCount * topicalCount }, coin);
  const functionRanks = createZipf(functionWords.length, 0.95);
  // Exponents near 1, as in all natural language; the shift flattens the head, where content words are alike.
  const generalRanks = createZipf(generalCount, 1.02, 8);
  const topicalRanks = createZipf(topicalCount, 0.9, 2);
  const topicRanks = createZipf(topicCount, 0.7);
  return {
    draw: (random, topic) => {
      const share = random.number();
      if (share < functionShare) return functionWords[functionRanks.draw(random)]!;
      if (share < functionShare + topicalShare) {
        return topical[topic * topicalCount + topicalRanks.draw(random)]!;
      }
      return general[generalRanks.draw(random)]!;
    },
    drawTopic: (random) => topicRanks.draw(random),
    general,
    topical: (topic) => topical.slice(topic * topicalCount, (topic + 1) * topicalCount),
  };
}

/** Coins words that look English and are all different; a third are forms of words coined before, so that stems meet. */
function createCoin(random: Random): () => string {
  const known = new Set<string>([...functionWords, ...newsWords]);
  const stems: string[] = [];
  const coin = (): string => {
    if (stems.length > 100 && random.chance(0.35)) return random.pick(stems) + random.pick(endings);
    // Words grow longer with their rank, as all languages shorten what they use most.
    const syllables = 1 + random.below(Math.min(3, Math.log10(stems.length + 100)));
    let word = random.chance(0.3) ? random.pick(nuclei) : '';
    for (let count = 0; count < syllables; count++) word += random.pick(onsets) + random.pick(nuclei);
    word += random.pick(codas);
    stems.push(word);
    return word;
  };
  return () => {
    for (;;) {
      const word = coin();
      if (known.has(word) || word.length < 3) continue;
      known.add(word);
      return word;
    }
  };
}

const words = (list: string): readonly string[] => [...new Set(list.split(' '))];

const singleOnsets = 'b c d f g h j k l m n p r s t v w';
const onsets = words(singleOnsets).concat(
  words(`${singleOnsets} br ch cl cr dr fl gr pl pr qu sh sl sp st str th tr`),
);
const nuclei = words('a e i o u').concat(words('a e i o u ea ai ou'));
const codas = words('d l m n r s t ck nd ng nt rd rn st');
const endings = words('s ed ing er ers ion ions al ly ness ment able');

/** The commonest words of English, roughly in the order of their frequency. */
export const functionWords = words(
  'the of to and in a that for on is was with as it at by from be has have are an its he but not his had will were ' +
    'they who which their this more been or about after would one also up than when out there can over could into ' +
    'other some all two last no if first she we people time while before between against during what so now do ' +
    'because only under since them most where these just such many through being off you another still those both ' +
    'like then around how any even much did may should until each several without very made within',
);

/** Words that any story may have. */
const newsWords = words(
  'year government country week state president minister day month group official company percent million city police ' +
    'market court leader party law case world report national public plan meeting war election office member problem ' +
    'former school system service right number area program month family change decision country authority attack ' +
    'security economy industry support union statement house region capital force board policy project vote student ' +
    'hospital money price water power trade director team issue budget development health increase child woman man ' +
    'victim agreement deal rate future study worker interest street night effort level order history talk crisis ' +
    'local new early major late high large international political economic military social financial foreign long ' +
    'called found took began left held set came went told asked reached opened closed moved planned expected agreed ' +
    'agency border building business chief climate committee community conference control cost damage debate defense ' +
    'demand department district energy evidence fire flight food fund goal growth home hour injury investigation job ' +
    'journey judge justice land letter lawyer loss majority match media mission morning movement network north south ' +
    'east west opposition package peace period player position pressure process production protest rain record reform ' +
    'research resident response result risk road rule season sector sentence share ship site source space spokesman ' +
    'spring staff storm strategy strike summer supply target tax test threat tour town traffic train treaty trial trip ' +
    'village violence visit voter weapon weather winter work young',
);
