import type { QppDocument } from '../../document/document.ts';
import { objectAt } from '../../json/locate.ts';
import type { JsonArray, JsonObject } from '../../json/tree.ts';
import { piMeasure } from '../../qrda3/skeleton/measure.ts';
import { tag } from '../../qrda3/skeleton/tag.ts';
import { type Edit, indentBefore, insertion, removal } from '../../text/edit.ts';
import type { Sourced, Span } from '../../text/span.ts';
import { isRepetition } from '../../xml/compare.ts';
import { removeElement } from '../../xml/edit.ts';
import { elementAt } from '../../xml/locate.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { guideFor } from '../guide/guideFor.ts';
import type { ProposedFix, RuleContext } from '../rule.ts';
import { choice } from './proposals.ts';
import { insertSkeleton } from './skeletonEdits.ts';

/** Takes a measurement out of its set, by the place of its id; `null` where it cannot be told apart. */
export function removeMeasurement(document: QppDocument, id: Span): Edit | null {
  if (document.format === 'qrda3') {
    const entry = entryAt(document, id);
    return entry && removeElement(document.text, entry);
  }
  const item = itemAt(document, id);
  return item && removeItem(item.array, item.index);
}

/** Whether two measurements say the same, each by the place of its id. */
export function isSameMeasurement(document: QppDocument, a: Span, b: Span): boolean {
  if (document.format === 'qrda3') {
    const [one, other] = [entryAt(document, a), entryAt(document, b)];
    return one !== null && other !== null && isRepetition(withoutIds(document.text), one, other);
  }
  const [one, other] = [itemAt(document, a), itemAt(document, b)];
  return (
    one !== null &&
    other !== null &&
    plainText(document.text, one.object) === plainText(document.text, other.object)
  );
}

/** Takes the second of two measurements away where it says what the first says; else one of them has to be chosen. */
export function repetitionFixes(document: QppDocument, second: Span, first: Span): ProposedFix[] {
  const isSame = isSameMeasurement(document, second, first);
  const fix = (place: Span, title: string): ProposedFix[] => {
    const edit = removeMeasurement(document, place);
    return edit ? [{ title, edits: [edit], ...(!isSame && { isChoice: true }) }] : [];
  };
  if (isSame) return fix(second, 'Remove the repetition');
  return [...fix(second, 'Keep the first'), ...fix(first, 'Keep this one')];
}

/** Of measurements that exclude each other, which to take away. */
export function removalChoices(document: QppDocument, ids: readonly Sourced<string>[]): ProposedFix[] {
  return ids.flatMap(({ value, span }) => {
    const edit = removeMeasurement(document, span);
    return edit ? [choice(`Remove ${value}`, [edit])] : [];
  });
}

/** Adds an attestation of Promoting Interoperability, answered with yes, behind a measurement. */
export function addAnswer(
  { document, catalog, guides, performanceYear }: RuleContext,
  behind: Span,
  measureId: string,
): Edit | null {
  if (document.format === 'qrda3') {
    const entry = entryAt(document, behind);
    const measure = catalog.measures.get(measureId);
    const table = guideFor(performanceYear, guides)?.table;
    if (!entry?.parent || measure?.category !== 'pi' || !table) return null;
    const place = entry.parent.children.indexOf(entry) + 1;
    return insertSkeleton(
      document.text,
      entry.parent,
      place,
      (context) => tag('entry', piMeasure(context, measure)),
      table,
    );
  }
  const item = itemAt(document, behind);
  if (!item) return null;
  const { start, end } = item.object.span;
  const indent = indentBefore(document.text, start);
  const break_ = indent === null ? ' ' : `\n${indent}`;
  return insertion(end, `,${break_}{ "measureId": ${JSON.stringify(measureId)}, "value": true }`);
}

/** Takes an item out of a list, with its comma. */
export function removeItem({ items }: JsonArray, index: number): Edit | null {
  const item = items[index];
  if (!item) return null;
  const next = items[index + 1];
  if (next) return removal({ start: item.span.start, end: next.span.start });
  return removal({ start: items[index - 1]?.span.end ?? item.span.start, end: item.span.end });
}

/** The entry that holds a measure of QRDA III, when it holds nothing else. */
export function entryAt(document: QppDocument, place: Span): XmlElement | null {
  if (document.format !== 'qrda3') return null;
  for (let at = elementAt(document.xml, place.start); at; at = at.parent) {
    if (at.local === 'entry') return at.children.length === 1 ? at : null;
  }
  return null;
}

interface Item {
  readonly object: JsonObject;
  readonly array: JsonArray;
  readonly index: number;
}

function itemAt(document: QppDocument, place: Span): Item | null {
  if (document.format !== 'qpp-json') return null;
  const object = objectAt(document.json, place.start);
  const array = object?.parent;
  return object && array?.type === 'array' ? { object, array, index: array.items.indexOf(object) } : null;
}

/** The organizers' own ids are new with every one; what is compared is the rest. Lengths stay, so places do too. */
function withoutIds(text: string): string {
  return text.replace(/<id root="[0-9a-fA-F-]{36}"\s*\/>/g, (id) => ' '.repeat(id.length));
}

function plainText(text: string, { span }: JsonObject): string {
  return JSON.stringify(safely(text.slice(span.start, span.end)));
}

function safely(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
