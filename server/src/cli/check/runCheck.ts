import type { Knowledge } from '../../knowledge.ts';
import { acrossFilesChecks, type FileFacts } from '../acrossFiles.ts';
import type { Environment } from '../command.ts';
import type { FoundFile } from '../inputFiles.ts';
import type { Output } from '../output.ts';
import { type Progress, startProgress } from '../progress.ts';
import type { Baseline } from './baseline.ts';
import type { CheckedFinding, CheckRequest, FileResult } from './checkedFile.ts';
import { checkText } from './checkText.ts';
import { fingerprints } from './fingerprint.ts';
import type { AcrossFiles, Report } from './reports/report.ts';
import { checkApart, checkHere, type Results, workersFor } from './results.ts';
import type { StandardInput } from './standardInput.ts';
import { EMPTY_SUMMARY, type Summary, withFindings } from './summary.ts';
import { startWorkers, type Workers } from './workers.ts';

/** What is checked, and which findings are told. */
export interface CheckRun {
  readonly files: readonly FoundFile[];
  /** The one of the files whose content came by standard input. */
  readonly input: StandardInput | null;
  readonly request: CheckRequest;
  readonly baseline: Baseline;
  /** Tell errors alone. */
  readonly isQuiet: boolean;
  /** Ends the run. */
  readonly interruption: AbortSignal;
}

/**
 * Checks files and writes the report of each as soon as those before it are written.
 * @returns the figures; `null` when the user interrupted, and the report is unfinished
 */
export async function runCheck(
  run: CheckRun,
  report: Report,
  output: Output,
  environment: Environment,
): Promise<Summary | null> {
  const knowledge = environment.knowledge(run.request.measuresData);
  const { interruption } = run;
  const count = run.input ? 0 : workersFor(run.files);
  const workers = count === 0 ? null : await startWorkers(environment.workerProgram, count, run.request);
  const progress = await startProgress(run.files.length, environment.terminal);
  // A thread that is busy hears nothing: it is ended, and what waits for it goes on to the end of the loop.
  interruption.addEventListener('abort', () => void workers?.end());
  try {
    const told = await tellFiles(run, report, {
      results: resultsOf(run, workers, count, knowledge),
      knowledge,
      isInterrupted: () => interruption.aborted,
      write: (text) => {
        if (text === '') return;
        if (output.isOnScreen) progress.around(() => output.write(text));
        else output.write(text);
      },
      tell: (message) => progress.around(() => environment.terminal.error(message)),
      progress,
    });
    progress.end();
    if (told === null) output.abandon();
    else output.finish();
    return told;
  } catch (error) {
    progress.end();
    output.abandon();
    throw error;
  } finally {
    await workers?.end();
  }
}

function resultsOf(
  { files, input, request }: CheckRun,
  workers: Workers | null,
  count: number,
  knowledge: Knowledge,
): Results {
  if (workers) return checkApart(files, count, workers.check);
  const rest = files.filter((file) => file !== input?.file);
  const here = checkHere(rest, request, knowledge);
  if (!input) return here;
  const { file, content } = input;
  return (async function* () {
    yield [file, checkText(file, content, request, knowledge)] as const;
    yield* here;
  })();
}

interface Telling {
  readonly results: Results;
  readonly knowledge: Knowledge;
  readonly progress: Progress;
  isInterrupted(): boolean;
  write(text: string): void;
  tell(message: string): void;
}

async function tellFiles(run: CheckRun, report: Report, telling: Telling): Promise<Summary | null> {
  const { results, write, tell, progress, isInterrupted } = telling;
  const facts = acrossFilesChecks.map((): FileFacts[] => []);
  let summary = EMPTY_SUMMARY;
  write(report.start());
  for await (const [{ path }, result] of results) {
    if (isInterrupted()) return null;
    progress.advance();
    summary = { ...summary, ...counted(summary, result) };
    if (result.kind === 'unreadable') tell(`qpp-lens: ${result.reason}`);
    if (result.kind !== 'checked') continue;
    const findings = run.baseline.mark(path, result.file.findings);
    summary = withFindings(summary, findings);
    write(report.file({ ...result.file, findings: shown(findings, run) }));
    result.facts.forEach((fact, index) => {
      if (fact !== null) facts[index]?.push({ path, facts: fact });
    });
  }
  const across = findingsAcross(facts, run, telling.knowledge);
  for (const { findings } of across) summary = withFindings(summary, findings);
  write(
    report.end(
      summary,
      across.map((file) => ({ ...file, findings: shown(file.findings, run) })),
    ),
  );
  return summary;
}

function counted({ files, skipped, unreadable }: Summary, { kind }: FileResult): Partial<Summary> {
  if (kind === 'checked') return { files: files + 1 };
  return kind === 'skipped' ? { skipped: skipped + 1 } : { unreadable: unreadable + 1 };
}

function shown(findings: readonly CheckedFinding[], { isQuiet }: CheckRun): readonly CheckedFinding[] {
  return isQuiet ? findings.filter(({ finding }) => finding.severity === 'error') : findings;
}

/** What the files give together, by the file it stands in. */
function findingsAcross(
  facts: readonly (readonly FileFacts[])[],
  { request, baseline }: CheckRun,
  knowledge: Knowledge,
): AcrossFiles[] {
  const all = acrossFilesChecks.flatMap((check, index) =>
    check.findings(facts[index] ?? [], knowledge, request),
  );
  const byPath = new Map<string, CheckedFinding[]>();
  for (const { path, findings } of all) {
    const names = fingerprints(findings, () => '');
    const checked = findings.map((finding, index) => ({
      finding,
      fingerprint: names[index] ?? '',
      excerpt: null,
      isAccepted: false,
    }));
    byPath.set(path, [...(byPath.get(path) ?? []), ...checked]);
  }
  return [...byPath].map(([path, findings]) => ({ path, findings: baseline.mark(path, findings) }));
}
