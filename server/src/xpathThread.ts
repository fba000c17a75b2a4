import { Worker } from 'node:worker_threads';
import type { XpathWorker } from './xpath/workers.ts';

/**
 * Starts a thread that evaluates XPath.
 * @param script the bundle of `xpathWorker.ts`
 */
export function startXpathThread(script: string): XpathWorker {
  const worker = new Worker(script);
  return {
    ask: (job) => worker.postMessage(job),
    onNews: (listener) => worker.on('message', listener),
    onFault: (listener) =>
      worker.on('error', (error) => listener(error instanceof Error ? error.message : String(error))),
    end: () => {
      worker.removeAllListeners('message');
      void worker.terminate();
    },
  };
}
