import { createHash, type Hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readGold } from '../evaluation/gold.ts';
import type { GoldPair } from '../evaluation/gold-faults.ts';
import { describeFaults, describeGoldScore } from '../evaluation/gold-report.ts';
import { type GoldScore, scoreGold } from '../evaluation/gold-score.ts';
import { checkFloors, type FloorFault, type Floors, pinFloors } from '../evaluation/score-floors.ts';
import { showPercent } from '../evaluation/score-report.ts';
import { extract } from '../index.ts';
import { packageFile } from '../package-files.ts';
import type { EvaluateOptions } from './evaluate.ts';
import { exitCodes, UsageError } from './exit.ts';
import { note, write, writeJsonLine } from './output.ts';

const goldFolder = packageFile('data/gold/');
const floorsFile = new URL('floors.json', goldFolder);

/**
 * Extracts the project's own gold articles, and holds the scores against their floors. Of the articles that are held
 * out only the scores are looked at: nobody reads their errors, so that nobody tunes on them.
 */
export async function evaluateGold(options: EvaluateOptions): Promise<number> {
  const { score, heldOut, measured } = measureGold();
  if (options.json === true)
    await writeJsonLine(toJson({ articles: score, heldOut: { ...heldOut, faults: [] } }));
  else await write(`${describeGoldScore(score)}\nheld out\n${describeFigures(heldOut)}`);
  if (options.errors === true) await write(describeFaults(score.faults));

  const floors = readFloors();
  if (options.update === true) return updateFloors(floors, measured, options.allowRegression === true);
  const faults = floors === null ? [] : checkFloors(floors, measured);
  reportFaults(faults);
  if (floors === null) note('There are no floors yet; --update pins them.');
  return faults.length === 0 ? exitCodes.ok : exitCodes.failed;
}

/** The scores of both sets of gold articles, and their figures as the floors name them. */
export function measureGold(): { score: GoldScore; heldOut: GoldScore; measured: Floors } {
  const digest = createHash('sha256');
  const [score, heldOut] = [
    scoreGold(readPairs('articles', digest)),
    scoreGold(readPairs('heldout', digest)),
  ];
  const named = (set: string, one: GoldScore) =>
    Object.entries(goldFigures(one)).map(([name, value]) => [`${set}.${name}`, value]);
  const floors = Object.fromEntries([...named('articles', score), ...named('heldout', heldOut)]);
  return { score, heldOut, measured: { corpus: digest.digest('hex'), floors } };
}

/** The gold articles of a folder, each with what extraction makes of it. */
function readPairs(set: string, digest: Hash): readonly GoldPair[] {
  const folder = new URL(`${set}/`, goldFolder);
  if (!existsSync(folder))
    throw new UsageError('The gold articles are not part of the package; name a --corpus.');
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return names.toSorted().map((name) => {
    const file = readFileSync(new URL(name, folder), 'utf8');
    digest.update(`${set}/${name}\n${file}\n`);
    const gold = readGold(file);
    return { name, gold, article: extract(gold.raw) };
  });
}

/** The figures of a score that have floors, by name: shares in [0, 1]. */
function goldFigures({ quotes, entities, cleaning }: GoldScore): Readonly<Record<string, number>> {
  const hits = ({ right, of }: { right: number; of: number }) => (of === 0 ? 1 : right / of);
  const populations = ['marked', 'indirect'] as const;
  const details = ['speaker', 'kind', 'resolution', 'source', 'cue', 'reportedBy', 'saidOn'] as const;
  return Object.fromEntries([
    ...populations.map((population) => [`quotes.match.${population}`, quotes.match[population].f1]),
    ...populations.map((population) => [`quotes.endToEnd.${population}`, quotes.endToEnd[population].f1]),
    ...details.map((detail) => [`quotes.${detail}`, hits(quotes[detail])]),
    ['entities.mentions', entities.mentions.f1],
    ['entities.untypedMentions', entities.untypedMentions.f1],
    ['entities.clusters', entities.clusters.f1],
    ['entities.names', hits(entities.names)],
    ['entities.roles', entities.roles.f1],
    ...Object.entries(cleaning).map(([field, one]) => [`cleaning.${field}`, hits(one)]),
  ]);
}

export function readFloors(): Floors | null {
  return existsSync(floorsFile) ? JSON.parse(readFileSync(floorsFile, 'utf8')) : null;
}

function updateFloors(before: Floors | null, measured: Floors, allowRegression: boolean): number {
  const pinned = pinFloors(before, measured, { allowRegression });
  if ('refused' in pinned) {
    reportFaults(pinned.refused);
    note('Nothing was pinned. Where a score may fall, say so with --allow-regression.');
    return exitCodes.failed;
  }
  writeFileSync(floorsFile, `${JSON.stringify(pinned.floors, null, 2)}\n`);
  note(`Pinned ${Object.keys(pinned.floors.floors).length} floors in ${fileURLToPath(floorsFile)}.`);
  return exitCodes.ok;
}

function describeFigures(score: GoldScore): string {
  const rows = Object.entries(goldFigures(score)).map(
    ([name, value]) => `  ${name.padEnd(30)}${showPercent(100 * value)}\n`,
  );
  return rows.join('');
}

function reportFaults(faults: readonly FloorFault[]): void {
  for (const { name, detail } of faults) note(`${name}: ${detail}`);
}

/** Maps become objects. */
function toJson(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, member) => (member instanceof Map ? Object.fromEntries(member) : member)),
  );
}
