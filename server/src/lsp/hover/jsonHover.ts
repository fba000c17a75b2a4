import type { YearCatalog } from '../../catalog/catalog.ts';
import type { QppJsonDocument } from '../../document/document.ts';
import type { JsonCursor } from '../../json/cursor.ts';
import { cursorAt } from '../../json/cursor.ts';
import type { Field } from '../../qppJson/fields.ts';
import { fieldPlaceOf } from '../../qppJson/places.ts';
import { locateParts } from '../../qppJson/shape.ts';
import type { QualityMeasurement, Submission } from '../../submission/submission.ts';
import type { Span } from '../../text/span.ts';
import { measureRates } from './measureRates.ts';

/** Markdown about a place in a QPP JSON file, and the place. */
export interface JsonHover {
  readonly markdown: string;
  readonly span: Span;
}

/**
 * Explains what stands at an offset of a QPP JSON file: what a key means, and at a measure's
 * id or counts the performance rate, data completeness and case count CMS works out from them.
 */
export function jsonHover(
  { json, submission }: QppJsonDocument,
  offset: number,
  catalog: YearCatalog,
): JsonHover | null {
  const cursor = cursorAt(json, offset);
  if (!cursor || cursor.kind === 'item' || !cursor.property) return null;
  const { object, property, span } = cursor;
  const measurement = measurementAt(submission, offset, object.span);
  const place = fieldPlaceOf(object, locateParts(json), catalog);
  const field = place?.fields.find(({ name }) => name === property.key);
  const sections = [
    cursor.kind === 'key' && field ? fieldText(field) : null,
    measurement && isAboutCounts(cursor) ? measureRates(measurement, catalog) : null,
  ].filter((section) => section !== null);
  return sections.length > 0 ? { markdown: sections.join('\n\n'), span } : null;
}

function isAboutCounts({ kind, property }: Exclude<JsonCursor, { kind: 'item' }>): boolean {
  return kind === 'value' || property?.key === 'value' || property?.key === 'strata';
}

const TYPES: Readonly<Record<Field['type'], string>> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
  object: 'object',
  array: 'list',
  value: '',
};

function fieldText({ name, type, isRequired, role, description }: Field): string {
  const facts = [TYPES[type], isRequired ? 'required' : '', role === 'legacy' ? 'without effect' : ''].filter(
    Boolean,
  );
  return `**${name}**${facts.length > 0 ? ` · ${facts.join(' · ')}` : ''}  \n${description}`;
}

/** The quality measurement whose id or value the cursor is at: its places lie in the object around the cursor, or around that. */
function measurementAt(submission: Submission, offset: number, around: Span): QualityMeasurement | null {
  for (const { measurements } of submission.measurementSets) {
    for (const measurement of measurements) {
      if (measurement.kind === 'quality' && isAt(measurement, offset, around)) return measurement;
    }
  }
  return null;
}

function isAt(measurement: QualityMeasurement, offset: number, around: Span): boolean {
  const { span, strata } = measurement;
  if (span.start <= offset && offset <= span.end) return true;
  return strata.some(({ eligiblePopulation, performanceMet }) => {
    const counted = eligiblePopulation ?? performanceMet;
    return counted !== null && around.start <= counted.span.start && counted.span.end <= around.end;
  });
}
