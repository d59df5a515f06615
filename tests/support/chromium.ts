import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const elsewhere = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** The path of a Chromium on this machine, or the one that `CHROMIUM` names; null, said aloud, where there is none. */
export function chromiumPath(): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = [
    ...[process.env['CHROMIUM'] ?? []].flat(),
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
    ...elsewhere,
  ];
  const found = candidates.find((path) => existsSync(path)) ?? null;
  if (found === null)
    console.warn('Left out: checks in a real browser, since no Chromium is found (set CHROMIUM).');
  return found;
}

/** Headless, and on its own: it asks nobody but the pages that it is shown. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
