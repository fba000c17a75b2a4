import type { YearCatalog } from '../../catalog/catalog.ts';
import type {
  AttestationMeasurement,
  Measurement,
  ProportionMeasurement,
  QualityMeasurement,
} from '../../submission/submission.ts';
import { type Sourced, sourced } from '../../text/span.ts';
import { nameSpan, valueSpan } from '../../xml/tree.ts';
import { measureOfGuid } from './measureLookup.ts';
import { childNodes, firstBreadthFirst, type TemplateNode } from './nodes.ts';
import { countOf, readPopulations, readRates, text } from './populations.ts';
import { layOutCounts } from './strata.ts';
import { answers, measureGuids, measureIds } from './values.ts';

/** The measurement a node stands for; `undefined` for nodes that are none. */
export function readMeasurement(
  node: TemplateNode,
  catalog: YearCatalog | undefined,
): Measurement | undefined {
  switch (node.kind) {
    case 'measure':
      return readQualityMeasure(node, catalog);
    case 'piProportion':
      return readProportion(node);
    case 'piAttestation':
    case 'iaMeasure':
      return readAttestation(node);
    default:
      return undefined;
  }
}

/** A quality measure, with its counts laid out as CMS's converter does. */
export function readQualityMeasure(node: TemplateNode, catalog: YearCatalog | undefined): QualityMeasurement {
  const id = measureGuids(node.element)[0];
  const measure = id === undefined ? undefined : measureOfGuid(catalog, id.value);
  const span = nameSpan(node.element);
  const populations = readPopulations(node);
  return {
    kind: 'quality',
    span,
    measureId: id === undefined || measure === undefined ? null : sourced(measure.measureId, valueSpan(id)),
    guid: id === undefined ? null : text(id),
    isEndToEndReported: true,
    ...layOutCounts(measure, populations, span),
    performanceRate: null,
    populations,
    reportedRates: readRates(node),
  };
}

function readProportion(node: TemplateNode): ProportionMeasurement {
  return {
    kind: 'proportion',
    span: nameSpan(node.element),
    measureId: idOf(node),
    guid: null,
    numerator: partOf(node, 'piNumerator'),
    denominator: partOf(node, 'piDenominator'),
  };
}

function readAttestation(node: TemplateNode): AttestationMeasurement {
  return {
    kind: 'attestation',
    span: nameSpan(node.element),
    measureId: idOf(node),
    guid: null,
    value: answerOf(node),
  };
}

function idOf(node: TemplateNode): Sourced<string> | null {
  const id = measureIds(node.element)[0];
  return id === undefined ? null : text(id);
}

function partOf(node: TemplateNode, kind: 'piNumerator' | 'piDenominator'): Sourced<number> | null {
  const part = childNodes(node, kind)[0];
  return part === undefined ? null : countOf(part);
}

/** `Y` or `N` in either case; `null` for anything else. */
function answerOf(node: TemplateNode): Sourced<boolean> | null {
  const performed = firstBreadthFirst(node, 'measurePerformed');
  const answer = performed === undefined ? undefined : answers(performed.element)[0];
  const letter = answer?.value.toUpperCase();
  if (answer === undefined || (letter !== 'Y' && letter !== 'N')) return null;
  return sourced(letter === 'Y', valueSpan(answer));
}
