import { Worker } from 'node:worker_threads';
import type { AskXpath, XpathAnswer } from './xpath/query.ts';
import type { XpathJob } from './xpathWorker.ts';

/** How long expressions may take, in milliseconds. */
export interface XpathBudget {
  /** One of them; the first one's includes reading the text. */
  readonly query: number;
  /** All of one job together. */
  readonly job: number;
}

const BUDGET: XpathBudget = { query: 5000, job: 15_000 };

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
    let timer = setTimeout(stop, budget.query);
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      void worker.terminate();
    };
    const finish = (fault: string | null) => {
      end();
      resolve({ answers, fault });
    };
    function stop(): void {
      finish(`it took longer than ${seconds(budget.query)} and was stopped`);
    }
    function abort(): void {
      end();
      reject(signal.reason);
    }
    signal.addEventListener('abort', abort);
    worker.on('message', (answer: XpathAnswer) => {
      answers.push(answer);
      clearTimeout(timer);
      timer = setTimeout(stop, budget.query);
      if (answers.length === job.queries.length) finish(null);
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
