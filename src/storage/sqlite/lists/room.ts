let room = new Uint32Array(0);

/**
 * Room for the longest list of places that there is at a time; who takes it next writes over it. To make room for millions
 * anew takes as long as to look at them, and to clean it up as long again.
 */
export function takeRoom(size: number): Uint32Array {
  if (room.length < size) room = new Uint32Array(size);
  return room.subarray(0, size);
}
