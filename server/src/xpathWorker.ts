import { parentPort } from 'node:worker_threads';
import { parseXml } from './xml/parse.ts';
import { openXpath } from './xpath/evaluate.ts';
import type { XpathQuery } from './xpath/query.ts';

/** What the worker is asked; it says that it is {@link READY}, then gives one `XpathAnswer` after the other. */
export interface XpathJob {
  readonly text: string;
  readonly queries: readonly XpathQuery[];
}

/** The text has been read. */
export const READY = 'ready';

parentPort?.once('message', ({ text, queries }: XpathJob) => {
  const ask = openXpath(parseXml(text));
  parentPort?.postMessage(READY);
  for (const query of queries) parentPort?.postMessage(ask(query));
});
