import { openDocument } from '../document/openDocument.ts';
import { type ImportedError, importReport } from '../errorReports/importReport.ts';
import { type AnsweredPaths, pathsToAsk } from '../errorReports/locate.ts';
import { readErrorReport } from '../errorReports/readReport.ts';
import type { Knowledge } from '../knowledge.ts';
import { checkDocument, DEFAULT_CHECK_OPTIONS } from '../rules/run.ts';
import type { XmlDocument } from '../xml/tree.ts';
import { command } from './command.ts';
import { readInput } from './inputFiles.ts';
import { measuresDataOption, yearOption } from './options.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usageError.ts';

/** `locate`: lays CMS's error report upon the file it is about. Exit code 1 when the report has errors. */
export const locate = command({
  name: 'locate',
  operands: 'REPORT FILE',
  title: "prints where the errors of CMS's error report are in a file, with cause and fix",
  description:
    "REPORT is the JSON of CMS's converter or submission API, the site's CSV, a Schematron's SVRL or plain\ntext. Messages that are not known are printed as they are.",
  options: { year: yearOption, 'measures-data': measuresDataOption },
  run: (options, [reportPath, path, ...more], { terminal, knowledge }) => {
    if (reportPath === undefined || path === undefined || more.length > 0) {
      throw new UsageError('The command locate takes two files: the report and the file it is about.');
    }
    return locateErrors(reportPath, path, options.year, knowledge(options['measures-data']), terminal);
  },
});

async function locateErrors(
  reportPath: string,
  path: string,
  performanceYear: number | null,
  knowledge: Knowledge,
  terminal: Terminal,
): Promise<number> {
  const report = readErrorReport(readInput(reportPath).text);
  const { text, encodingFault } = readInput(path);
  const document = openDocument(text, knowledge.catalogs, { performanceYear, encodingFault });
  const findings = checkDocument(document, knowledge, { ...DEFAULT_CHECK_OPTIONS, performanceYear });
  const asked = pathsToAsk(report.errors, document);
  const xml = document.format === 'qpp-json' ? null : document.xml;
  const answered = xml && asked.length > 0 ? await answersTo(asked, xml) : new Map();
  const target = { document, findings, fileName: path };
  const imported = importReport(report, target, answered, knowledge.explainMessage);
  for (const error of imported.errors) terminal.out(rendered(path, error));
  for (const note of imported.notes) terminal.error(note);
  return imported.errors.some(({ error }) => !error.isWarning) ? 1 : 0;
}

/** The XPath library is loaded for the few reports that need it. */
async function answersTo(paths: readonly string[], xml: XmlDocument): Promise<AnsweredPaths> {
  const { evaluateXpath } = await import('../xpath/evaluate.ts');
  const answers = evaluateXpath(
    xml,
    paths.map((context) => ({ context })),
  );
  return new Map(paths.flatMap((path, at) => (answers[at] ? [[path, answers[at]] as const] : [])));
}

/** `file:line:column: message`, and below it what it means. */
function rendered(path: string, { error, range, explanation, notes, findings }: ImportedError): string {
  const { line, character } = range.start;
  const code = error.code === null ? '' : ` [CMS error ${error.code}]`;
  const rules = [...new Set(findings.map(({ rule }) => rule))];
  return [
    `${path}:${line + 1}:${character + 1}: ${error.message || error.type || 'an error without a message'}${code}`,
    ...(explanation ? [`  cause: ${explanation.cause}`, `  fix: ${explanation.fix}`] : []),
    ...(explanation?.caution ? [`  ${explanation.caution}`] : []),
    ...(rules.length > 0 ? [`  QPP Lens finds it too: ${rules.join(', ')}`] : []),
    ...notes.map((note) => `  ${note}`),
  ].join('\n');
}
