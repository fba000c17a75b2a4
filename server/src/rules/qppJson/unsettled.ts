import type { JsonObject } from '../../json/tree.ts';
import { measurementObjects } from '../../qppJson/places.ts';
import type { SubmissionParts } from '../../qppJson/shape.ts';
import { changeBetween } from '../../text/change.ts';
import type { Span } from '../../text/span.ts';
import type { RuleContext } from '../rule.ts';

/**
 * Which measurements have to be looked at one by one. Where an edit stays inside one of them, what the rules say of
 * the others is what they said before; the ones they said nothing of are settled. A keystroke costs the check of one
 * measurement and of those with findings, not of thousands.
 */
export function unsettledMeasurements(
  { document, before, foundBefore, catalog }: RuleContext,
  parts: SubmissionParts,
): (object: JsonObject) => boolean {
  const all = () => true;
  if (!foundBefore || document.format !== 'qpp-json' || before?.format !== 'qpp-json') return all;
  if (document.json.isUnbalanced || before.json.isUnbalanced) return all;
  const change = changeBetween(before.text, document.text);
  const edited = measurementObjects(parts, catalog).find(
    ({ object: { span } }) => span.start < change.start && change.endNow < span.end,
  )?.object;
  if (!edited) return all;
  const shift = change.endNow - change.endBefore;
  const isUnsettled = touchesAny(
    foundBefore.map(({ start, end }) =>
      start < change.endBefore ? { start, end } : { start: start + shift, end: end + shift },
    ),
  );
  return (object) => object === edited || isUnsettled(object.span);
}

/** Whether a stretch of the file has something in common with one of these. */
function touchesAny(places: readonly Span[]): (span: Span) => boolean {
  const byStart = places.toSorted((a, b) => a.start - b.start);
  return ({ start, end }) => {
    let low = 0;
    let high = byStart.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((byStart[middle]?.start ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    const next = byStart[low];
    return next !== undefined && next.start <= end;
  };
}
