/** One probability that was given, and whether what it was given for is right. */
export interface Judged {
  readonly confidence: number;
  readonly isRight: boolean;
}

export interface ConfidenceScore {
  readonly count: number;
  /**
   * Expected calibration error in [0, 1], over ten bins of equal width: how far the mean confidence of a bin lies from
   * its share of right ones, weighted by size (Naeini et al., 2015).
   */
  readonly calibrationError: number;
  /** Area under the ROC curve: how often a right one has more confidence than a wrong one. Null where one kind is missing. */
  readonly areaUnderCurve: number | null;
  /** The share that has at least {@link sureConfidence}, and the share of right ones among them. */
  readonly sure: { readonly share: number; readonly right: number };
}

export const sureConfidence = 0.9;

const binCount = 10;

/** Do probabilities mean what they say, and do they tell right from wrong? */
export function scoreConfidence(judged: readonly Judged[]): ConfidenceScore {
  const sure = judged.filter(({ confidence }) => confidence >= sureConfidence);
  const right = sure.filter(({ isRight }) => isRight);
  return {
    count: judged.length,
    calibrationError: calibrationError(judged),
    areaUnderCurve: areaUnderCurve(judged),
    sure: {
      share: judged.length === 0 ? 0 : sure.length / judged.length,
      right: sure.length === 0 ? 0 : right.length / sure.length,
    },
  };
}

function calibrationError(judged: readonly Judged[]): number {
  const bins = Array.from({ length: binCount }, () => ({ confidence: 0, right: 0 }));
  for (const { confidence, isRight } of judged) {
    const bin = bins[Math.min(binCount - 1, Math.floor(confidence * binCount))]!;
    bin.confidence += confidence;
    if (isRight) bin.right++;
  }
  const distance = bins.reduce((sum, { confidence, right }) => sum + Math.abs(confidence - right), 0);
  return judged.length === 0 ? 0 : distance / judged.length;
}

/** The Mann–Whitney statistic: ties share their ranks. */
function areaUnderCurve(judged: readonly Judged[]): number | null {
  const sorted = judged.toSorted((a, b) => a.confidence - b.confidence);
  const positives = judged.filter(({ isRight }) => isRight).length;
  const negatives = judged.length - positives;
  if (positives === 0 || negatives === 0) return null;
  let rankSum = 0;
  for (let start = 0; start < sorted.length; ) {
    let end = start;
    while (end < sorted.length && sorted[end]!.confidence === sorted[start]!.confidence) end++;
    const meanRank = (start + 1 + end) / 2;
    for (let i = start; i < end; i++) if (sorted[i]!.isRight) rankSum += meanRank;
    start = end;
  }
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}
