import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAnnotatedTexts } from '../evaluation/polnear.ts';
import { type Judged, scoreConfidence } from '../evaluation/score-confidence.ts';
import {
  confidenceFeatures,
  describeConfidence,
  weighConfidence,
} from '../extraction/quotes/speakers/confidence.ts';
import { forms } from '../extraction/quotes/speakers/references.ts';
import { resolveSpeakers, speakersOf } from '../extraction/quotes/speakers/resolve-speakers.ts';
import { isSame } from '../extraction/quotes/speakers/scene.ts';
import { type RankingModel, rankCandidates } from '../extraction/quotes/speakers/speaker-model.ts';
import { createResources, type Resources } from '../extraction/resources.ts';
import { readResourceFiles } from '../resources.ts';
import { readGoldFiles, readWorldNews } from './gold-texts.ts';
import { type AnsweredQuestion, type JudgedAnswer, learnConfidence, learnRanking } from './learn-speakers.ts';
import { notFound, readSpokenGold, readSpokenText, type SpokenArticle } from './speaker-examples.ts';
import { askAll, askOnItsOwn } from './speaker-questions.ts';
import type { TrainingOptions } from './train.ts';

/**
 * Fits `speakers.json`: who is meant by the source of a quote, and how sure that is. The ranking learns from all articles,
 * and what it builds on are right answers; in dialogues, where one wrong turn shifts all that follow, mostly its own.
 * The confidence learns from answers of rankings that have not seen the article, which are also what the report is about.
 */
export function trainSpeakers({ corpora, output }: TrainingOptions): void {
  const resources = readBareResources();
  const gold = readGold(corpora, resources);
  const silver = readSilver(join(corpora, 'quotes'), resources);
  const questions = gold.map((article) => askAll(article, blank));
  const learn = (without: number | null): RankingModel => {
    const kept = [...gold.keys()].filter((index) => index % folds !== without);
    const known = kept.flatMap((index) => questions[index]!);
    const halves = [0, 1].map((half) => kept.filter((index) => index % 2 === half));
    const own = halves.flatMap((half, place) => {
      const ranking = learnRanking(halves[1 - place]!.flatMap((index) => questions[index]!));
      return half.flatMap((index) => askOnItsOwn(gold[index]!, ranking));
    });
    return learnRanking([
      ...known.map((question) => (question.form === 'orphan' ? weigh(question, 1 - ownWeight) : question)),
      ...own.filter(({ form }) => form === 'orphan').map((question) => weigh(question, ownWeight)),
      ...keepLikely(silver, learnRanking(known)),
    ]);
  };
  const answers = Array.from({ length: folds }, (_, fold) => {
    const ranking = learn(fold);
    return gold.flatMap((article, index) =>
      index % folds === fold ? answerUnseen(article, ranking, index) : [],
    );
  }).flat();
  report(answers);
  const model = { ranking: learn(null), confidence: learnConfidence(answers) };
  writeFileSync(join(output, 'models', 'speakers.json'), `${JSON.stringify(model, null, 1)}\n`);
}

/** Ten parts, so that each ranking that is judged knows nine tenths of the articles. */
const folds = 10;

/** What of a quote without a source is learned from questions that build on answers of the ranking's own. */
const ownWeight = 0.8;

const weigh = (question: AnsweredQuestion, weight: number): AnsweredQuestion => ({ ...question, weight });

const blank = Object.fromEntries(forms.map((form) => [form, {}])) as RankingModel;

/** What extraction needs, but for what is trained here. */
function readBareResources(): Resources {
  const confidence = Object.fromEntries(confidenceFeatures.map((name) => [name, 0]));
  const weights = new Map([['speakers', JSON.stringify({ ranking: blank, confidence })]]);
  return createResources({ ...readResourceFiles(), weights });
}

function readGold(corpora: string, resources: Resources): readonly SpokenArticle[] {
  const own = [...readGoldFiles('articles'), ...readGoldFiles('train')];
  const world = readWorldNews(corpora);
  return [
    ...own.map(({ gold }) => readSpokenGold(gold, resources)),
    ...world.map((text) =>
      readSpokenText(
        text,
        text.quotes.map(({ speaker }) => speaker),
        resources,
      ),
    ),
  ];
}

