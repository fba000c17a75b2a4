import { Worker } from 'node:worker_threads';
import type { AskXpath, XpathAnswer } from './xpath/query.ts';
import type { READY, XpathJob } from './xpathWorker.ts';

/** How long expressions may take, in milliseconds. */
export interface XpathBudget {
  /** Reading the text. */
  readonly reading: number;
  /** One of them. */
  readonly query: number;
  /** All of one job together. */
  readonly job: number;
}

const BUDGET: XpathBudget = { reading: 15_000, query: 5000, job: 15_000 };

/** What a worker got done before it ended or was stopped. */
interface Shift {
  readonly answers: readonly XpathAnswer[];
  /** Why it did not answer all; `null` when it did. */
  readonly fault: string | null;
}

/**
 * Evaluates expressions in a thread of its own, which ends with its job: nothing interrupts an expression from within.
 * @param script the bundle of `xpathWorker.ts`
 */
export function createXpathWorkers(script: string, budget: XpathBudget = BUDGET): AskXpath {
  return async (text, queries, signal) => {
    const answers: XpathAnswer[] = [];
    let left = budget.job;
    while (answers.length < queries.length) {
      const rest = queries.slice(answers.length);
      if (left <= 0) {
        const reason = `the expressions before it took all of the ${seconds(budget.job)} there are`;
        return [...answers, ...rest.map(() => ({ kind: 'fault' as const, reason }))];
      }
      const shift = await work(script, { text, queries: rest }, budget, signal);
      answers.push(...shift.answers);
      if (shift.fault !== null) {
        answers.push({ kind: 'fault', reason: shift.fault });
        left -= budget.query;
      }
    }
    return answers;
  };
}

function work(script: string, job: XpathJob, budget: XpathBudget, signal: AbortSignal): Promise<Shift> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const worker = new Worker(script);
    const answers: XpathAnswer[] = [];
    let timer = stopAfter(budget.reading, 'reading the file');

    function stopAfter(limit: number, what: string): ReturnType<typeof setTimeout> {
      return setTimeout(() => finish(`${what} took longer than ${seconds(limit)} and was stopped`), limit);
    }
    function finish(fault: string | null): void {
      end();
      resolve({ answers, fault });
    }
    function callOff(): void {
      end();
      reject(signal.reason);
    }
    function end(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', callOff);
      worker.removeAllListeners('message');
      void worker.terminate();
    }

    signal.addEventListener('abort', callOff);
    worker.on('message', (said: XpathAnswer | typeof READY) => {
      clearTimeout(timer);
      if (said !== 'ready') answers.push(said);
      if (answers.length === job.queries.length) finish(null);
      else timer = stopAfter(budget.query, 'it');
    });
    worker.on('error', (error) => finish(`it could not be evaluated (${messageOf(error)})`));
    worker.postMessage(job);
  });
}

function seconds(milliseconds: number): string {
  return `${milliseconds / 1000} s`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
