import { setPriority } from 'node:os';
import { workerData } from 'node:worker_threads';
import type { Article } from './domain/article.ts';
import type { SourceDocument } from './domain/source-document.ts';
import { extract } from './index.ts';
import { answerEach } from './threads.ts';

// A thread that structures articles. Whoever waits for an answer goes before it: on Linux a thread has a priority of its
// own (elsewhere it would be the whole process's).
const { niceness } = workerData as { readonly niceness: number };
if (process.platform === 'linux') setPriority(niceness);

answerEach<SourceDocument, Article>(extract);
