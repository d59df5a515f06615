import { Worker, type WorkerOptions } from 'node:worker_threads';

/** The file of a module, named without extension, that lies beside another one, compiled or not as that is. */
export function moduleBeside(address: string, name: string): URL {
  return new URL(`./${name}${address.slice(address.lastIndexOf('.'))}`, address);
}

/** Runs a module in a thread. */
export function startThread(file: URL, options: WorkerOptions = {}): Worker {
  if (!file.pathname.endsWith('.ts')) return new Worker(file, options);
  // In a checkout, where the sources run as they are, tsx reads them.
  const run = `import('tsx/esm/api').then(({ register }) => { register(); return import('${file}'); })`;
  return new Worker(run, { ...options, eval: true });
}