/** Whom a coreference program takes "he" and "she" for in PolNeAR's training articles: right in five of six cases. */
function readSilver(folder: string, resources: Resources): readonly SpokenArticle[] {
  const lines = readFileSync(join(folder, 'polnear.silver.train.jsonl'), 'utf8').split('\n');
  const speakers = new Map(
    lines
      .filter((line) => line !== '')
      .map((line) => {
        const record = JSON.parse(line) as {
          id: string;
          speakers: { mention: string; resolved: string | null }[];
        };
        return [record.id, record.speakers];
      }),
  );
  const texts = readAnnotatedTexts(readFileSync(join(folder, 'polnear.train.jsonl'), 'utf8'));
  return texts.map((text) => {
    const named = speakers
      .get(text.id)!
      .map(({ mention, resolved }) =>
        resolved !== null && /^(?:he|she)$/i.test(mention) ? resolved : undefined,
      );
    const article = readSpokenText(text, named, resources);
    return {
      ...article,
      truth: article.truth.map((one) => (one?.[0] === undefined || one[0] === notFound ? null : one)),
    };
  });
}

/** What a silver answer is worth, and how likely it must be to a model that learned from gold. */
const silverWeight = 0.3;
const leastLikely = 0.05;

function keepLikely(silver: readonly SpokenArticle[], ranking: RankingModel): readonly AnsweredQuestion[] {
  const likely = silver
    .flatMap((article) => askAll(article, ranking))
    .filter(({ right, ...question }) => {
      const likely = right.map((index) => question.candidates[index]!.speakers);
      const { probability } = rankCandidates(ranking, question).find((one) => likely.includes(one.speakers))!;
      return probability >= leastLikely;
    });
  return likely.map((question) => weigh(question, silverWeight));
}

interface UnseenAnswer extends JudgedAnswer {
  readonly form: string;
  /** Which article it is of. */
  readonly article: number;
}

function answerUnseen(
  { scene, attributed, truth }: SpokenArticle,
  ranking: RankingModel,
  article: number,
): readonly UnseenAnswer[] {
  const { attributions, isAgreed } = attributed;
  return resolveSpeakers(scene, attributions, ranking).flatMap((answer, index) => {
    const speakers = truth[index]!;
    if (speakers === null) return [];
    return {
      form: answer.question?.form ?? 'settled',
      article,
      values: describeConfidence(attributions[index]!, answer, isAgreed[index]!),
      isRight: isSame(speakersOf(answer), speakers),
    };
  });
}

function report(answers: readonly UnseenAnswer[]): void {
  const write = (line: string) => process.stderr.write(`${line}\n`);
  write(`articles left out, ${folds} folds: speakers of the quotes that were found`);
  for (const form of ['settled', ...forms]) {
    const some = answers.filter((answer) => answer.form === form);
    if (some.length > 0) write(`  ${form.padEnd(8)}${describeShare(some)}`);
  }
  write(`  ${'all'.padEnd(8)}${describeShare(answers)}`);
  const judged: Judged[] = [];
  for (let fold = 0; fold < folds; fold += 1) {
    const confidence = learnConfidence(answers.filter(({ article }) => article % folds !== fold));
    for (const { article, values, isRight } of answers)
      if (article % folds === fold) judged.push({ confidence: weighConfidence(confidence, values), isRight });
  }
  const { calibrationError, areaUnderCurve, sure } = scoreConfidence(judged);
  write(
    `confidence: calibration error ${calibrationError.toFixed(3)}, area under the ROC curve ${areaUnderCurve?.toFixed(3)}`,
  );
  write(
    `  ${(100 * sure.share).toFixed(1)} % with 0.9 or more, of them right ${(100 * sure.right).toFixed(1)} %`,
  );
}

function describeShare(answers: readonly UnseenAnswer[]): string {
  const right = answers.filter(({ isRight }) => isRight).length;
  return `${((100 * right) / answers.length).toFixed(1)} %  (${right} of ${answers.length})`;
}
