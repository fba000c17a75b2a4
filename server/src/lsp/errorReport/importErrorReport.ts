import { importReport } from '../../errorReports/importReport.ts';
import { type AnsweredPaths, pathsToAsk } from '../../errorReports/locate.ts';
import { readErrorReport } from '../../errorReports/readReport.ts';
import type { Knowledge } from '../../knowledge.ts';
import { decodedUri } from '../../text/decodedUri.ts';
import type { AskXpath } from '../../xpath/query.ts';
import type { OpenDocument } from '../openDocuments.ts';
import type { ImportReportResult } from '../protocol.ts';
import { importedDiagnostic } from './importedDiagnostic.ts';

/** Lays a report upon an open file, as the editor shows it. */
export async function importErrorReport(
  text: string,
  { uri, document, findings }: OpenDocument,
  { explainMessage }: Knowledge,
  ask: AskXpath,
  signal: AbortSignal,
): Promise<ImportReportResult> {
  const report = readErrorReport(text);
  const paths = pathsToAsk(report.errors, document);
  const answered = await answersTo(paths, document.text, ask, signal);
  const target = { document, findings, fileName: decodedUri(uri) };
  const { errors, notes } = importReport(report, target, answered, explainMessage);
  return {
    diagnostics: errors.map((error) => importedDiagnostic(error, uri)),
    placeless: errors.filter(({ precision }) => precision === 'file').length,
    notes,
  };
}

async function answersTo(
  paths: readonly string[],
  text: string,
  ask: AskXpath,
  signal: AbortSignal,
): Promise<AnsweredPaths> {
  if (paths.length === 0) return new Map();
  const answers = await ask(
    text,
    paths.map((context) => ({ context })),
    signal,
  );
  return new Map(paths.flatMap((path, at) => (answers[at] ? [[path, answers[at]] as const] : [])));
}
