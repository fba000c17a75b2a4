import { openDocument } from '../document/openDocument.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Profile } from '../rules/finding.ts';
import { checkDocument } from '../rules/run.ts';
import type { FileReport } from './checkReport.ts';
import { fileReport, renderJson, renderPretty } from './checkReport.ts';
import { command } from './command.ts';
import { findFiles, readInput } from './inputFiles.ts';
import { choice, flag, measuresDataOption, yearOption } from './options.ts';

interface CheckRequest {
  readonly profile: Profile;
  readonly performanceYear: number | null;
  readonly raw: boolean;
}

/** `check`: reports every file. Exit code 1 when a finding has severity error. */
export const check = command({
  name: 'check',
  operands: 'PATH...',
  title: 'reports what CMS would refuse, and what costs points',
  description: 'Every file is judged by the rules of the performance year that it names.',
  options: {
    format: choice(['pretty', 'json'], 'For people or for tools.'),
    profile: choice(
      ['upload', 'guide'],
      "Whose word makes an error: CMS's upload, or the implementation guide too.",
    ),
    year: yearOption,
    raw: flag('Show every single rule result, nothing hidden as an echo of another.'),
    'measures-data': measuresDataOption,
  },
  run: (options, operands, { terminal, knowledge }) => {
    const known = knowledge(options['measures-data']);
    const request = { profile: options.profile, performanceYear: options.year, raw: options.raw };
    const reports = findFiles(operands).map((path) => checkFile(path, request, known));
    terminal.out(options.format === 'json' ? renderJson(reports) : renderPretty(reports, terminal.hasColor));
    return reports.some(({ findings }) => findings.some(({ severity }) => severity === 'error')) ? 1 : 0;
  },
});

function checkFile(path: string, request: CheckRequest, knowledge: Knowledge): FileReport {
  const { performanceYear } = request;
  const { text, encodingFault } = readInput(path);
  const document = openDocument(text, knowledge.catalogs, {
    performanceYear,
    encodingFault,
    ...syntaxHint(path),
  });
  return fileReport(path, document, checkDocument(document, knowledge, { ...request, severities: {} }));
}

/** A text that begins like neither is judged by what its name says it should be. */
function syntaxHint(path: string): { readonly syntaxHint?: 'xml' | 'json' } {
  const ending = /\.(xml|json)$/i.exec(path)?.[1]?.toLowerCase();
  return ending === 'xml' || ending === 'json' ? { syntaxHint: ending } : {};
}
