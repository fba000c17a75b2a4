import type { AskXpath } from '../../xpath/query.ts';
import {
  type CheckResult,
  checkResults,
  checksOfYear,
  LARGEST_CHECKED,
  queriesOf,
  tooLarge,
} from '../../xpathChecks/checkResults.ts';
import type { XpathCheck } from '../../xpathChecks/xpathCheck.ts';
import type { OpenDocument } from '../openDocuments.ts';

/** A team's own checks of the open files. */
export interface TeamChecks {
  /** What they say of this version as far as that is known; otherwise it is worked out, and published when it is. */
  resultsOf(open: OpenDocument, checks: readonly XpathCheck[]): readonly CheckResult[];
  forget(uri: string): void;
}

/** The checks of one version of a file: waiting, running, or done. */
interface Run {
  readonly version: number;
  readonly checks: readonly XpathCheck[];
  /** Ends the waiting and the thread. */
  readonly stop: () => void;
  results: readonly CheckResult[];
}

/** How long the text must rest before the checks begin. */
const REST_MS = 300;

/**
 * They run apart from the keystrokes: when the text has rested for a while, in a thread that a further edit stops.
 * @param failed is told what went wrong where nobody waits for it
 */
export function createTeamChecks(
  ask: AskXpath,
  publish: (uri: string) => void,
  failed: (error: unknown) => void,
): TeamChecks {
  const runs = new Map<string, Run>();

  function forget(uri: string): void {
    runs.get(uri)?.stop();
    runs.delete(uri);
  }

  function start(open: OpenDocument, checks: readonly XpathCheck[]): void {
    const { uri, version } = open;
    const controller = new AbortController();
    async function evaluateAndPublish(): Promise<void> {
      const results = await evaluate(open, checks, ask, controller.signal);
      if (results === null || controller.signal.aborted) return;
      run.results = results;
      publish(uri);
    }
    const timer = setTimeout(() => evaluateAndPublish().catch(failed), REST_MS);
    const stop = () => {
      clearTimeout(timer);
      controller.abort();
    };
    const run: Run = { version, checks, stop, results: [] };
    runs.set(uri, run);
  }

  return {
    resultsOf(open, checks) {
      const known = runs.get(open.uri);
      if (known?.version === open.version && known.checks === checks) return known.results;
      forget(open.uri);
      if (checks.length > 0 && open.document.format === 'qrda3') start(open, checks);
      return [];
    },
    forget,
  };
}

/** @returns `null` when the run was stopped */
async function evaluate(
  { document, catalog }: OpenDocument,
  checks: readonly XpathCheck[],
  ask: AskXpath,
  signal: AbortSignal,
): Promise<readonly CheckResult[] | null> {
  if (document.format !== 'qrda3' || !catalog) return [];
  const ofYear = checksOfYear(checks, catalog.performanceYear);
  if (ofYear.length === 0) return [];
  if (document.text.length > LARGEST_CHECKED) return [tooLarge(document)];
  try {
    return checkResults(document, ofYear, await ask(document.text, queriesOf(ofYear), signal));
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  }
}
