import type { XpathJob, XpathNews } from './job.ts';
import type { AskXpath, XpathAnswer } from './query.ts';

/** A thread that was just started, in Node or a browser. */
export interface XpathWorker {
  ask(job: XpathJob): void;
  onNews(listener: (news: XpathNews) => void): void;
  onFault(listener: (reason: string) => void): void;
  /** Ends it, whatever it does; nothing is heard of it any more. */
  end(): void;
}

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
 * @param startWorker starts such a thread
 */
export function createXpathWorkers(startWorker: () => XpathWorker, budget: XpathBudget = BUDGET): AskXpath {
  return async (text, queries, signal) => {
    const answers: XpathAnswer[] = [];
    let left = budget.job;
    while (answers.length < queries.length) {
      const rest = queries.slice(answers.length);
      if (left <= 0) {
        const reason = `the expressions before it took all of the ${seconds(budget.job)} there are`;
        return [...answers, ...rest.map(() => ({ kind: 'fault' as const, reason }))];
      }
      const shift = await work(startWorker, { text, queries: rest }, budget, signal);
      answers.push(...shift.answers);
      if (shift.fault !== null) {
        answers.push({ kind: 'fault', reason: shift.fault });
        left -= budget.query;
      }
    }
    return answers;
  };
}

function work(
  startWorker: () => XpathWorker,
  job: XpathJob,
  budget: XpathBudget,
  signal: AbortSignal,
): Promise<Shift> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const worker = startWorker();
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
      worker.end();
    }

    signal.addEventListener('abort', callOff);
    worker.onNews((news) => {
      clearTimeout(timer);
      if (news !== 'ready') answers.push(news);
      if (answers.length === job.queries.length) finish(null);
      else timer = stopAfter(budget.query, 'it');
    });
    worker.onFault((reason) => finish(`it could not be evaluated (${reason})`));
    worker.ask(job);
  });
}

function seconds(milliseconds: number): string {
  return `${milliseconds / 1000} s`;
}
