import type { QppDocument } from '../document/document.ts';
import type { Edit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import { markedValues } from './markedValues.ts';
import { type Occurrence, occurrencesOf } from './occurrences.ts';
import { qppJsonValues } from './qppJsonValues.ts';
import { measureTexts, qrda3Values } from './qrda3Values.ts';
import { chooseReplacements } from './replacements.ts';
import type { SensitiveKind, SensitiveValue } from './sensitiveValue.ts';
import { inShapeOf } from './shape.ts';

/** What makes a copy of one file that may be shown to others. */
export interface Redaction {
  /** Ascending, without overlaps. */
  readonly edits: readonly Edit[];
  /** How many different values of each kind are replaced. */
  readonly values: ReadonlyMap<SensitiveKind, number>;
}

/** With more values than this a file is searched for its own alone, not for those of all others. */
const SEARCHED = 500;

/**
 * Replaces what tells who a file is about, and who made it, by test values of the same form: TIN, NPI and entity ids,
 * CEHRT ids, ids of the header, names, addresses and contacts, where the format has them and wherever else they stand.
 * All else stays as it is, to the byte; files that are redacted together have the same test value for the same value.
 * It works on damaged files too: what no tree tells is found by its marks and by value.
 */
export function redact(documents: readonly QppDocument[]): Redaction[] {
  const valuesOf = documents.map(sensitiveValues);
  const all = uniqueValues(valuesOf.flat());
  const replacementOf = chooseReplacements(
    all,
    documents.map(({ text }) => text),
  );
  return documents.map((document, index) => {
    const places = (valuesOf[index] ?? []).map((original) => ({ span: original.span, original }));
    const wanted = all.length > SEARCHED ? uniqueValues(valuesOf[index] ?? []) : all;
    const others = occurrencesOf(
      wanted,
      document.text,
      'xml' in document && document.xml ? measureTexts(document.xml) : [],
    );
    const kept = withoutOverlaps([...places, ...others]);
    return {
      edits: kept.map((place) => editOf(place, document.text, replacementOf(place.original))),
      values: countByKind(kept),
    };
  });
}

function sensitiveValues(document: QppDocument): SensitiveValue[] {
  const ofTree = [
    ...('xml' in document && document.xml ? qrda3Values(document.xml) : []),
    ...('json' in document && document.json ? qppJsonValues(document.json) : []),
  ];
  return [...ofTree, ...markedValues(document.text)];
}

/** What the tree tells comes first and knows best what a value is. */
function uniqueValues(values: readonly SensitiveValue[]): SensitiveValue[] {
  const byValue = new Map<string, SensitiveValue>();
  for (const value of values) {
    const key = `${value.kind} ${value.value}`;
    if (!byValue.has(key)) byValue.set(key, value);
  }
  return [...byValue.values()];
}

/** Of places that overlap, the one that was found first. */
function withoutOverlaps(places: readonly Occurrence[]): Occurrence[] {
  const ordered = places.map((place, rank) => ({ ...place, rank })).sort(compare);
  const kept: (Occurrence & { readonly rank: number })[] = [];
  for (const place of ordered) {
    const last = kept.at(-1);
    if (last === undefined || place.span.start >= last.span.end) kept.push(place);
    else if (place.rank < last.rank) kept.splice(-1, 1, place);
  }
  return kept;
}

function compare(a: { span: Span; rank: number }, b: { span: Span; rank: number }): number {
  return a.span.start - b.span.start || a.rank - b.rank;
}

/** A TIN that is written with its dash here keeps it. */
function editOf({ span, original }: Occurrence, text: string, replacement: string): Edit {
  const written = text.slice(span.start, span.end);
  const isDashed = original.kind === 'tin' && written !== original.value && written.includes('-');
  const newText = isDashed ? inShapeOf(written, Number(replacement)) : replacement;
  return { span, newText };
}

function countByKind(places: readonly Occurrence[]): Map<SensitiveKind, number> {
  const valuesOf = new Map<SensitiveKind, Set<string>>();
  for (const { original } of places) {
    const values = valuesOf.get(original.kind) ?? new Set();
    valuesOf.set(original.kind, values.add(original.value));
  }
  return new Map([...valuesOf].map(([kind, values]) => [kind, values.size]));
}
