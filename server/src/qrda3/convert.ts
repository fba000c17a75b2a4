import type { YearCatalog } from '../catalog/catalog.ts';
import { encodeMeasurement, encodeSummedMeasurement } from '../submission/encodeMeasurement.ts';
import { isEmpty, type JsonObject, jsonObject } from '../submission/qppJson.ts';
import type { QualityMeasurement } from '../submission/submission.ts';
import type { Span } from '../text/span.ts';
import { nameSpan } from '../xml/tree.ts';
import { converterDate } from './decode/dates.ts';
import { type Header, readHeader } from './decode/header.ts';
import { countLayout, measureOfGuid, strataOf } from './decode/measureLookup.ts';
import { readMeasurement, readQualityMeasure } from './decode/measurements.ts';
import { firstBreadthFirst, type NodeTree, type TemplateNode } from './decode/nodes.ts';
import { periodEnds, periodStarts } from './decode/values.ts';
import type { TemplateKind } from './templates.ts';

/** What CMS's converter makes of a document that it does not refuse. */
export interface Conversion {
  readonly json: JsonObject;
  /**
   * Where the converter's encoder broke down. It reports success all the same, but the JSON then has
   * no `measurementSets` at all.
   */
  readonly breakdown: Breakdown | null;
}

/** Where and why the converter stopped. */
export interface Breakdown {
  readonly span: Span;
  readonly reason: string;
}

interface Encoding {
  readonly header: Header;
  readonly catalog: YearCatalog | undefined;
}

/**
 * The QPP JSON CMS's converter makes of a QRDA III document (facts of its release 2026.06.25). Ask the
 * converter's checks first whether it would get this far: a refused document has no conversion.
 */
export function convertQrda3({ root }: NodeTree, catalog: YearCatalog | undefined): Conversion {
  const encoding: Encoding = { header: readHeader(root.element), catalog };
  const sets: JsonObject[] = [];
  for (const node of firstOfEachKind(root.children)) {
    const { json, breakdown } = encodeNode(node, encoding);
    if (breakdown !== null) return { json: encodeHeader(root, encoding.header), breakdown };
    // Every child of the document becomes a "set", also a stray measure or reporting parameters act.
    if (!isEmpty(json)) sets.push({ ...json, source: 'qrda3' });
  }
  return converted({ ...encodeHeader(root, encoding.header), measurementSets: sets });
}

function converted(entries: Parameters<typeof jsonObject>[0]): Conversion {
  return { json: jsonObject(entries), breakdown: null };
}

function firstOfEachKind(nodes: readonly TemplateNode[]): TemplateNode[] {
  const seen = new Set<TemplateKind>();
  return nodes.filter(({ kind }) => !seen.has(kind) && seen.add(kind));
}

function encodeHeader(root: TemplateNode, header: Header): JsonObject {
  const act = firstBreadthFirst(root, 'reportingParameters');
  const start = act === undefined ? undefined : periodStarts(act.element)[0]?.value;
  return jsonObject({
    performanceYear: start === undefined ? undefined : Number(start.slice(0, 4)),
    entityType: header.entityType?.value,
    nationalProviderIdentifier: header.nationalProviderIdentifier?.value,
    taxpayerIdentificationNumber: header.taxpayerIdentificationNumber?.value,
    entityId: header.entityId?.value,
  });
}

function encodeNode(node: TemplateNode, encoding: Encoding): Conversion {
  switch (node.kind) {
    case 'qualitySection':
      return encodeSection('quality', node, encoding);
    case 'piSection':
      return encodeSection('pi', node, encoding);
    case 'iaSection':
      return encodeSection('ia', node, encoding);
    case 'reportingParameters':
      return converted(encodePeriod(node));
    case 'measure':
      return encodeQualityMeasure(node, encoding.catalog);
    default: {
      const measurement = readMeasurement(node, encoding.catalog);
      return converted(measurement === undefined ? {} : encodeMeasurement(measurement));
    }
  }
}

function encodeSection(
  category: 'quality' | 'pi' | 'ia',
  section: TemplateNode,
  encoding: Encoding,
): Conversion {
  const measurements: JsonObject[] = [];
  for (const child of section.children) {
    if (child.kind === 'reportingParameters') continue;
    const { json, breakdown } = encodeNode(child, encoding);
    if (breakdown !== null) return { json: {}, breakdown };
    if (!isEmpty(json)) measurements.push(json);
  }
  const { header } = encoding;
  const act = firstBreadthFirst(section, 'reportingParameters');
  return converted({
    category,
    submissionMethod: 'electronicHealthRecord',
    cehrtId: category !== 'ia' && header.program?.family !== 'other' ? header.cehrtId?.value : undefined,
    measurements,
    programName: header.programName?.value,
    ...(act && encodePeriod(act)),
  });
}

function encodePeriod({ element }: TemplateNode): JsonObject {
  const date = (raw: string | undefined) => (raw === undefined ? undefined : converterDate(raw));
  return jsonObject({
    performanceStart: date(periodStarts(element)[0]?.value),
    performanceEnd: date(periodEnds(element)[0]?.value),
  });
}

function encodeQualityMeasure(node: TemplateNode, catalog: YearCatalog | undefined): Conversion {
  const measurement = readQualityMeasure(node, catalog);
  const reason = breakdownReason(measurement, catalog);
  if (reason !== null) {
    return { json: {}, breakdown: { span: measurement.guid?.span ?? nameSpan(node.element), reason } };
  }
  const measure = measurement.guid && measureOfGuid(catalog, measurement.guid.value);
  const isSummed = measure != null && countLayout(measure) === 'summed';
  return converted(isSummed ? encodeSummedMeasurement(measurement) : encodeMeasurement(measurement));
}

/** What makes the encoder throw for a measure; only programs outside MIPS get here with such a measure. */
function breakdownReason(
  { guid, populations }: QualityMeasurement,
  catalog: YearCatalog | undefined,
): string | null {
  if (guid === null) return 'a measure has no GUID';
  const measure = measureOfGuid(catalog, guid.value);
  if (measure === undefined) return `its measure data do not know the measure GUID "${guid.value}"`;
  const layout = countLayout(measure);
  if (layout === 'multi' && populations.some((population) => population.guid === null)) {
    return `a population of measure ${measure.measureId} has no GUID`;
  }
  if (layout !== 'filled') return null;
  const numerator = populations.find(({ code }) => code.value === 'NUMER');
  if (numerator === undefined) return null;
  const key = numerator.guid?.value.toUpperCase();
  const strata = strataOf(measure);
  const own = strata.findIndex((stratum) => stratum.populations?.numerator === key);
  const bare = strata.findIndex((stratum) => stratum.populations === null);
  const isFound = key !== undefined && own !== -1 && (bare === -1 || own < bare);
  return isFound || (key !== undefined && bare === -1)
    ? null
    : `the numerator of measure ${measure.measureId} has another GUID`;
}
