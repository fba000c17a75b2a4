/** A place in a text, as VS Code and LSP both count it. */
export interface TextPosition {
  readonly line: number;
  readonly character: number;
}

export interface TextRange {
  readonly start: TextPosition;
  readonly end: TextPosition;
}

/** One change of a text: what stood in the range is now the text. */
export interface TextChange {
  readonly range: TextRange;
  readonly text: string;
}

/**
 * Where a range is after a change; `null` when the change is at its place: what stood there is not what a report spoke
 * of any more. The ends count too, for typing behind a value changes it.
 */
export function afterEdit(range: TextRange, { range: changed, text }: TextChange): TextRange | null {
  if (isBefore(range.end, changed.start)) return range;
  if (!isBefore(changed.end, range.start)) return null;
  return { start: moved(range.start, changed, text), end: moved(range.end, changed, text) };
}

/** A position behind a change. */
function moved(position: TextPosition, changed: TextRange, text: string): TextPosition {
  const lines = text.split(/\r\n|\r|\n/);
  const last = lines.at(-1) ?? '';
  const line = position.line - (changed.end.line - changed.start.line) + lines.length - 1;
  if (position.line !== changed.end.line) return { line, character: position.character };
  const before = lines.length === 1 ? changed.start.character : 0;
  return { line, character: position.character - changed.end.character + before + last.length };
}

function isBefore(a: TextPosition, b: TextPosition): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
