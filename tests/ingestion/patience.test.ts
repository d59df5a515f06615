import { describe, expect, it, vi } from 'vitest';
import { OnrecordError } from '../../src/domain/errors.ts';
import { briefPatience, type Patience, untilStored } from '../../src/ingestion/patience.ts';

const locked = new OnrecordError('unavailable', 'Another process is writing.', { retryAfter: 0.01 });
const full = new OnrecordError('unavailable', 'The disk is full.', { retryAfter: 60 });

describe('patience', () => {
  it('tries again where the cause goes away by itself, and gives up in the end', async () => {
    const onWait = vi.fn();
    const work = vi
      .fn()
      .mockRejectedValueOnce(locked)
      .mockRejectedValueOnce(locked)
      .mockResolvedValue('stored');
    expect(await untilStored(work, { ...briefPatience, onWait })).toBe('stored');
    expect(onWait.mock.calls).toEqual([[locked]]);
    const never = vi.fn().mockRejectedValue(locked);
    await expect(untilStored(never, { ...briefPatience, longest: 100 })).rejects.toBe(locked);
    expect(never.mock.calls.length).toBeGreaterThan(2);
  });

  it.each([full, new OnrecordError('deleted', 'It was deleted.'), new Error('a bug')])(
    'gives up at once for %s, when it is brief',
    async (error) => {
      const work = vi.fn().mockRejectedValue(error);
      await expect(untilStored(work, briefPatience)).rejects.toBe(error);
      expect(work).toHaveBeenCalledTimes(1);
    },
  );

  it('waits for a person who makes room, and no longer than until it is stopped', async () => {
    const stopping = new AbortController();
    const patience: Patience = {
      signal: stopping.signal,
      longest: Number.POSITIVE_INFINITY,
      soon: Number.POSITIVE_INFINITY,
      onWait: () => {},
    };
    const work = vi.fn().mockRejectedValueOnce(locked).mockResolvedValue('stored');
    expect(await untilStored(work, patience)).toBe('stored');
    const stopped = expect(untilStored(() => Promise.reject(full), patience)).rejects.toThrow(/abort/);
    stopping.abort();
    await stopped;
  });
});
