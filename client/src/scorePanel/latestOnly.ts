/** Runs a task again and again on request, one run at a time. */
export interface LatestOnly {
  /** A run that begins after now; requests during a run are met by one further run. */
  request(): void;
  /** No run begins any more. */
  stop(): void;
}

/**
 * Never two runs at once, and never a run for what a later one tells anyway: while one waits for its answer, requests
 * gather. The task must not reject.
 */
export function createLatestOnly(task: () => Promise<void>): LatestOnly {
  let isRunning = false;
  let isWanted = false;
  let isStopped = false;

  async function run(): Promise<void> {
    isRunning = true;
    while (isWanted && !isStopped) {
      isWanted = false;
      await task();
    }
    isRunning = false;
  }

  return {
    request() {
      isWanted = true;
      if (!isRunning) void run();
    },
    stop() {
      isStopped = true;
    },
  };
}
