/** One instruction of a Dockerfile: `{ name: 'RUN', text: 'npm ci' }`. */
export interface Instruction {
  readonly name: string;
  readonly text: string;
}

/** Reads a Dockerfile: lines joined, comments left out. */
export function readDockerfile(file: string): readonly Instruction[] {
  const lines = file
    .split('\n')
    .filter((line) => !/^\s*(#|$)/.test(line))
    .join('\n')
    .replace(/\\\n/g, ' ')
    .split('\n');
  return lines.map((line) => {
    const [, name, text] = /^(\w+)\s+(.*)$/.exec(line.trim()) ?? [];
    if (name === undefined || text === undefined) throw new Error(`No instruction: ${line}`);
    return { name: name.toUpperCase(), text: text.trim() };
  });
}

/** The value of `ENV`: `A=1 B=2`. */
export function readAssignments(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...text.matchAll(/(\w+)=("[^"]*"|\S+)/g)].map(([, name, value]) => [name!, value!.replaceAll('"', '')]),
  );
}

/** The words of the JSON form: `["node", "index.js"]`. */
export function readWords(text: string): readonly string[] {
  return JSON.parse(text);
}

/**
 * Whether `.dockerignore` keeps this file out of the build. The last line that matches it, or a folder above it,
 * decides; the project's file uses no wildcards but `*`.
 */
export function isIgnored(path: string, ignoreFile: string): boolean {
  let ignored = false;
  for (const line of ignoreFile.split('\n').filter((line) => !/^\s*(#|$)/.test(line))) {
    const pattern = line.trim().replace(/^!/, '');
    if (pattern === '*' || path === pattern || path.startsWith(`${pattern}/`))
      ignored = !line.startsWith('!');
  }
  return ignored;
}
