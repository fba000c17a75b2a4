import type { QppDocument } from '../document/document.ts';
import { objectAt } from '../json/locate.ts';
import type { Span } from '../text/span.ts';
import { elementAt } from '../xml/locate.ts';

/** The whole of what has its name or id at an offset: the element in QRDA III, the object in QPP JSON. */
export function extentOf(document: QppDocument, offset: number): Span | null {
  if (document.format === 'qrda3') return elementAt(document.xml, offset);
  return document.format === 'qpp-json' ? (objectAt(document.json, offset)?.span ?? null) : null;
}
