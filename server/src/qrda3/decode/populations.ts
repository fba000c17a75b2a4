import type { Population, ReportedRate, ReportingStratum } from '../../submission/submission.ts';
import { type Sourced, sourced } from '../../text/span.ts';
import { attributeValue, nameSpan, valueSpan, type XmlAttribute, type XmlElement } from '../../xml/tree.ts';
import { templateFact } from '../templates.ts';
import { parseJavaInt } from './javaNumbers.ts';
import { childNodes, firstBreadthFirst, type TemplateNode } from './nodes.ts';
import {
  countValues,
  elementsAt,
  populationCodes,
  populationGuids,
  rateNullFlavor,
  rateValue,
} from './values.ts';

/** The populations of a measure node, in document order. */
export function readPopulations(measure: TemplateNode): Population[] {
  return childNodes(measure, 'measureData').flatMap((node): Population[] => {
    const code = populationCodes(node.element)[0];
    if (code === undefined) return [];
    const guid = populationGuids(node.element)[0];
    return [
      {
        span: nameSpan(node.element),
        code: text(code),
        guid: guid === undefined ? null : text(guid),
        count: countOf(node),
        reportingStrata: childNodes(node, 'reportingStratum').map(readStratum),
      },
    ];
  });
}

/** The performance rates of a measure node, in document order. */
export function readRates(measure: TemplateNode): ReportedRate[] {
  return childNodes(measure, 'performanceRate').map(({ element }) => {
    const value = rateValue(element);
    const guid = populationGuids(element)[0];
    return {
      span: nameSpan(elementsAt(element, ['value'])[0] ?? element),
      rate: value === undefined ? null : decimal(value),
      nullFlavor: rateNullFlavor(element)?.value ?? null,
      numeratorGuid: guid === undefined ? null : text(guid),
    };
  });
}

/** The converter does not look into a reporting stratum, so its count is no node and is read from the tree. */
function readStratum({ element }: TemplateNode): ReportingStratum {
  const guid = populationGuids(element)[0];
  const aggregate = elementsAt(element, ['entryRelationship', 'observation']).find(isAggregateCount);
  return {
    span: nameSpan(element),
    guid: guid === undefined ? null : text(guid),
    count: aggregate === undefined ? null : countIn(aggregate),
  };
}

function isAggregateCount(observation: XmlElement): boolean {
  return elementsAt(observation, ['templateId']).some(
    (id) => templateFact(attributeValue(id, 'root'))?.kind === 'aggregateCount',
  );
}

/** The first aggregate count at or below a node; `null` when it is missing or no integer. */
export function countOf(node: TemplateNode): Sourced<number> | null {
  const aggregate = firstBreadthFirst(node, 'aggregateCount');
  return aggregate === undefined ? null : countIn(aggregate.element);
}

function countIn(aggregate: XmlElement): Sourced<number> | null {
  const attribute = countValues(aggregate)[0];
  if (attribute === undefined) return null;
  const count = parseJavaInt(attribute.value);
  return count === null ? null : sourced(count, valueSpan(attribute));
}

/** An attribute's value with its place. */
export function text(attribute: XmlAttribute): Sourced<string> {
  return sourced(attribute.value, valueSpan(attribute));
}

function decimal(attribute: XmlAttribute): Sourced<number> | null {
  const value = attribute.value.trim();
  const rate = Number(value);
  return value === '' || Number.isNaN(rate) ? null : sourced(rate, valueSpan(attribute));
}
