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
  if (process.stderr.isTTY !== true) return { show: () => {}, end: () => {} };
  const started = performance.now();
  let drawn = Number.NEGATIVE_INFINITY;
  const clear = '\r\u001b[2K';
  return {
    show(done, label) {
      const now = performance.now();
      if (now - drawn < intervalMs) return;
      drawn = now;
      process.stderr.write(clear + progressLine(done, total, (now - started) / 1000, label));
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
export function progressLine(done: number, total: number, seconds: number, label: string): string {
  const filled = total === 0 ? barWidth : Math.round((barWidth * done) / total);
  const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled);
  const rate = seconds > 0 ? done / seconds : 0;
  const left = rate > 0 ? ` · ${showSeconds((total - done) / rate)} left` : '';
  return `${bar} ${done}/${total} · ${label} · ${rate.toFixed(rate < 10 ? 1 : 0)}/s${left}`;
}

function showSeconds(seconds: number): string {
  const whole = Math.ceil(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
