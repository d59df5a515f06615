/**
 * Proves the Dockerfile where no Docker engine runs: carries out its instructions in an empty Debian root, starts what
 * it builds as the user that it names, waits for its health check, writes and reads an article, and stops it.
 *
 *   sudo npx tsx tests/docker/prove.ts [folder]
 *
 * Needs root, debootstrap and the network. The base root stays in the folder, so that the next run is quick.
 */
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isIgnored, readAssignments, readDockerfile, readWords } from './dockerfile.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const folder = process.argv[2] ?? join(tmpdir(), 'onrecord-docker');
const key = 'a-key-for-the-proof';
const port = 3999;

interface Stage {
  readonly root: string;
  readonly environment: Record<string, string>;
  workdir: string;
  user: string;
  health: readonly string[];
  entrypoint: readonly string[];
  command: readonly string[];
}

const base = makeBase();
const context = makeContext();
const stages = new Map<string, Stage>();
try {
  const image = build();
  console.log(`Image: ${megabytes(image.root) - megabytes(base)} MB above the base.`);
  await proveRunning(image);
  console.log('The Dockerfile holds: built, healthy, wrote, read, stopped.');
} finally {
  for (const { root } of stages.values()) run('umount', join(root, 'proc'));
}

/** Debian 13 with Node 20, at the places where `node:20-…-slim` has it. */
function makeBase(): string {
  const root = join(folder, 'base');
  if (existsSync(join(root, '.complete'))) return root;
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  run('debootstrap', '--variant=minbase', '--include=ca-certificates', 'trixie', root);
  const shell = (command: string) => run('chroot', root, 'sh', '-c', command);
  shell('apt-get update -qq && apt-get install -y -qq --no-install-recommends nodejs npm libnode-dev');
  shell('useradd --create-home --uid 1000 node && mkdir -p /usr/local/include');
  symlinkSync('/usr/include/node', join(root, 'usr/local/include/node'));
  const certificates = '/etc/ssl/certs/ca-certificates.crt';
  if (existsSync(certificates)) cpSync(certificates, join(root, certificates));
  shell('touch /.complete');
  return root;
}

/** The files of the last commit that `.dockerignore` lets through. */
function makeContext(): string {
  const root = join(folder, 'context');
  rmSync(root, { recursive: true, force: true });
  const ignore = readFileSync(join(project, '.dockerignore'), 'utf8');
  const files = execFileSync('git', ['ls-files', '-z'], { cwd: project, encoding: 'utf8' })
    .split('\0')
    .filter(Boolean);
  for (const file of files.filter((name) => !isIgnored(name, ignore))) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    cpSync(join(project, file), join(root, file));
  }
  return root;
}

function build(): Stage {
  let stage: Stage | null = null;
  for (const { name, text } of readDockerfile(readFileSync(join(project, 'Dockerfile'), 'utf8'))) {
    console.log(`${name} ${text}`);
    if (name === 'FROM') stage = startStage(text);
    else if (stage === null) throw new Error(`${name} before FROM`);
    else carryOut(stage, name, text);
  }
  return stage!;
}

function startStage(text: string): Stage {
  const [, , label] = /^(\S+)(?:\s+AS\s+(\S+))?$/i.exec(text) ?? [];
  const root = join(folder, `stage-${stages.size}`);
  rmSync(root, { recursive: true, force: true });
  run('cp', '-a', base, root);
  const stage: Stage = {
    root,
    environment: {},
    workdir: '/',
    user: 'root',
    health: [],
    entrypoint: [],
    command: [],
  };
  // As in a container; npm needs it to run install scripts.
  run('mount', '-t', 'proc', 'proc', join(root, 'proc'));
  stages.set(label ?? String(stages.size), stage);
  return stage;
}

