import type { MovedFile } from '../../../server/src/lsp/protocol.ts';

/** What stays in a moved file, one line for each, with its line in the moved file. */
export function leftoverList(name: string, { from, to, leftovers }: MovedFile): string {
  const title = `${name} from ${from} to ${to}: what stays, or has to be looked at`;
  const lines = leftovers.map(({ range, message }) => `line ${range.start.line + 1}: ${message}`);
  return [title, '', ...(lines.length === 0 ? ['Nothing.'] : lines), ''].join('\n');
}
