import { describe, expect, it } from 'vitest';
import { entityOf, resolveReference } from '../../../src/extraction/entities/index.ts';
import { entitiesOf, readMarkedText } from './marked-text.ts';

/** The text, with the reference in braces, and whom it means; null where nobody named is meant. */
const rows: readonly (readonly [string, string | null])[] = [
  ['[p:Ana Ruiz] met [p:Tom Lee]. {She} smiled.', 'Ana Ruiz'],
  ['[p:Ana Ruiz] met [p:Tom Lee]. {He} smiled.', 'Tom Lee'],
  ['[p:Mrs. Zweig] met [p:Mr. Zorn]. {He} smiled.', 'Zorn'],
  ['The spokeswoman, [p:Sasha Orlova], met [p:Kim Tamm], a businessman. {She} left.', 'Sasha Orlova'],
  ['The [o:Kremlin] met [p:Tom Lee]. {It} added that.', 'Kremlin'],
  ['[p:Tom Lee] runs [o:Tellux]. {They} fell.', 'Tellux'],
  ['[p:Ana Ruiz], {who} met [p:Tom Lee], left.', 'Ana Ruiz'],
  ['[o:Tellux], {which} fell, said so.', 'Tellux'],
  ['Trade minister [p:Ana Ruiz] met [p:Eva Lee], a teacher. {The minister} left.', 'Ana Ruiz'],
  ['Trade minister [p:Ana Ruiz] met [p:Eva Lee], a teacher. {The teacher} left.', 'Eva Lee'],
  ['[p:Ana Ruiz], 54, met [p:Eva Lee], 31. {The 54-year-old} left.', 'Ana Ruiz'],
  ['[p:Ana Ruiz], 54, met [p:Eva Lee], 31. {The 31-year-old} left.', 'Eva Lee'],
  ['[o:Kremlin] spokesman [p:Oleg Sorokin] met [p:Tom Lee]. {The Kremlin spokesman} left.', 'Oleg Sorokin'],
  ['[p:Tom Lee] met his wife, [p:Ana Lee]. {His wife} left.', 'Ana Lee'],
  ['The [o:Trade Ministry] sued [o:Tellux]. {The ministry} won.', 'Trade Ministry'],
  ['The [o:Trade Ministry] sued [o:Tellux]. {The company} lost.', 'Tellux'],
  ['[p:Ana Ruiz] met [p:Tom Lee]. {A spokesman} left.', null],
  ['[p:Ana Ruiz] met [p:Tom Lee]. {Officials} left.', null],
  ['[p:Ana Ruiz] met [p:Tom Lee]. {The pharmacist} left.', null],
  ['[p:Ana Ruiz] met [p:Tom Lee]. {I} left.', null],
  ['{He} left. [p:Tom Lee] stayed.', null],
  // Descriptions of organizations: by the noun of the name, by what the text says that it is, by the kind of name.
  ['[o:Halcyon Freight] sank a ship. {The company} paid [o:Marrow Council].', 'Halcyon Freight'],
  ['[o:Tellux], a carmaker, sued the [o:Ferry Pilots’ Union]. Rain fell. {The company} lost.', 'Tellux'],
  ['The shipping group [o:Tellux] met the [o:Ferry Pilots’ Union]. {The group} paid.', 'Tellux'],
  ['[o:Tellux] met the [o:Ferry Pilots’ Union]. {The union} struck.', 'Ferry Pilots’ Union'],
  [
    'Pilots walked out on [o:Tellux] on Monday, {their union} said.\n\nThe [o:Ferry Pilots’ Union] cheered.',
    'Ferry Pilots’ Union',
  ],
  [
    'The [o:Marrow City Museum] reopened.\n\nIt rained.\n\nIt hailed.\n\n{The museum} is free.',
    'Marrow City Museum',
  ],
  ['The news agency [o:Vesna] wrote. {The agency} denied it.', 'Vesna'],
  ['The news agency [o:Vesna] wrote. {The meteorological agency} warned.', null],
  ['[o:Halcyon Freight] sued [o:Orsa Shipping]. {The museum} reopened.', null],
  ['The [o:Labour Ministry] met the [o:Health Ministry]. {The health ministry} denied.', 'Health Ministry'],
  ['[o:Rovers] beat [o:Halcyon Football Club]. {The club} wept.', 'Halcyon Football Club'],
  ['[o:Orsa Bank] lent to [o:Halcyon Freight]. {The bank} lost.', 'Orsa Bank'],
  // Descriptions of people.
  ['{The governor} will not run. [p:Ana Ruiz], the governor, said so to [p:Tom Lee].', 'Ana Ruiz'],
  ['[p:Ana Ruiz] married [p:Tom Lee]. {The bride} wept.', 'Ana Ruiz'],
  [
    '[p:Ana Ruiz], a former goalkeeper, met [p:Eva Lee], a teacher. {The former goalkeeper} left.',
    'Ana Ruiz',
  ],
  ['Doctor [p:Ana Ruiz] met [p:Tom Lee]. {Doctors at the hospital} left.', null],
  ['Minister [p:Ana Ruiz] met minister [p:Eva Lee]. {The minister} left.', null],
  ['Trade minister [p:Ana Ruiz] met [p:Eva Lee]. {The foreign minister} left.', null],
];

describe('references', () => {
  it.each(rows)('%s', (marked, expected) => {
    const read = readMarkedText(marked);
    const article = entitiesOf(read);
    const candidates = resolveReference(article, read.references[0]!, { speakers: [], quotations: [] });
    const best = candidates[0];
    expect(best !== undefined && best.probability >= 0.5 ? article.entities[best.entity]!.name : null).toBe(
      expected,
    );
  });

  it('prefers who spoke last', () => {
    const read = readMarkedText('[p:Tom Lee] said it rains. [p:Max Orlov] came by car. “No,” {he} said.');
    const article = entitiesOf(read);
    const speakers = [{ entity: 0, offset: 0 }];
    const quotations = [{ start: read.text.indexOf('“'), end: read.text.indexOf('”') + 1 }];
    const [best] = resolveReference(article, read.references[0]!, { speakers, quotations });
    expect(article.entities[best!.entity]!.name).toBe('Tom Lee');
  });

  it('passes over names in somebody’s words', () => {
    const read = readMarkedText('[p:Tom Lee] left. “I know [p:Max Orlov],” {he} said.');
    const article = entitiesOf(read);
    const quotations = [{ start: read.text.indexOf('“'), end: read.text.indexOf('”') + 1 }];
    const [best] = resolveReference(article, read.references[0]!, { speakers: [], quotations });
    expect(article.entities[best!.entity]!.name).toBe('Tom Lee');
  });

  it('gives probabilities that sum to at most 1, the likeliest first', () => {
    const read = readMarkedText('[p:Tom Lee], [p:Max Orlov] and [p:Ana Ruiz] met. {He} left.');
    const candidates = resolveReference(entitiesOf(read), read.references[0]!, {
      speakers: [],
      quotations: [],
    });
    const probabilities = candidates.map(({ probability }) => probability);
    expect(probabilities).toEqual(probabilities.toSorted((a, b) => b - a));
    expect(probabilities.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(1);
  });

  it('finds the entity at a place', () => {
    const article = entitiesOf(readMarkedText('[p:Tom Lee] left.'));
    expect(entityOf(article, 2)).toBe(0);
    expect(entityOf(article, { start: 0, end: 12 })).toBe(0);
    expect(entityOf(article, 9)).toBeNull();
  });
});
