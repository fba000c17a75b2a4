import type { PopulationGuids } from '../../catalog/catalog.ts';
import { parseJavaInt } from '../../qrda3/decode/javaNumbers.ts';
import { childNodes, firstBreadthFirst, type TemplateNode } from '../../qrda3/decode/nodes.ts';
import { countValues, populationGuids } from '../../qrda3/decode/values.ts';
import type { Span } from '../../text/span.ts';
import type { XmlAttribute } from '../../xml/tree.ts';
import { integerFixes } from './aggregateCount.ts';
import { crashOn } from './crash.ts';
import { codeOf } from './population.ts';
import { type Refusal, type RefusalCode, spanOf, spanOfDeepest, spanOfValue } from './refusal.ts';

/** Code of the comparison of denominator and initial population. */
export const initialPopulationCodes: readonly RefusalCode[] = [
  {
    code: 13,
    id: 'denominator-above-initial-population',
    title: 'The denominator is greater than the initial population',
    documentation: `The denominator is a part of the initial population, so its count cannot be greater.`,
  },
];

/** Denominator and initial population are compared only where both have exactly the GUIDs of the data, case and all. */
export function* checkInitialPopulation(
  measure: TemplateNode,
  set: PopulationGuids,
  children: readonly TemplateNode[],
): Iterable<Refusal> {
  const withGuid = (codes: readonly string[], guid: string | null) =>
    children.find(
      (child) => codes.includes(codeOf(child)) && populationGuids(child.element)[0]?.value === guid,
    );
  const denominator = withGuid(['DENOM'], set.denominator);
  const initial = withGuid(['IPOP', 'IPP'], set.initialPopulation);
  if (denominator === undefined || initial === undefined) return;
  const counted = firstBreadthFirst(denominator, 'aggregateCount');
  if (counted === undefined) {
    yield crashOn(measure, spanOf(denominator), 'the denominator has no count');
    return;
  }
  const limited = firstBreadthFirst(initial, 'aggregateCount');
  const limitValue = limited && countValues(limited.element)[0];
  const limit = limitValue === undefined ? null : parseJavaInt(limitValue.value);
  if (limit === null) {
    const place = spanOfCount(limited, initial);
    const fixes = limitValue === undefined ? [] : integerFixes(limitValue.value, place);
    yield crashOn(measure, place, initialCountFault(limitValue), fixes);
    return;
  }
  const value = countValues(counted.element)[0];
  const count = value === undefined ? null : parseJavaInt(value.value);
  const span = spanOfValue(value, counted);
  if (count === null) {
    const message = `The count "${value?.value ?? ''}" is not an integer.`;
    // A count without value is told by code 8 of the aggregate count itself.
    yield { code: 9, node: counted, span, message, isEcho: value === undefined };
  } else if (count > limit) {
    const isEcho = limit < 0 || !hasOwnCount(initial) || !hasOwnCount(denominator);
    const explains = [{ rules: ['supplemental-sum'], within: span }];
    const message = `The denominator counts ${count}, more than the initial population with ${limit}.`;
    yield { code: 13, node: counted, span, message, detail: set.denominator ?? '', isEcho, explains };
  }
}

function spanOfCount(aggregate: TemplateNode | undefined, population: TemplateNode): Span {
  if (aggregate === undefined) return spanOf(population);
  const value = countValues(aggregate.element)[0];
  return value === undefined ? spanOfDeepest(aggregate, ['value']) : spanOfValue(value, aggregate);
}

function initialCountFault(value: XmlAttribute | undefined): string {
  return value === undefined
    ? "the initial population's count is missing"
    : `the initial population's count "${value.value}" is no integer`;
}

/** A population without a count of its own is told; what the converter takes for it then stands with its supplemental data. */
function hasOwnCount(population: TemplateNode): boolean {
  return childNodes(population, 'aggregateCount').length === 1;
}
