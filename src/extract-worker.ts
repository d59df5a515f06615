import type { Article } from './domain/article.ts';
import type { SourceDocument } from './domain/source-document.ts';
import { extract } from './index.ts';
import { answerEach, giveWay } from './threads.ts';

// A thread that structures articles. Whoever waits for an answer of the server goes before it.
giveWay();
answerEach<SourceDocument, Article>(extract);
