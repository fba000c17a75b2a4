import { applyEdits as applyJsonEdits, format as formatJson } from 'jsonc-parser';
import { detectSyntax } from '../document/detectFormat.ts';
import { formatXml } from '../formatting/formatXml.ts';
import { applyEdits } from '../text/edit.ts';
import { parseXml } from '../xml/parse.ts';
import { onlyOperand } from './arguments.ts';
import { command } from './command.ts';
import { type InputFile, readInput } from './inputFiles.ts';
import { copyBytes } from './outputText.ts';
import { UsageError } from './usageError.ts';

const LAYOUT = { tabSize: 2, insertSpaces: true };

/** `format`: prints a file with line breaks and indentation. */
export const format = command({
  name: 'format',
  operands: 'FILE',
  title: 'prints a file with line breaks and indentation, its content untouched',
  description:
    'Only white space between tags changes; text, comments, narrative blocks and damaged stretches stay as\nthey are.',
  options: {},
  run: (_options, operands, { terminal }) => {
    const input = readInput(onlyOperand(operands, 'format'));
    terminal.write(copyBytes(layOut(input), input, terminal));
    return 0;
  },
});

function layOut({ text, path }: InputFile): string {
  switch (detectSyntax(text)) {
    case 'xml':
      return applyEdits(text, formatXml(parseXml(text), LAYOUT));
    case 'json':
      // As VS Code's own JSON formatter does it.
      return applyJsonEdits(text, formatJson(text, undefined, LAYOUT));
    case null:
      throw new UsageError(`"${path}" is neither XML nor JSON.`);
  }
}
