import { type Command, Option } from 'commander';
import { evaluateCorpus } from './evaluate-corpus.ts';
import { evaluateEntities } from './evaluate-entities.ts';
import { evaluateGold } from './evaluate-gold.ts';
import { exitWith, UsageError } from './exit.ts';

export interface EvaluateOptions {
  readonly corpus?: string;
  readonly texts?: string;
  readonly resolved?: string;
  readonly speech?: string;
  readonly predictions?: string;
  readonly entities?: true;
  readonly json?: true;
  readonly errors?: true;
  readonly update?: true;
  readonly allowRegression?: true;
}

/** `onrecord evaluate` */
export function addEvaluate(program: Command): void {
  program
    .command('evaluate')
    .summary('measure how true the extraction is')
    .description(
      'Extracts annotated articles and prints how well that agrees with their annotation.\n' +
        'Without --corpus: the articles of data/gold, against the floors of data/gold/floors.json.',
    )
    .option('--corpus <file>', 'quotes in the form of PolNeAR, one JSON object a line, in place of data/gold')
    .option(
      '--texts <folder>',
      'with --corpus: it holds quotes without their texts, which are in this folder of corpora',
    )
    .option('--resolved <file>', 'with --corpus: the people behind pronouns, in the form of PolNeAR')
    .option('--speech <file>', 'with --corpus: count only indirect quotes with one of these cues, one a line')
    .option('--predictions <file>', 'with --corpus: also write what was predicted, in the same form')
    .option(
      '--entities',
      'with --corpus: names ("ner" as in CoNLL), merging ("mentions" as in DWIE) or, with --resolved, pronouns',
    )
    .option('--errors', 'list every disagreement, for a pager')
    .option('--json', 'the figures as one line of JSON')
    .addOption(new Option('--update', 'pin the floors to what is measured').conflicts('corpus'))
    .option('--allow-regression', 'with --update: also where a score is lower than its floor')
    .addHelpText(
      'after',
      `
Exit code: 0 all well, 1 a score lies below its floor, 2 wrong usage.

Examples:
  onrecord evaluate
  onrecord evaluate --errors | less
  onrecord evaluate --update
  onrecord evaluate --corpus polnear.dev.jsonl --json | jq '.scores["direct+mixed"].endToEnd.f1'
  onrecord evaluate --entities --corpus dwie.mentions.train.jsonl`,
    )
    .action(exitWith(runEvaluate));
}

async function runEvaluate(options: EvaluateOptions): Promise<number> {
  if (options.corpus !== undefined) {
    const evaluate = options.entities === true ? evaluateEntities : evaluateCorpus;
    return evaluate(options.corpus, options);
  }
  for (const name of ['texts', 'resolved', 'speech', 'predictions', 'entities'] as const) {
    if (options[name] !== undefined) throw new UsageError(`--${name} needs a --corpus.`);
  }
  return evaluateGold(options);
}
