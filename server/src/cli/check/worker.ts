import type { Knowledge } from '../../knowledge.ts';
import { checkFile } from './checkFile.ts';
import type { WorkerMethods } from './workers.ts';

/** Runs in a thread: checks the files that the pool hands it, by data that is read once. */
export async function answerChecks(read: (measuresData: string | null) => Knowledge): Promise<void> {
  const { worker } = await import('workerpool');
  let knowledge: Knowledge | null = null;
  const methods: WorkerMethods = {
    checkFile: (file, request) => {
      knowledge ??= read(request.measuresData);
      return checkFile(file, request, knowledge);
    },
  };
  worker(methods);
}
