import type { FormattingOptions, TextEdit } from 'vscode-languageserver';
import type { QppDocument } from '../document/document.ts';
import { formatXml } from '../formatting/formatXml.ts';
import type { Range } from '../text/lineIndex.ts';

/**
 * Line breaks and indentation for a QRDA III file, or for the lines of a range. QPP JSON is left to the editor's own
 * JSON formatter, which every editor has and which has nothing to lose: in JSON all white space between values is free.
 */
export function formatting(document: QppDocument, options: FormattingOptions, range?: Range): TextEdit[] {
  if (document.format !== 'qrda3') return [];
  const { lines, xml } = document;
  const within = range && { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
  return formatXml(xml, options, within).map(({ span, newText }) => ({
    range: lines.rangeOf(span),
    newText,
  }));
}
