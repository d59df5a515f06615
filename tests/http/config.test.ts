import { describe, expect, it } from 'vitest';
import { readConfig, settings } from '../../src/config.ts';

describe('the settings', () => {
  it('have defaults that need nothing', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      database: 'onrecord.db',
      apiKeys: [],
      maxBody: 10 * 1024 * 1024,
      rateLimit: null,
      logLevel: 'info',
    });
  });

  it('come from the environment, and from options before it', () => {
    const environment = { PORT: '4000', HOST: '::', ONRECORD_API_KEYS: 'a, b,', ONRECORD_RATE_LIMIT: '60' };
    expect(readConfig(environment, { port: '5000' })).toMatchObject({
      port: 5000,
      host: '::',
      apiKeys: ['a', 'b'],
      rateLimit: 60,
    });
  });

  it('are their defaults where the environment holds nothing', () => {
    expect(readConfig({ PORT: '', ONRECORD_MAX_BODY: '' })).toEqual(readConfig({}));
  });

  it.each([
    ['1048576', 1_048_576],
    ['512 KiB', 524_288],
    ['1mb', 1_048_576],
    ['2M', 2_097_152],
  ])('take a size written "%s"', (size, bytes) => {
    expect(readConfig({ ONRECORD_MAX_BODY: size }).maxBody).toBe(bytes);
  });

  it.each([
    ['PORT', 'http'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['ONRECORD_MAX_BODY', 'large'],
    ['ONRECORD_MAX_BODY', '0'],
    ['ONRECORD_MAX_BODY', '9 GiB'],
    ['ONRECORD_RATE_LIMIT', '0'],
    ['ONRECORD_API_KEYS', 'one key'],
    ['ONRECORD_API_KEYS', ','],
    ['ONRECORD_API_KEYS', ' '],
    ['LOG_LEVEL', 'loud'],
    ['HOST', 'a b'],
  ])('refuse %s=%s, by name', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(name);
  });

  it('are all named where several are wrong, and keys are never shown', () => {
    const wrong = () =>
      readConfig({ PORT: 'x', LOG_LEVEL: 'y', ONRECORD_API_KEYS: 'my secret' }, { 'max-body': 'z' });
    expect(wrong).toThrow(/PORT[\s\S]*--max-body[\s\S]*LOG_LEVEL/);
    expect(wrong).not.toThrow('secret');
  });

  it('have a name and a description each', () => {
    expect(settings.map(({ env }) => env)).toEqual([
      'HOST',
      'PORT',
      'ONRECORD_DATABASE',
      'ONRECORD_API_KEYS',
      'ONRECORD_MAX_BODY',
      'ONRECORD_RATE_LIMIT',
      'LOG_LEVEL',
    ]);
  });
});
