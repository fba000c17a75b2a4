import type { Edit } from '../text/edit.ts';
import { attribute, type XmlDocument } from '../xml/tree.ts';
import { shiftYears } from './calendarYear.ts';
import { elementsOf } from './elements.ts';
import type { Move } from './yearMove.ts';

/**
 * The periods, from reporting parameters to the service event, on the same calendar days. Moments stay: when a file
 * was written has nothing to do with its year.
 */
export function periodEdits(xml: XmlDocument, { years }: Move): Edit[] {
  if (years === 0) return [];
  const edits: Edit[] = [];
  for (const { local, children } of elementsOf(xml.root)) {
    if (local !== 'effectiveTime') continue;
    for (const bound of children) {
      const value = bound.local === 'low' || bound.local === 'high' ? attribute(bound, 'value') : undefined;
      if (!value) continue;
      const newText = shiftYears(value.value, years);
      if (newText !== value.value)
        edits.push({ span: { start: value.valueStart, end: value.valueEnd }, newText });
    }
  }
  return edits;
}