function carryOut(stage: Stage, name: string, text: string): void {
  if (name === 'ENV') Object.assign(stage.environment, readAssignments(text));
  else if (name === 'USER') stage.user = text;
  else if (name === 'ENTRYPOINT') stage.entrypoint = readWords(text);
  else if (name === 'CMD') stage.command = readWords(text);
  else if (name === 'HEALTHCHECK') stage.health = readWords(text.slice(text.indexOf('[')));
  else if (name === 'RUN') run(...inside(stage, ['sh', '-c', text]));
  else if (name === 'COPY') copy(stage, text);
  else if (name === 'WORKDIR') {
    stage.workdir = text;
    mkdirSync(join(stage.root, text), { recursive: true });
  } else if (name !== 'VOLUME' && name !== 'EXPOSE') throw new Error(`${name} is not known to this proof`);
}

function copy(stage: Stage, text: string): void {
  const [, from, places] = /^(?:--from=(\S+)\s+)?(.*)$/.exec(text)!;
  const source = from === undefined ? context : stages.get(from)!.root;
  const [target, ...sources] = places!.split(/\s+/).reverse();
  const intoFolder = sources.length > 1 || target!.endsWith('/');
  for (const path of sources) {
    const isFolder = statSync(join(source, path)).isDirectory();
    const place = join(stage.root, stage.workdir, target!, intoFolder && !isFolder ? path : '');
    cpSync(join(source, path), place, { recursive: true, verbatimSymlinks: true });
  }
}

/** A command as it runs in the container: its root, user, folder and variables, and none of ours. */
function inside(
  { root, user, workdir, environment }: Stage,
  command: readonly string[],
): [string, ...string[]] {
  const variables = {
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    HOME: user === 'root' ? '/root' : '/home/node',
    NODE_EXTRA_CA_CERTS: '/etc/ssl/certs/ca-certificates.crt',
    ...environment,
  };
  const assignments = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
  const changeFolder = ['sh', '-c', `cd ${workdir} && exec "$@"`, 'sh'];
  return ['chroot', `--userspec=${user}`, root, 'env', '-i', ...assignments, ...changeFolder, ...command];
}

async function proveRunning(stage: Stage): Promise<void> {
  Object.assign(stage.environment, { PORT: String(port), ONRECORD_API_KEYS: key });
  const [program, ...words] = inside(stage, [...stage.entrypoint, ...stage.command]);
  const server = spawn(program, words, { stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => server.on('exit', resolve));
  try {
    await untilHealthy(stage);
    const article = { text: '"The bridge is open," Maria Ruiz said.' };
    const answer = await fetch(`http://127.0.0.1:${port}/v1/articles`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify(article),
    });
    if (answer.status !== 201)
      throw new Error(`POST /v1/articles answered ${answer.status}: ${await answer.text()}`);
    const quotes = await fetch(`http://127.0.0.1:${port}/v1/quotes?speaker=ruiz`);
    console.log(`GET /v1/quotes?speaker=ruiz answered ${quotes.status}: ${await quotes.text()}`);
    if (!existsSync(join(stage.root, 'data/onrecord.db')))
      throw new Error('There is no database on the volume.');
  } finally {
    server.kill('SIGTERM');
  }
  const code = await Promise.race([ended, wait(10_000).then(() => 'none, it went on')]);
  if (code !== 0) throw new Error(`After SIGTERM its exit code was ${code}.`);
}

async function untilHealthy(stage: Stage): Promise<void> {
  for (let attempt = 0; attempt < 30; attempt++) {
    await wait(500);
    try {
      execFileSync(...splitFirst(inside(stage, stage.health)), { stdio: 'ignore' });
      return;
    } catch {
      // Not yet: that is what the health check is for.
    }
  }
  throw new Error('The health check never passed.');
}

function run(...command: readonly [string, ...string[]]): void {
  execFileSync(...splitFirst(command), { stdio: ['ignore', 'inherit', 'inherit'] });
}

function splitFirst([program, ...words]: readonly [string, ...string[]]): [string, string[]] {
  return [program, words];
}

function megabytes(root: string): number {
  return Number(execFileSync('du', ['-smx', root], { encoding: 'utf8' }).split('\t')[0]);
}
