import { openDocument } from '../document/openDocument.ts';
import type { Knowledge } from '../knowledge.ts';
import { onlyOperand } from './arguments.ts';
import { command } from './command.ts';
import { type Conversion, conversionOf, NO_QRDA3 } from './conversion.ts';
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
  const conversion =
    document.format === null
      ? { text: null, refusals: [NO_QRDA3], omission: null }
      : conversionOf(document, performanceYear, knowledge);
  print(path, conversion, terminal);
  return conversion.text === null ? 1 : 0;
}

function print(path: string, { text, refusals, omission }: Conversion, terminal: Terminal): void {
  for (const { code, range, message } of refusals) {
    const place = range ? `${path}:${range.start.line + 1}:${range.start.character + 1}` : path;
    terminal.error(`${place}: ${message} [CMS error ${code}]`);
  }
  if (text !== null) terminal.out(text);
  if (omission) {
    const { reason, range } = omission;
    terminal.error(
      `${path}:${range.start.line + 1}: CMS's converter reports success here and leaves the measurement sets out: ${reason}.`,
    );
  }
}
