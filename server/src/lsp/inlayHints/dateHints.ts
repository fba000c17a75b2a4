import { realDate } from '../../qrda3/decode/dates.ts';
import type { Span } from '../../text/span.ts';
import type { XmlDocument, XmlElement } from '../../xml/tree.ts';
import { attribute } from '../../xml/tree.ts';
import { behindQuote, type Hint } from './hint.ts';

/** The elements of CDA whose value is a point in time. */
const TIMES: ReadonlySet<string> = new Set(['low', 'high', 'effectiveTime', 'time', 'birthTime', 'center']);

/** `20260115103000-0500` as `2026-01-15 10:30 -0500`, behind the times that stand in a stretch of the text. */
export function dateHints({ root, text }: XmlDocument, stretch: Span): Hint[] {
  const hints: Hint[] = [];
  const pending: XmlElement[] = root ? [root] : [];
  for (let element = pending.pop(); element; element = pending.pop()) {
    if (element.end < stretch.start || element.start > stretch.end) continue;
    const value = TIMES.has(element.local) ? attribute(element, 'value') : undefined;
    const label = value && dateText(value.value);
    if (value && label) hints.push({ offset: behindQuote(text, value.valueEnd), label });
    pending.push(...element.children);
  }
  return hints;
}

function dateText(value: string): string | null {
  const parts = /^(\d{8})(?:(\d\d)(\d\d)(?:\d\d(?:\.\d+)?)?)?([+-]\d{4})?$/.exec(value);
  const date = parts?.[1] ? realDate(parts[1]) : null;
  if (!parts || date === null) return null;
  const [, , hour, minute, zone] = parts;
  return [date, hour && `${hour}:${minute}`, zone].filter(Boolean).join(' ');
}
