import { parseXml } from '../xml/parse.ts';
import { openXpath } from './evaluate.ts';
import type { XpathAnswer, XpathQuery } from './query.ts';

/** The text has been read. */
export const READY = 'ready';

/** What a worker is asked; it says that it is {@link READY}, then gives one answer after the other. */
export interface XpathJob {
  readonly text: string;
  readonly queries: readonly XpathQuery[];
}

/** What a worker says. */
export type XpathNews = XpathAnswer | typeof READY;

/** A worker's work, from reading the text to the last answer. */
export function answerJob({ text, queries }: XpathJob, say: (news: XpathNews) => void): void {
  const ask = openXpath(parseXml(text));
  say(READY);
  for (const query of queries) say(ask(query));
}
