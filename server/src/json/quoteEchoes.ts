import type { JsonProblem } from './tree.ts';

/**
 * Leaves out the echoes of a quotation mark that is missing or one too many: in a line with an odd number of them, names
 * and separators change places, and only the first thing that does not fit is told.
 */
export function withoutQuoteEchoes(problems: readonly JsonProblem[], text: string): JsonProblem[] {
  let lineEnd = -1;
  let isOdd = false;
  let isTold = false;
  return problems.filter(({ kind, span }) => {
    if (kind !== 'malformed') return true;
    if (span.start >= lineEnd) {
      const newline = text.indexOf('\n', span.start);
      lineEnd = newline === -1 ? text.length : newline;
      isOdd = hasOddQuotes(text.slice(text.lastIndexOf('\n', span.start - 1) + 1, lineEnd));
      isTold = false;
    }
    const isEcho = isOdd && isTold;
    isTold = true;
    return !isEcho;
  });
}

function hasOddQuotes(line: string): boolean {
  let count = 0;
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '\\') at++;
    else if (line[at] === '"') count++;
  }
  return count % 2 === 1;
}
