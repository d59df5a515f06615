import { describe, expect, it } from 'vitest';
import type { StatedName } from '../../src/domain/source-document.ts';
import { extract } from '../../src/index.ts';

describe('names that the format states', () => {
  const text = 'Quell met the envoys at Brae Tor on Monday. "No deal," said Ilse Quell of the Bank of Brae.';

  it('are names of the text, of the stated type', () => {
    const stated = entitiesOf(text, [
      { name: 'Brae Tor', type: 'organization' },
      { name: 'Ilse Quell', type: 'person' },
    ]);
    expect(stated).toContainEqual(['Brae Tor', 'organization']);
    expect(stated).toContainEqual(['Ilse Quell', 'person']);
  });

  it('leave longer names as they are', () => {
    const [before, after] = [entitiesOf(text, []), entitiesOf(text, [{ name: 'Brae', type: 'place' }])];
    expect(after).toEqual(before);
  });

  it('count as whole words alone, and nowhere else', () => {
    const [before, after] = [
      entitiesOf(text, []),
      entitiesOf(text, [
        { name: 'Mon', type: 'person' },
        { name: 'envoys', type: 'group' },
        { name: 'Zara Holm', type: 'person' },
      ]),
    ];
    expect(after).toEqual(before);
  });
});

function entitiesOf(text: string, names: readonly StatedName[]) {
  const raw = { text, mediaType: 'text/plain' };
  const document = { raw, metadata: {}, blocks: null, replacements: [], names, problems: [] };
  return extract(document).entities.map(({ name, type }) => [name, type]);
}
