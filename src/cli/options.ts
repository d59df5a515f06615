import { InvalidArgumentError, Option } from 'commander';
import { isDay } from '../domain/publication-time.ts';

/** The values of an option that may be repeated. */
export function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

export function readDay(value: string): string {
  if (!isDay(value)) throw new InvalidArgumentError('It must be a day that exists, as 2023-10-11.');
  return value;
}

export function readCount(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(value);
}

/** An option that takes a time, and gives it in milliseconds; `usual` is as one would write it. */
export function durationOption(flags: string, description: string, usual: string): Option {
  return new Option(flags, description).argParser(readDuration).default(readDuration(usual), usual);
}

/** "30s", "15m", in milliseconds. */
function readDuration(value: string): number {
  const [, number, unit = ''] = /^(\d{1,6}(?:\.\d{1,3})?)(ms|s|m|h|d)$/.exec(value) ?? [];
  if (number === undefined) {
    throw new InvalidArgumentError('It must be a number with ms, s, m, h or d, as 30s or 15m.');
  }
  return Number(number) * millisecondsOf[unit]!;
}

const millisecondsOf: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

export function readThreads(value: string): number {
  const count = readCount(value);
  if (count < 1 || count > 256) throw new InvalidArgumentError('It must be a number from 1 to 256.');
  return count;
}
