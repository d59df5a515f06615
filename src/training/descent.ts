/**
 * Minimises a convex function of some weights: `fillGradient` writes its gradient at the weights. Adam (Kingma and Ba,
 * 2015) over all examples at once, with a rate that falls; the same function gives the same weights.
 */
export function minimize(
  width: number,
  steps: number,
  fillGradient: (weights: Float64Array, gradient: Float64Array) => void,
): Float64Array {
  const weights = new Float64Array(width);
  const gradient = new Float64Array(width);
  const mean = new Float64Array(width);
  const square = new Float64Array(width);
  for (let step = 1; step <= steps; step += 1) {
    fillGradient(weights, gradient);
    const rate = 0.1 / Math.sqrt(1 + step / 50);
    for (let index = 0; index < width; index += 1) {
      mean[index] = 0.9 * mean[index]! + 0.1 * gradient[index]!;
      square[index] = 0.999 * square[index]! + 0.001 * gradient[index]! ** 2;
      const direction = mean[index]! / (1 - 0.9 ** step);
      weights[index]! -= (rate * direction) / (Math.sqrt(square[index]! / (1 - 0.999 ** step)) + 1e-8);
    }
  }
  return weights;
}

/** Weights as they are stored: three decimals. */
export const roundWeight = (weight: number): number => Math.round(weight * 1000) / 1000;
