import { guideAttribute } from '../../../qrda3/guide/element.ts';
import { type Edit, insertion, removal } from '../../../text/edit.ts';
import type { Fault } from '../faults/fault.ts';

const OFFSET = /[+-]\d{4}$/;

/** The offset from UTC of a time such as `20260115103000-0500`; empty without one, `null` for something else. */
export function offsetOf(time: string): string | null {
  const match = /^\d{8}(?:\d{2,6}(?:\.\d+)?)?([+-]\d{4})?$/.exec(time);
  return match && (match[1] ?? '');
}

/** Gives all times that disagree with the document's offset that one, or takes theirs away. */
export function withOffset(faults: readonly Fault[], offset: string): Edit[] {
  const places = new Set<number>();
  return faults.flatMap(({ kind, owner }) => {
    const attribute = kind === 'time-zone' ? guideAttribute(owner, 'value') : undefined;
    if (!attribute || places.has(attribute.valueEnd) || offsetOf(attribute.value) === null) return [];
    places.add(attribute.valueEnd);
    const end = attribute.valueEnd;
    if (offset !== '') return [insertion(end, offset)];
    return OFFSET.test(attribute.value) ? [removal({ start: end - 5, end })] : [];
  });
}
