import type { Knowledge } from '../../knowledge.ts';
import { type FoundFile, readInput } from '../inputFiles.ts';
import type { CheckRequest, FileResult } from './checkedFile.ts';
import { checkText } from './checkText.ts';
import { isForeign } from './sniff.ts';

/** Reads and checks a file of the file system. Never throws: what goes wrong is the result. */
export function checkFile(file: FoundFile, request: CheckRequest, knowledge: Knowledge): FileResult {
  const input = attempt(() => (file.isNamed || !isForeign(file.path) ? readInput(file.path) : null));
  if (input instanceof Error) return { kind: 'unreadable', reason: input.message };
  if (input === null) return { kind: 'skipped' };
  const result = attempt(() => checkText(file, input, request, knowledge));
  return result instanceof Error ? faultResult(file, result.message) : result;
}

/**
 * The result for a file that QPP Lens itself failed on: an error, since nobody knows what the rules would have said.
 * @param reason what happened, for those who mend it
 */
export function faultResult({ path, isNamed }: FoundFile, reason: string): FileResult {
  const start = { line: 0, character: 0 };
  const finding = {
    rule: 'internal',
    layer: 'internal',
    severity: 'error',
    message: `QPP Lens failed on this file and could not check it (${reason}). This is a fault in QPP Lens; the other files were checked.`,
    range: { start, end: start },
    conf: [],
    data: { internal: true },
  } as const;
  const findings = [{ finding, fingerprint: '', excerpt: null, isAccepted: false }];
  const file = { path, isNamed, format: null, performanceYear: null, participant: null, findings };
  return { kind: 'checked', file, facts: [] };
}

function attempt<T>(task: () => T): T | Error {
  try {
    return task();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
