/** Line and character of LSP, told without the server's own code, so that both can be compared. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/**
 * Finds positions in a text: lines end with CRLF, LF or a CR alone, characters are UTF-16 code units.
 * @returns the position of an offset; one between CR and LF is that before CR, since LSP cannot name it
 */
export function createPositions(text: string): (offset: number) => Position {
  const starts = [0];
  for (const end of text.matchAll(/\r\n|\r|\n/g)) starts.push(end.index + end[0].length);
  return (offset) => {
    const at = text[offset - 1] === '\r' && text[offset] === '\n' ? offset - 1 : offset;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: at - (starts[low] ?? 0) };
  };
}
