import { openDocument } from '../document/openDocument.ts';
import type { Knowledge } from '../knowledge.ts';
import { checkDocument } from '../rules/run.ts';
import type { CheckArguments } from './arguments.ts';
import type { FileReport } from './checkReport.ts';
import { fileReport, renderJson, renderPretty } from './checkReport.ts';
import { findFiles, readInput } from './inputFiles.ts';
import type { Terminal } from './terminal.ts';

/** `check`: reports every file. @returns exit code 1 when a finding has severity error */
export function check(options: CheckArguments, knowledge: Knowledge, terminal: Terminal): number {
  const reports = findFiles(options.paths).map((path) => checkFile(path, options, knowledge));
  terminal.out(options.format === 'json' ? renderJson(reports) : renderPretty(reports, terminal.hasColor));
  return reports.some(({ findings }) => findings.some(({ severity }) => severity === 'error')) ? 1 : 0;
}

function checkFile(
  path: string,
  { performanceYear, profile, raw }: CheckArguments,
  knowledge: Knowledge,
): FileReport {
  const { text, encodingFault } = readInput(path);
  const document = openDocument(text, knowledge.catalogs, {
    performanceYear,
    encodingFault,
    ...syntaxHint(path),
  });
  return fileReport(
    path,
    document,
    checkDocument(document, knowledge, { profile, raw, performanceYear, severities: {} }),
  );
}

/** A text that begins like neither is judged by what its name says it should be. */
function syntaxHint(path: string): { readonly syntaxHint?: 'xml' | 'json' } {
  const ending = /\.(xml|json)$/i.exec(path)?.[1]?.toLowerCase();
  return ending === 'xml' || ending === 'json' ? { syntaxHint: ending } : {};
}
