import type { SelectionRange } from 'vscode-languageserver';
import type { QppDocument } from '../document/document.ts';
import type { Position } from '../text/lineIndex.ts';
import type { Span } from '../text/span.ts';
import { attributeAt, elementAt } from '../xml/locate.ts';
import { tagNamesOf } from '../xml/tagNames.ts';
import { nameSpan, openTagSpan, type XmlDocument, type XmlElement } from '../xml/tree.ts';

/**
 * What "Expand Selection" selects around each position of a QRDA III file: an attribute's value, the attribute, its
 * tag, the element, the content around it, and so on outwards. `null` for other files: JSON has VS Code's own.
 */
export function selectionRanges(
  document: QppDocument,
  positions: readonly Position[],
): SelectionRange[] | null {
  if (document.format !== 'qrda3') return null;
  const { lines, xml, text } = document;
  return positions.map((position) => {
    let selection: SelectionRange = { range: lines.rangeOf({ start: 0, end: text.length }) };
    for (const span of spansAround(xml, lines.offsetAt(position)).toReversed())
      selection = { range: lines.rangeOf(span), parent: selection };
    return selection;
  });
}

/** Innermost first; each lies in the next and is shorter, the last shorter than the text. */
function spansAround(xml: XmlDocument, offset: number): readonly Span[] {
  const spans: Span[] = [];
  const add = (span: Span) => {
    const inner = spans.at(-1) ?? { start: offset, end: offset };
    if (isLonger(span, inner) && span.end - span.start < xml.text.length) spans.push(span);
  };
  const innermost = elementAt(xml, offset);
  if (innermost) for (const span of tagSpans(xml, innermost, offset)) add(span);
  for (let element = innermost; element; element = element.parent) {
    add({ start: element.openEnd, end: element.closeStart });
    add({ start: element.start, end: element.end });
  }
  return spans;
}

/** What the offset stands in within the tags of an element; nothing in its content. */
function tagSpans(xml: XmlDocument, element: XmlElement, offset: number): Span[] {
  if (offset < element.openEnd) {
    const attribute = attributeAt(element, offset);
    if (!attribute) return [nameSpan(element), openTagSpan(element)];
    const { nameStart, valueStart, valueEnd } = attribute;
    // The quotes belong to the attribute; a cut-off one may have lost its second.
    const end = Math.min(valueEnd + 1, element.openEnd);
    return [{ start: valueStart, end: valueEnd }, { start: nameStart, end }, openTagSpan(element)];
  }
  if (offset < element.closeStart || element.closeStart === element.end) return [];
  const names = tagNamesOf(xml, element);
  return [...(names ? [names.end] : []), { start: element.closeStart, end: element.end }];
}

function isLonger(outer: Span, inner: Span): boolean {
  return (
    outer.start <= inner.start && outer.end >= inner.end && outer.end - outer.start > inner.end - inner.start
  );
}
