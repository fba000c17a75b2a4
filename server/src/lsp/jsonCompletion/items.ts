import type { Measure, YearCatalog } from '../../catalog/catalog.ts';
import { measureLabel } from '../../catalog/programMeasures.ts';
import type { JsonArray, JsonObject } from '../../json/tree.ts';
import type { MeasurementPlace } from '../../qppJson/places.ts';
import { measurementAround } from '../../qppJson/places.ts';
import type { SubmissionParts } from '../../qppJson/shape.ts';
import { stratumSkeleton, valueSkeleton } from '../../qppJson/skeleton.ts';
import { textAt } from '../../qppJson/sourcedValue.ts';
import { valueFormat } from '../../qppJson/valueFormats.ts';
import { createGaps, snippetText } from '../../text/snippet.ts';
import type { Span } from '../../text/span.ts';
import { type Proposal, sortKey } from '../proposal.ts';
import { measuresFor } from './measures.ts';
import { openStrata } from './values.ts';

/** Whole entries of a list: measurement sets, measurements, strata. */
export function itemProposals(
  array: JsonArray,
  parts: SubmissionParts,
  catalog: YearCatalog,
  span: Span,
): Proposal[] {
  const owner = array.parent?.type === 'object' ? array.parent : null;
  const key = owner?.properties.find(({ value }) => value === array)?.key;
  if (!owner) return [];
  if (key === 'measurementSets') return setItems(catalog, span);
  if (key === 'measurements') return measurementItems(owner, catalog, span);
  return key === 'strata' ? stratumItems(owner, parts, catalog, span) : [];
}

/** The value of a measurement, whole, with a gap for each count. */
export function measurementValueProposals(
  place: MeasurementPlace,
  catalog: YearCatalog,
  span: Span,
): Proposal[] {
  const { measure, set } = place;
  if (!measure) return [];
  const snippet = valueSkeleton(measure, methodOf(set), catalog, createGaps());
  return [proposal(`value of ${measure.measureId}`, measure.metricType, snippet, span, 0)];
}

function measurementItems(set: JsonObject, catalog: YearCatalog, span: Span): Proposal[] {
  return measuresFor(set, catalog, null).map((measure, order) => ({
    ...proposal(
      measure.measureId,
      measure.title,
      measurementSkeleton(measure, methodOf(set), catalog),
      span,
      order,
    ),
    filterText: `${measure.measureId} ${measureLabel(measure)}`,
  }));
}

function measurementSkeleton(measure: Measure, method: string | null, catalog: YearCatalog): string {
  const value = valueSkeleton(measure, method, catalog, createGaps()).replaceAll('\n', '\n  ');
  return `{\n  "measureId": ${snippetText(JSON.stringify(measure.measureId))},\n  "value": ${value}\n}`;
}

function stratumItems(
  value: JsonObject,
  parts: SubmissionParts,
  catalog: YearCatalog,
  span: Span,
): Proposal[] {
  const place = measurementAround(value, parts, catalog);
  if (place?.measure?.category !== 'quality') return [];
  const format = valueFormat(place.measure.metricType, catalog.jsonFormat);
  const names = place.measure.strata.map(({ name }) => name).filter((name) => name !== null);
  if (format?.kind !== 'strata') return [];
  return openStrata(value, names, null).map((name, order) =>
    proposal(name, 'stratum', stratumSkeleton(name, format.stratumFields, createGaps()), span, order),
  );
}

function setItems({ jsonFormat, performanceYear }: YearCatalog, span: Span): Proposal[] {
  return (jsonFormat?.categories ?? []).flatMap((category) =>
    (jsonFormat?.submissionMethods ?? []).map((method, order) => {
      const needsCehrtId = jsonFormat?.cehrtIdRequired.some(
        (need) => need.category === category && (need.submissionMethod ?? method) === method,
      );
      const snippet = [
        '{',
        `  "category": "${category}",`,
        `  "submissionMethod": "${method}",`,
        `  "programName": "\${1:mips}",`,
        ...(needsCehrtId ? ['  "cehrtId": "$2",'] : []),
        `  "performanceStart": "${performanceYear}-01-01",`,
        `  "performanceEnd": "${performanceYear}-12-31",`,
        '  "measurements": [\n    $0\n  ]',
        '}',
      ].join('\n');
      return proposal(`${category} set, ${method}`, 'measurement set', snippet, span, order);
    }),
  );
}

function methodOf(set: JsonObject | null): string | null {
  return set && (textAt(set, 'submissionMethod')?.value ?? null);
}

function proposal(label: string, detail: string, snippet: string, span: Span, order: number): Proposal {
  return {
    label,
    kind: 'snippet',
    detail,
    snippet,
    span,
    filterText: label,
    sortText: sortKey(order),
  };
}
