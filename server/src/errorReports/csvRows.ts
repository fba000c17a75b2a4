const DELIMITERS = [',', ';', '\t'] as const;

/** The rows of a CSV text (RFC 4180): cells may be quoted and then hold delimiters and line breaks. */
export function readCsvRows(text: string): string[][] {
  const delimiter = delimiterOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  while (at < text.length) {
    const cell = readCell(text, at, delimiter);
    row.push(cell.value);
    at = cell.end;
    if (text[at] === delimiter) {
      at++;
      if (at < text.length) continue;
      row.push('');
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    at++;
    if (row.some((value) => value !== '')) rows.push(row);
    row = [];
  }
  return rows;
}

/** The delimiter of the first line: what stands most often outside of quotes. */
function delimiterOf(text: string): string {
  const end = text.search(/[\r\n]/);
  const head = (end === -1 ? text : text.slice(0, end)).replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => head.split(delimiter).length;
  return [...DELIMITERS].sort((a, b) => count(b) - count(a))[0] ?? ',';
}

interface Cell {
  readonly value: string;
  /** Offset of the delimiter or line break behind it. */
  readonly end: number;
}

function readCell(text: string, start: number, delimiter: string): Cell {
  let at = start;
  while (text[at] === ' ') at++;
  if (text[at] !== '"') return readBareCell(text, start, delimiter);
  let value = '';
  at++;
  for (;;) {
    const quote = text.indexOf('"', at);
    // A quote that is never closed ends with the text.
    if (quote === -1) return { value: value + text.slice(at), end: text.length };
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { value, end: endOfCell(text, quote + 1, delimiter) };
    value += '"';
    at = quote + 2;
  }
}

function readBareCell(text: string, start: number, delimiter: string): Cell {
  const end = endOfCell(text, start, delimiter);
  return { value: text.slice(start, end).trim(), end };
}

function endOfCell(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}
