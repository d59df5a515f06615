import { InvalidArgumentError } from 'commander';
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
