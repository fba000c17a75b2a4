import type { PopulationGuids } from '../../catalog/catalog.ts';
import { parseJavaInt } from '../../qrda3/decode/javaNumbers.ts';
import { firstBreadthFirst, type TemplateNode } from '../../qrda3/decode/nodes.ts';
import { countValues, populationGuids } from '../../qrda3/decode/values.ts';
import { crashOn } from './crash.ts';
import { codeOf } from './population.ts';
import { type Refusal, type RefusalCode, spanOfValue } from './refusal.ts';

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
  const limit = initialCount(initial);
  if (counted === undefined || limit === null) {
    const which =
      counted === undefined
        ? 'the denominator has no count'
        : "the initial population's count is missing or no integer";
    yield crashOn(measure, counted === undefined ? denominator : initial, which);
    return;
  }
  const value = countValues(counted.element)[0];
  const count = value === undefined ? null : parseJavaInt(value.value);
  const span = spanOfValue(value, counted);
  if (count === null) {
    yield { code: 9, node: counted, span, message: `The count "${value?.value ?? ''}" is not an integer.` };
  } else if (count > limit) {
    const message = `The denominator counts ${count}, more than the initial population with ${limit}.`;
    yield { code: 13, node: counted, span, message, detail: set.denominator ?? '' };
  }
}

function initialCount(initial: TemplateNode): number | null {
  const aggregate = firstBreadthFirst(initial, 'aggregateCount');
  const value = aggregate === undefined ? undefined : countValues(aggregate.element)[0];
  return value === undefined ? null : parseJavaInt(value.value);
}
