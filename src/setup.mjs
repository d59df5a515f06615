// Makes a fresh clone ready to run, with nothing but Node and npm: installs what is missing, builds what is stale.
// Runs before `npm start` and `npm test`; takes a few milliseconds where there is nothing to do.
// Plain JavaScript, because it runs before TypeScript is there.
import { execSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = (command) => execSync(command, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });

const [major] = process.versions.node.split('.');
if (Number(major) < 20) {
  console.error(`Onrecord needs Node 20 or later; this is Node ${process.versions.node}.`);
  process.exit(1);
}

/** Does what `make` does only if the files that it depends on have changed since it last succeeded. */
function once(stamp, fingerprint, make) {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) return;
  make();
  writeFileSync(stamp, fingerprint);
}

/**
 * Puts all that a compiled module imports into its file: one file is read in half the time that some thousand take.
 * Out of it stay binaries, and packages that look for files beside theirs.
 */
function bundle(module) {
  const external = ['better-sqlite3', 'pino', '@fastify/swagger-ui'].map((name) => `--external:${name}`);
  // Packages that are no ES modules call `require`.
  const banner = `import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);`;
  run(
    `npx --no-install esbuild dist/${module} --bundle --platform=node --format=esm --target=node20 ${external.join(' ')} --banner:js="${banner}" --outfile=dist/${module} --allow-overwrite --log-level=warning`,
  );
}

const hash = (text) => createHash('sha256').update(text).digest('hex');

once(
  `${root}node_modules/.installed`,
  hash(readFileSync(`${root}package-lock.json`) + process.version),
  () => {
    console.error('Installing dependencies …');
    // Also where NODE_ENV is production: the compiler is one of the development dependencies.
    run('npm ci --include=dev --no-audit --no-fund --loglevel=error');
  },
);

if (process.argv.includes('--build')) {
  const sources = readdirSync(`${root}src`, { recursive: true })
    .filter((name) => /\.(ts|json|mjs)$/.test(name))
    .sort()
    .map((name) => `${name} ${statSync(`${root}src/${name}`).mtimeMs}`);
  // The lock too: the bundle holds the packages.
  const settings = ['tsconfig.json', 'package-lock.json'].map((name) => readFileSync(`${root}${name}`));
  once(`${root}dist/.built`, hash(sources.join('\n') + settings.join('\n')), () => {
    console.error('Building …');
    rmSync(`${root}dist`, { recursive: true, force: true });
    run('npx --no-install tsc -p src');
    bundle('main.js');
    chmodSync(`${root}dist/cli/index.js`, 0o755);
  });
}
