import type { QppDocument } from '../../document/document.ts';
import { openDocument } from '../../document/openDocument.ts';
import type { Knowledge } from '../../knowledge.ts';
import type { Finding } from '../../rules/finding.ts';
import { checkDocument } from '../../rules/run.ts';
import { acrossFilesChecks } from '../acrossFiles.ts';
import type { FoundFile, InputFile } from '../inputFiles.ts';
import type { CheckedFinding, CheckRequest, FileResult } from './checkedFile.ts';
import { excerptOf } from './excerpt.ts';
import { fileReport } from './fileReport.ts';
import { fingerprints } from './fingerprint.ts';
import { isForeignText } from './sniff.ts';
import { syntaxHint } from './syntaxHint.ts';

/** To try each fix takes several times as long as to find what is wrong: who applies one checks again anyway. */
const UNTRIED = { leavesFixesUntried: true } as const;

/** Checks a file whose content was read. */
export function checkText(
  { isNamed }: FoundFile,
  { path, text, encodingFault }: InputFile,
  request: CheckRequest,
  knowledge: Knowledge,
): FileResult {
  const document = openDocument(text, knowledge.catalogs, {
    performanceYear: request.performanceYear,
    encodingFault,
    ...syntaxHint(path),
  });
  if (!isNamed && document.format === null && isForeignText(text)) return { kind: 'skipped' };
  const report = fileReport(path, document, checkDocument(document, knowledge, { ...request, ...UNTRIED }));
  const findings = withSurroundings(report.findings, document, request);
  const facts = acrossFilesChecks.map((check) =>
    document.format === null || !request.needsFacts ? null : check.factsOf(document, knowledge),
  );
  return { kind: 'checked', file: { ...report, isNamed, findings }, facts };
}

function withSurroundings(
  findings: readonly Finding[],
  { text, lines }: QppDocument,
  { needsExcerpts, needsFingerprints }: CheckRequest,
): CheckedFinding[] {
  const marked = ({ range }: Finding) => text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end));
  const names = needsFingerprints ? fingerprints(findings, marked) : [];
  return findings.map((finding, index) => ({
    finding,
    fingerprint: names[index] ?? '',
    excerpt: needsExcerpts ? excerptOf(text, lines, finding.range) : null,
    isAccepted: false,
  }));
}
