import type { Random } from './random.ts';

/** Draws ranks in [0, size): rank r with a probability in proportion to 1 / (r + 1 + shift)^exponent (Zipf, Mandelbrot). */
export interface Zipf {
  draw(random: Random): number;
}

/** Prepares the draws, which then take the same time for any size: the alias method of Walker (1977) and Vose (1991). */
export function createZipf(size: number, exponent: number, shift = 0): Zipf {
  const chances = Float64Array.from({ length: size }, (_, rank) => (rank + 1 + shift) ** -exponent);
  const total = chances.reduce((sum, chance) => sum + chance, 0);
  const small: number[] = [];
  const large: number[] = [];
  chances.forEach((chance, rank) => {
    chances[rank] = (chance * size) / total;
    (chances[rank]! < 1 ? small : large).push(rank);
  });
  const aliases = new Int32Array(size);
  while (small.length > 0 && large.length > 0) {
    const [poor, rich] = [small.pop()!, large.pop()!];
    aliases[poor] = rich;
    chances[rich] = chances[rich]! + chances[poor]! - 1;
    (chances[rich]! < 1 ? small : large).push(rich);
  }
  // What is left over by rounding is drawn for itself.
  for (const rank of [...small, ...large]) chances[rank] = 1;
  return {
    draw: (random) => {
      const place = random.number() * size;
      const rank = Math.floor(place);
      return place - rank < chances[rank]! ? rank : aliases[rank]!;
    },
  };
}
