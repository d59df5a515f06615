import { expect, test } from 'vitest';
import { Room } from '../../src/tagging/room.ts';

test('a room is taken again and again, grows, and keeps no more than texts need', () => {
  const room = new Room((length) => new Float64Array(length));
  const first = room.take(3);
  expect(first.length).toBeGreaterThanOrEqual(3);
  expect(room.take(2)).toBe(first);
  const larger = room.take(100);
  expect(larger.length).toBeGreaterThanOrEqual(100);
  expect(room.take(1e6)).toHaveLength(1e6);
  expect(room.take(100)).toBe(larger);
});
