import type { Qrda3Document } from '../document/document.ts';
import { openDocument } from '../document/openDocument.ts';
import { ruleYear } from '../document/performanceYear.ts';
import type { Knowledge } from '../knowledge.ts';
import { convertQrda3 } from '../qrda3/convert.ts';
import type { NodeTree } from '../qrda3/decode/nodes.ts';
import { yearsOfDocumentVersion } from '../qrda3/documentVersions.ts';
import { runConverterChecks } from '../rules/converter/run.ts';
import { formatQppJson } from '../submission/qppJson.ts';
import { attributeValue } from '../xml/tree.ts';
import { onlyOperand } from './arguments.ts';
import { command } from './command.ts';
import { readInput } from './inputFiles.ts';
import { measuresDataOption, yearOption } from './options.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usageError.ts';

/**
 * `convert`: prints the QPP JSON that CMS's converter makes of a file by the rules and data of the file's year. Exit
 * code 1 when the converter would refuse the file; its errors then stand on standard error.
 */
export const convert = command({
  name: 'convert',
  operands: 'FILE',
  title: "prints the QPP JSON that CMS's converter makes of a QRDA III file",
  description:
    'Where the converter would refuse the file, its errors stand on standard error, with exit code 1.',
  options: { year: yearOption, 'measures-data': measuresDataOption },
  run: (options, operands, { terminal, knowledge }) => {
    const path = onlyOperand(operands, 'convert');
    return convertFile(path, options.year, knowledge(options['measures-data']), terminal);
  },
});

function convertFile(
  path: string,
  performanceYear: number | null,
  knowledge: Knowledge,
  terminal: Terminal,
): number {
  const { text, encodingFault } = readInput(path);
  const document = openDocument(text, knowledge.catalogs, { performanceYear, encodingFault });
  if (document.format === 'qpp-json')
    throw new UsageError(`"${path}" is QPP JSON already; convert takes QRDA III.`);
  if (document.format === null) {
    terminal.error(`${path}: The file is no QRDA III document. [CMS error 5]`);
    return 1;
  }
  return convertDocument(path, document, performanceYear, knowledge, terminal);
}

function convertDocument(
  path: string,
  { xml, nodes, lines, performanceYear: fileYear }: Qrda3Document,
  requestedYear: number | null,
  { catalogs }: Knowledge,
  terminal: Terminal,
): number {
  const year = ruleYear(fileYear, requestedYear, catalogs);
  const catalog = catalogs.year(year);
  const refusals = runConverterChecks(xml, acceptedIn(year, nodes), catalog).filter(
    ({ isReported }) => isReported,
  );
  for (const { code, span, message } of refusals) {
    const { line, character } = lines.positionAt(span.start);
    terminal.error(`${path}:${line + 1}:${character + 1}: ${message} [CMS error ${code}]`);
  }
  if (refusals.length > 0) return 1;
  const { json, breakdown } = convertQrda3(nodes, catalog);
  terminal.out(formatQppJson(json));
  if (breakdown) {
    const { line } = lines.positionAt(breakdown.span.start);
    terminal.error(
      `${path}:${line + 1}: CMS's converter reports success here and leaves the measurement sets out: ${breakdown.reason}.`,
    );
  }
  return 0;
}

/** Each year's converter takes the document template of its year; a file of that year is shown to that converter. */
function acceptedIn(year: number, nodes: NodeTree): NodeTree {
  const { element, templateId } = nodes.root;
  const version = templateId && attributeValue(templateId, 'extension');
  const isOfYear =
    element.local === 'ClinicalDocument' && version != null && yearsOfDocumentVersion(version).includes(year);
  return isOfYear ? { ...nodes, isAccepted: true } : nodes;
}
