import type { QppDocument } from '../../document/document.ts';
import { objectAt } from '../../json/locate.ts';
import type { JsonObject } from '../../json/tree.ts';
import { member } from '../../json/tree.ts';
import type { MeasurementSet } from '../../submission/submission.ts';
import { insertion } from '../../text/edit.ts';
import type { ProposedFix } from '../rule.ts';
import { removeItem } from './measurementEdits.ts';

/** Moves the measurements of a second set into the first, where the two differ in nothing else and report nothing twice. */
export function mergeFixes(
  document: QppDocument,
  first: MeasurementSet,
  second: MeasurementSet,
): ProposedFix[] {
  if (document.format !== 'qpp-json' || !goTogether(first, second)) return [];
  const [into, from] = [first, second].map(({ span }) => objectAt(document.json, span.start));
  if (!into || !from || !isSameBut(into, from, document.text)) return [];
  const [kept, moved] = [member(into, 'measurements'), member(from, 'measurements')];
  const sets = from.parent;
  if (kept?.type !== 'array' || moved?.type !== 'array' || sets?.type !== 'array') return [];
  const [head, tail, end] = [moved.items[0], moved.items.at(-1), kept.items.at(-1)];
  const removed = removeItem(sets, sets.items.indexOf(from));
  if (!head || !tail || !end || !removed) return [];
  const text = document.text.slice(head.span.start, tail.span.end);
  return [
    {
      title: 'Move its measurements into the first set',
      edits: [insertion(end.span.end, `, ${text}`), removed],
    },
  ];
}

function goTogether(first: MeasurementSet, second: MeasurementSet): boolean {
  const ids = new Set(first.measurements.map(({ measureId }) => measureId?.value));
  return second.measurements.every(({ measureId }) => measureId !== null && !ids.has(measureId.value));
}

/** Whether two sets say the same of everything but their measurements. */
function isSameBut(a: JsonObject, b: JsonObject, text: string): boolean {
  return factsOf(a, text) === factsOf(b, text);
}

function factsOf({ properties }: JsonObject, text: string): string {
  return properties
    .filter(({ key }) => key !== 'measurements')
    .map(({ key, value }) => `${key}:${value ? text.slice(value.span.start, value.span.end) : ''}`)
    .sort()
    .join('\n');
}
