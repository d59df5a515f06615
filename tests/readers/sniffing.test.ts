import { describe, expect, it } from 'vitest';
import { findRootName } from '../../src/readers/sniffing.ts';

describe('findRootName', () => {
  it.each([
    ['<rss version="2.0">', 'rss'],
    ['\ufeff<?xml version="1.0"?>\n<!-- > --><rdf:RDF>', 'RDF'],
    ['<!DOCTYPE nitf SYSTEM "nitf.dtd">\n<nitf/>', 'nitf'],
    ['<!DOCTYPE a [ <!ENTITY b "c>"> ]><NewsML>', 'NewsML'],
    ['<!doctype html><html lang="en">', 'html'],
  ])('of %j is %s', (text, name) => {
    expect(findRootName(text)).toBe(name);
  });

  it.each(['', 'Rain fell.', '{ "a": "<b>" }', '< 5 %', '<!-- never closed', '<?xml'])(
    'there is none in %j',
    (text) => {
      expect(findRootName(text)).toBeNull();
    },
  );
});
