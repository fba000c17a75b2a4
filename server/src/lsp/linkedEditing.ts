import type { LinkedEditingRanges } from 'vscode-languageserver';
import type { QppDocument } from '../document/document.ts';
import { tagNamesAt } from '../xml/tagNames.ts';

/** What may be typed into a tag's name without leaving it: XML's name characters. */
const NAME_PATTERN = '[\\w:.\\u0080-\\uffff-]+';

/** The names of start and end tag, which change together; `null` where the cursor is in neither. */
export function linkedEditing(document: QppDocument, offset: number): LinkedEditingRanges | null {
  const names = document.format === 'qrda3' ? tagNamesAt(document.xml, offset) : null;
  if (!names) return null;
  const { lines } = document;
  return { ranges: [lines.rangeOf(names.start), lines.rangeOf(names.end)], wordPattern: NAME_PATTERN };
}
