import type { QualityMeasure } from '../catalog/catalog.ts';
import { ecqmSuccessor } from '../catalog/successor.ts';
import type { Qrda3Document } from '../document/document.ts';
import { OID } from '../qrda3/oids.ts';
import type { Edit } from '../text/edit.ts';
import { stringValue } from '../xml/text.ts';
import { attribute, attributeValue, child, childrenNamed, type XmlElement } from '../xml/tree.ts';
import { elementsOf } from './elements.ts';
import type { Move } from './yearMove.ts';

/**
 * What a file says of an eCQM besides its GUIDs, where it says it as the old year does: title, version number and
 * CMS id (`CMS165v12`).
 */
export function measureReferenceEdits(document: Qrda3Document, move: Move): Edit[] {
  const { text, xml } = document;
  const edits = ecqmIdEdits(text, move);
  for (const element of elementsOf(xml.root)) {
    if (element.local !== 'externalDocument') continue;
    const old = measureOf(element, move);
    const successor = old && successorOf(old, move);
    if (!old || !successor) continue;
    edits.push(...titleEdits(element, old, successor, document), ...versionEdits(element, old, successor));
  }
  return edits;
}

/** The CMS ids of the old year, each by itself: `CMS2v12` is no part of `CMS2v123`. */
function ecqmIdEdits(text: string, move: Move): Edit[] {
  const byId = new Map<string, QualityMeasure>();
  for (const measure of move.from.byEcqm.values())
    if (measure.eMeasureId) byId.set(measure.eMeasureId, measure);
  return [...text.matchAll(/\bCMS\d{1,4}v\d{1,2}\b/g)].flatMap(({ 0: id, index }) => {
    const old = byId.get(id);
    const newText = old && successorOf(old, move)?.eMeasureId;
    return newText && newText !== id ? [{ span: { start: index, end: index + id.length }, newText }] : [];
  });
}

/** Only a measure whose GUIDs move with it. */
function successorOf(measure: QualityMeasure, { to }: Move): QualityMeasure | undefined {
  const successor = ecqmSuccessor(measure, to);
  return successor?.eMeasureGuid ? successor : undefined;
}

function measureOf(externalDocument: XmlElement, { from }: Move): QualityMeasure | undefined {
  const id = childrenNamed(externalDocument, 'id').find(
    (candidate) => attributeValue(candidate, 'root') === OID.eMeasureVersion,
  );
  const guid = id && attributeValue(id, 'extension');
  return guid === undefined ? undefined : from.byGuid.get(guid.toLowerCase());
}

function titleEdits(
  externalDocument: XmlElement,
  old: QualityMeasure,
  { title }: QualityMeasure,
  { xml, text }: Qrda3Document,
): Edit[] {
  const element = child(externalDocument, 'text');
  if (!element || element.children.length > 0 || title === old.title) return [];
  const written = stringValue(xml, element);
  if (normalized(written) !== normalized(old.title)) return [];
  const raw = text.slice(element.openEnd, element.closeStart);
  const start = element.openEnd + raw.length - raw.trimStart().length;
  return [{ span: { start, end: start + raw.trim().length }, newText: escaped(title) }];
}

function versionEdits(externalDocument: XmlElement, old: QualityMeasure, to: QualityMeasure): Edit[] {
  const element = child(externalDocument, 'versionNumber');
  const value = element && attribute(element, 'value');
  const version = versionOf(to);
  if (!value || version === undefined || value.value !== versionOf(old)) return [];
  return [{ span: { start: value.valueStart, end: value.valueEnd }, newText: version }];
}

/** `CMS165v13`: 13. */
function versionOf({ eMeasureId }: QualityMeasure): string | undefined {
  return /v(\d+)$/.exec(eMeasureId ?? '')?.[1];
}

function normalized(title: string): string {
  return title.replace(/\s+/g, ' ').trim().toLowerCase();
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
