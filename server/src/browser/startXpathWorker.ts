import type { XpathWorker } from '../xpath/workers.ts';

/**
 * Starts a worker that evaluates XPath.
 * @param script address of the bundle of `xpathWorker.ts`
 */
export function startXpathWorker(script: string): XpathWorker {
  // The script may come from another origin than the page, from which a worker cannot be started directly.
  const loader = URL.createObjectURL(new Blob([`importScripts(${JSON.stringify(script)})`]));
  const worker = new Worker(loader);
  return {
    ask: (job) => worker.postMessage(job),
    onNews: (listener) => worker.addEventListener('message', ({ data }) => listener(data)),
    onFault: (listener) => worker.addEventListener('error', ({ message }) => listener(message)),
    end: () => {
      worker.terminate();
      URL.revokeObjectURL(loader);
    },
  };
}
