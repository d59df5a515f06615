import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemsOf, type JsonValue, valueAt, wholeOf } from '../../src/readers/json/places.ts';

describe('valueAt', () => {
  const json = ' { "a\\n": [1, "x, ]\\"", {"b": null}], "c": -2.5e3 ,"d": {}, "c": true } ';
  const whole = wholeOf(json, JSON.parse(json));
  const wordsAt = (...path: (string | number)[]) => words(json, valueAt(json, whole, ...path));

  it('finds values by their paths', () => {
    expect(words(json, whole)).toBe(json.trim());
    expect(wordsAt('a\n', 0)).toBe('1');
    expect(wordsAt('a\n', 1)).toBe('"x, ]\\""');
    expect(wordsAt('a\n', 2, 'b')).toBe('null');
    expect(wordsAt('d')).toBe('{}');
  });

  it('takes the last of members of one name, as JSON.parse does', () => {
    expect(valueAt(json, whole, 'c')).toMatchObject({ value: true });
    expect(wordsAt('c')).toBe('true');
  });

  it('finds nothing where a path leads nowhere', () => {
    expect(valueAt(json, whole, 'x')).toBeNull();
    expect(valueAt(json, whole, 'a\n', 3)).toBeNull();
    expect(valueAt(json, whole, 'c', 'toString')).toBeNull();
    expect(valueAt(json, whole, 0)).toBeNull();
  });

  it('minds no depth', () => {
    const deep = `{"a":${'['.repeat(200_000)}${']'.repeat(200_000)},"b":1}`;
    expect(valueAt(deep, wholeOf(deep, JSON.parse(deep)), 'b')).toMatchObject({ value: 1 });
  });

  it('finds every value of any JSON text', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 3 }), fc.constantFrom(0, 1), (compact, indent) => {
        const text = JSON.stringify(JSON.parse(compact), null, indent);
        checkAll(text, wholeOf(text, JSON.parse(text)));
      }),
      { seed: 6 },
    );
  });
});

function checkAll(json: string, at: JsonValue): void {
  expect(JSON.parse(words(json, at)!)).toEqual(at.value);
  for (const item of itemsOf(json, at)) checkAll(json, item);
  if (typeof at.value !== 'object' || at.value === null || Array.isArray(at.value)) return;
  for (const name of Object.keys(at.value)) checkAll(json, valueAt(json, at, name)!);
}

function words(json: string, at: JsonValue | null): string | null {
  return at === null ? null : json.slice(at.start, at.end);
}
