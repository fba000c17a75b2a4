import type { Span } from '../text/span.ts';
import { kindOfKey } from './qppJsonValues.ts';
import { ID_KINDS } from './qrda3Values.ts';
import { type SensitiveValue, sensitiveValue } from './sensitiveValue.ts';

/**
 * What the text itself marks as an id, wherever it stands: in comments, in a file cut off in the middle, in one whose
 * tree could not be read. It finds much again that the tree has told already.
 */
export function markedValues(text: string): SensitiveValue[] {
  return [...idTags(text), ...jsonKeys(text), ...labelled(text), ...mailAddresses(text)];
}

/** `<id root="…4.6" extension="…"`, also without its end. */
function* idTags(text: string): Iterable<SensitiveValue> {
  for (const match of text.matchAll(/<(?:[\w.-]+:)?id\s[^<>]*/gi)) {
    const root = /\sroot\s*=\s*["']([\d.]+)/.exec(match[0])?.[1] ?? '';
    const kind = ID_KINDS.get(root);
    const extension = /\sextension\s*=\s*["']([^"'<>]*)/d.exec(match[0])?.indices?.[1];
    if (kind === undefined || extension === undefined) continue;
    const value = sensitiveValue(kind, text, shifted(extension, match.index));
    if (value) yield value;
  }
}

/** `"nationalProviderIdentifier": "…"`, also without the quotes' end. */
function* jsonKeys(text: string): Iterable<SensitiveValue> {
  for (const match of text.matchAll(/"([A-Za-z_-]{3,40})"\s*:\s*(?:"([^"\r\n{}[\]]*)|(\d+))/dg)) {
    const kind = kindOfKey(match[1] ?? '');
    const [, , inQuotes, bare] = match.indices ?? [];
    const place = inQuotes ?? bare;
    if (kind === undefined || place === undefined) continue;
    const value = sensitiveValue(kind, text, shifted(place, 0));
    if (value) yield bare ? { ...value, isNumber: true } : value;
  }
}

/** `TIN: 12-3456789`, `NPI 1234567893` in a comment or narrative. */
function* labelled(text: string): Iterable<SensitiveValue> {
  for (const match of text.matchAll(/\b(TIN|NPI)\b[^\d<>"'\r\n]{0,20}(\d[\d-]{7,10}\d)(?![\d.])/dgi)) {
    const [, , place] = match.indices ?? [];
    if (place === undefined) continue;
    const value = sensitiveValue(match[1]?.toUpperCase() === 'TIN' ? 'tin' : 'npi', text, shifted(place, 0));
    if (value) yield value;
  }
}

function* mailAddresses(text: string): Iterable<SensitiveValue> {
  for (const { index, 0: address } of text.matchAll(
    /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/g,
  )) {
    const value = sensitiveValue('telecom', text, { start: index, end: index + address.length });
    if (value) yield value;
  }
}

function shifted([start, end]: readonly [number, number], by: number): Span {
  return { start: start + by, end: end + by };
}
