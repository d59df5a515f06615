import { type CleanCopy, cleanCopy } from '../../src/text/clean.ts';

export const clean = (raw: string): CleanCopy => cleanCopy(raw);

/** Two sentences that every rule takes for the story. */
export const prose =
  'The council said on Tuesday that the bridge would stay closed until the spring, when repairs begin.';
export const more =
  'Residents had asked for a ferry, which the council will pay for out of the budget for roads.';
