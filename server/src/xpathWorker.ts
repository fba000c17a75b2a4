import { parentPort } from 'node:worker_threads';
import { parseXml } from './xml/parse.ts';
import { evaluateXpath } from './xpath/evaluate.ts';
import type { XpathQuery } from './xpath/query.ts';

/** What the worker is asked; it answers with one `XpathAnswer` after the other. */
export interface XpathJob {
  readonly text: string;
  readonly queries: readonly XpathQuery[];
}

parentPort?.once('message', ({ text, queries }: XpathJob) => {
  for (const answer of evaluateXpath(parseXml(text), queries)) parentPort?.postMessage(answer);
});
