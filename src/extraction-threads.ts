import { availableParallelism } from 'node:os';
import { createExtractionPool, type ExtractionPool } from './ingestion/extraction-pool.ts';
import { threadMemory } from './memory.ts';
import { moduleFile } from './package-files.ts';

/** Threads that structure articles by the lexicons and models of the package: one for each core unless another count is given. */
export function createExtractionThreads(count = availableParallelism()): ExtractionPool {
  return createExtractionPool(moduleFile('extract-worker'), count, threadMemory);
}
