import { describe, expect, it, vi } from 'vitest';
import { OnrecordError } from '../../src/domain/errors.ts';
import { patiently } from '../../src/ingestion/patience.ts';

const locked = new OnrecordError('unavailable', 'Another process is writing.', { retryAfter: 1 });
const full = new OnrecordError('unavailable', 'The disk is full.', { retryAfter: 60 });

describe('patience', () => {
  it('tries again where the cause goes away by itself, and gives up in the end', async () => {
    vi.useFakeTimers();
    const saveMany = vi
      .fn()
      .mockRejectedValueOnce(locked)
      .mockRejectedValueOnce(locked)
      .mockResolvedValue([]);
    const saving = patiently(saveMany)([]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await saving).toEqual([]);
    expect(saveMany).toHaveBeenCalledTimes(3);
    const never = vi.fn().mockRejectedValue(locked);
    const failing = expect(patiently(never)([])).rejects.toBe(locked);
    await vi.advanceTimersByTimeAsync(60_000);
    await failing;
    expect(never).toHaveBeenCalledTimes(12);
    vi.useRealTimers();
  });

  it.each([full, new Error('a bug')])('gives up at once for %s', async (error) => {
    const saveMany = vi.fn().mockRejectedValue(error);
    await expect(patiently(saveMany)([])).rejects.toBe(error);
    expect(saveMany).toHaveBeenCalledTimes(1);
  });
});
