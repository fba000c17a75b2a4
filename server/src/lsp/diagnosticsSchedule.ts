/** When a file is read again after a change. */
export interface DiagnosticsSchedule {
  /** Runs the task for the file soon; a later call for the same file replaces one that has not run. */
  request(uri: string, task: () => void): void;
  cancel(uri: string): void;
}

/** The longest pause between two readings of one file while someone types. */
const LONGEST_PAUSE_MS = 150;

/**
 * Reads at once after the first change, and after that leaves the server as much time for other requests as the
 * last reading took: a small file is checked at every keystroke, a huge one does not block hover and completion.
 * @param failed is told what a task threw; the server goes on with other files
 */
export function createDiagnosticsSchedule(
  failed: (error: unknown) => void,
  now: () => number = () => performance.now(),
): DiagnosticsSchedule {
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  const readyAt = new Map<string, number>();

  function run(uri: string, task: () => void): void {
    waiting.delete(uri);
    const start = now();
    try {
      task();
    } catch (error) {
      failed(error);
    }
    const end = now();
    readyAt.set(uri, end + Math.min(end - start, LONGEST_PAUSE_MS));
  }

  function cancel(uri: string): void {
    clearTimeout(waiting.get(uri));
    waiting.delete(uri);
    readyAt.delete(uri);
  }

  return {
    request(uri, task) {
      clearTimeout(waiting.get(uri));
      const pause = Math.max(0, (readyAt.get(uri) ?? 0) - now());
      waiting.set(
        uri,
        setTimeout(() => run(uri, task), pause),
      );
    },
    cancel,
  };
}
