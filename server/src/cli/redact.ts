import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openDocument } from '../document/openDocument.ts';
import { redact as redactDocuments } from '../redaction/redact.ts';
import { replacedInWords } from '../redaction/wording.ts';
import { applyEdits } from '../text/edit.ts';
import { command } from './command.ts';
import { findFiles, readInput } from './inputFiles.ts';
import { measuresDataOption, text } from './options.ts';
import { copyBytes } from './outputText.ts';
import { UsageError } from './usageError.ts';

/**
 * `redact`: copies whose TINs, NPIs, entity ids, names and the like are test values. One file goes to standard output,
 * several into a folder, redacted together.
 */
export const redact = command({
  name: 'redact',
  operands: 'PATH...',
  title: 'prints a copy with test values for TIN, NPI, entity ids, names and addresses',
  description:
    'All else stays as it is, to the byte. Several files need --output; in all of them the same value is\nreplaced by the same. Look at a copy before you show it: free text may hold what no form tells.',
  options: {
    output: text('DIR', 'Write the copies into this folder, under the names of the files.'),
    'measures-data': measuresDataOption,
  },
  run: ({ output, 'measures-data': measuresData }, operands, { terminal, knowledge }) => {
    const inputs = findFiles(operands).map(({ path }) => readInput(path));
    if (inputs.length > 1 && output === null)
      throw new UsageError('The command redact needs --output DIR for several files.');
    const { catalogs } = knowledge(measuresData);
    const open = (content: string) => openDocument(content, catalogs, { performanceYear: null });
    // A TIN often stands in the file's name too.
    const names = inputs.map(({ path }) => basename(path));
    const redactions = redactDocuments([...inputs.map((input) => open(input.text)), ...names.map(open)]);
    const edited = (content: string, at: number) => applyEdits(content, redactions[at]?.edits ?? []);
    for (const [at, input] of inputs.entries()) {
      const replaced = replacedInWords(redactions[at]?.values ?? new Map());
      terminal.error(`${input.path}: ${replaced || 'nothing'} replaced`);
      const bytes = copyBytes(edited(input.text, at), input, terminal);
      if (output === null) terminal.write(bytes);
      else writeCopy(bytes, output, edited(names[at] ?? '', inputs.length + at));
    }
    return 0;
  },
});

/** Never over a file that is there: the original may lie in the folder, or another file of that name. */
function writeCopy(bytes: Uint8Array, folder: string, name: string): void {
  const path = join(folder, name);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, bytes, { flag: 'wx' });
  } catch (error) {
    throw new UsageError(
      `"${path}" cannot be written (${error instanceof Error ? error.message : String(error)}).`,
    );
  }
}
