/** A line on a terminal's standard error that says how far a long task has come; nothing in a pipe. */
export interface Progress {
  /** `done` of the whole, and what has come of it so far. */
  show(done: number, label: string): void;
  /** Takes the line away. */
  end(): void;
}

/** How often the line is drawn anew. */
const intervalMs = 100;
const barWidth = 24;

export function startProgress(total: number): Progress {
  const line = startLine();
  return {
    show: (done, label) => line.show((seconds) => progressLine(done, total, seconds, label)),
    end: line.end,
  };
}

/** A line that is drawn over and over again. */
export interface Line {
  /** `compose` is given the seconds since the start. */
  show(compose: (seconds: number) => string): void;
  end(): void;
}

export function startLine(): Line {
  if (process.stderr.isTTY !== true) return { show: () => {}, end: () => {} };
  const started = performance.now();
  let drawn = Number.NEGATIVE_INFINITY;
  const clear = '\r\u001b[2K';
  return {
    show(compose) {
      const now = performance.now();
      if (now - drawn < intervalMs) return;
      drawn = now;
      process.stderr.write(clear + compose((now - started) / 1000));
    },
    end() {
      process.stderr.write(clear);
    },
  };
}

/** Shows how far a file is copied. */
export function watchCopy(): { watch(done: number, total: number): void; end(): void } {
  let progress: Progress | null = null;
  const inMegabytes = (bytes: number) => Math.ceil(bytes / 1e6);
  return {
    watch(done, total) {
      progress ??= startProgress(inMegabytes(total));
      progress.show(inMegabytes(done), 'MB copied');
    },
    end: () => progress?.end(),
  };
}

/** "████░░░░ 12/40 · 3 articles · 80/s · 0:01 left" */
function progressLine(done: number, total: number, seconds: number, label: string): string {
  const rate = seconds > 0 ? done / seconds : 0;
  const bar = showBar(total === 0 ? 1 : done / total);
  return [`${bar} ${done}/${total}`, label, showRate(rate), ...showTimeLeft(total - done, rate)].join(' · ');
}

export function showBar(share: number): string {
  const filled = Math.round(barWidth * Math.min(share, 1));
  return '█'.repeat(filled) + '░'.repeat(barWidth - filled);
}

/** A second. */
export function showRate(rate: number): string {
  return `${rate.toFixed(rate < 10 ? 1 : 0)}/s`;
}

/** How long what is left takes; nothing where that is not known. */
export function showTimeLeft(left: number, rate: number): readonly string[] {
  if (rate <= 0) return [];
  const seconds = Math.ceil(Math.max(left, 0) / rate);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const pad = (number: number) => String(number).padStart(2, '0');
  const clock = hours === 0 ? `${minutes}` : `${hours}:${pad(minutes)}`;
  return [`${clock}:${pad(seconds % 60)} left`];
}
