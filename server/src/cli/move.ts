import { performanceYears } from '../catalog/performanceYears.ts';
import { openDocument } from '../document/openDocument.ts';
import { applyEdits, offsetAfter } from '../text/edit.ts';
import { createLineIndex } from '../text/lineIndex.ts';
import { moveToYear } from '../yearMove/yearMove.ts';
import { onlyOperand } from './arguments.ts';
import { command } from './command.ts';
import { readInput } from './inputFiles.ts';
import { measuresDataOption, type Option } from './options.ts';
import { copyBytes } from './outputText.ts';
import { UsageError } from './usageError.ts';

const yearToMoveTo: Option<number> = {
  type: 'string',
  value: 'N',
  help: 'The performance year to move to.',
  isRepeatable: false,
  read: (texts, name) => {
    const year = Number(texts.at(-1));
    if (performanceYears.includes(year)) return year;
    const range = `${performanceYears[0]} to ${performanceYears.at(-1)}`;
    throw new UsageError(`${name} is a performance year from ${range}, not "${texts.at(-1) ?? ''}".`);
  },
};

/** `move`: prints a file as one of another performance year; what could not be moved stands on standard error. */
export const move = command({
  name: 'move',
  operands: 'FILE',
  title: 'prints a file as one of another performance year',
  description:
    'Template versions, GUIDs of measures and populations, ids and periods become those of the year. What\nhas no successor stays, and stands on standard error with its line in what is printed; then the exit\ncode is 1.',
  options: { to: yearToMoveTo, 'measures-data': measuresDataOption },
  run: ({ to, 'measures-data': measuresData }, operands, { terminal, knowledge }) => {
    const input = readInput(onlyOperand(operands, 'move'));
    const { path, text, encodingFault } = input;
    const data = knowledge(measuresData);
    const document = openDocument(text, data.catalogs, { performanceYear: null, encodingFault });
    if (document.format === null) throw new UsageError(`"${path}" is neither QRDA III nor QPP JSON.`);
    const moved = moveToYear(document, to, data);
    if (!moved) throw new UsageError(`There is no data for ${to}.`);
    const copy = applyEdits(text, moved.edits);
    const lines = createLineIndex(copy);
    for (const { span, message } of moved.leftovers) {
      const { line, character } = lines.positionAt(offsetAfter(moved.edits, span.start));
      terminal.error(`${path}:${line + 1}:${character + 1}: ${message}`);
    }
    terminal.write(copyBytes(copy, input, terminal));
    return moved.leftovers.length === 0 ? 0 : 1;
  },
});
