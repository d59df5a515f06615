import { cpus } from 'node:os';
import { measureExtraction } from './extraction.ts';
import { measureGrowth } from './growth.ts';
import { measureHttp } from './http.ts';
import { type Row, showTable } from './table.ts';

// `npm run bench`: one table, in under 90 seconds on a quiet machine. Ratios hold on a busy one too; rates do not.
const groups = new Map<string, readonly Row[]>([
  ['From text to record', await measureExtraction()],
  ['Requests over HTTP', await measureHttp()],
  ['Growth on hostile copy: time for twice the characters / time for once', measureGrowth()],
]);
console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model}`);
console.log(showTable(groups));
