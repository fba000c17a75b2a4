import type { Measure, PopulationGuids } from '../../../catalog/catalog.ts';
import { parseJavaInt } from '../../../qrda3/decode/javaNumbers.ts';
import { countLayout, strataOf } from '../../../qrda3/decode/measureLookup.ts';
import { childNodes, firstBreadthFirst, type TemplateNode } from '../../../qrda3/decode/nodes.ts';
import { countValues, measureGuids, populationCodes, populationGuids } from '../../../qrda3/decode/values.ts';
import { type Refusal, type RefusalCode, spanOf, spanOfSurplus, spanOfValue } from './refusal.ts';

/** Codes of the populations of a measure whose data are known. */
export const populationCodesOfConverter: readonly RefusalCode[] = [
  {
    code: 14,
    id: 'population-count',
    title: 'A population is missing or too many',
    documentation: `A measure has as many populations of each kind (DENOM, DENEX, DENEXCEP, NUMER, NUMEX) as the eCQM version has population sets with one: usually one, several for measures with several performance rates. The initial population is not counted.`,
  },
  {
    code: 58,
    id: 'population-code-count',
    title: 'A population with several codes',
    documentation: `A Measure Data observation has exactly one value with a population code.`,
  },
  {
    code: 59,
    id: 'converter-population-guid',
    title: 'No population with the GUID of the measure data',
    documentation: `For each population set the converter looks for the denominator, its exclusion and exception, and the numerator with the GUIDs of its measure data. \`population-guid-unknown\` and \`population-count\` tell what is wrong.`,
  },
  {
    code: 57,
    id: 'population-guid-count',
    title: 'A population without GUID, or with several',
    documentation: `A population refers to its GUID once: reference/externalObservation/id/@root.`,
  },
  {
    code: 13,
    id: 'denominator-above-initial-population',
    title: 'The denominator is greater than the initial population',
    documentation: `The denominator is a part of the initial population, so its count cannot be greater.`,
  },
];

/** Populations the converter counts, with the field of the measure data that holds their GUID. */
const COUNTED = [
  ['DENEXCEP', 'denominatorException'],
  ['DENEX', 'denominatorExclusion'],
  ['NUMER', 'numerator'],
  ['DENOM', 'denominator'],
  ['NUMEX', 'numeratorExclusion'],
] as const;

/** Of those, the ones whose GUID it compares. */
const COMPARED = COUNTED.filter(([label]) => label !== 'NUMEX');

/**
 * Compares a measure's populations with the measure data. A stratum without eCQM makes the converter
 * crash (code 3), but for measure 370, where it knows of it.
 */
export function* checkPopulations(measure: TemplateNode, row: Measure): Iterable<Refusal> {
  const strata = strataOf(row);
  const sets = strata.flatMap(({ populations }) => populations ?? []);
  if (sets.length < strata.length && countLayout(row) !== 'filled') {
    yield crash(measure, `measure ${row.measureId} has strata without eCQM`);
    return;
  }
  const children = childNodes(measure, 'measureData');
  yield* checkCodes(children);
  yield* checkCounts(measure, sets, children, row);
  for (const set of sets) yield* checkSet(measure, set, children);
}

function* checkCodes(children: readonly TemplateNode[]): Iterable<Refusal> {
  for (const child of children) {
    const codes = populationCodes(child.element);
    if (codes.length === 1) continue;
    const message = `The population has ${codes.length} codes (${codes.map(({ value }) => value).join(', ')}); it needs exactly one.`;
    yield { code: 58, node: child, span: spanOfValue(codes[1], child), message };
  }
}

function* checkCounts(
  measure: TemplateNode,
  sets: readonly PopulationGuids[],
  children: readonly TemplateNode[],
  row: Measure,
): Iterable<Refusal> {
  for (const [label, field] of COUNTED) {
    const expected = sets.filter((set) => set[field] !== null).length;
    const actual = children.filter((child) => codeOf(child) === label);
    if (actual.length === expected) continue;
    const surplus = actual[expected];
    const span = surplus === undefined ? spanOf(measure) : spanOfSurplus(surplus);
    const message = `Measure ${row.measureId} has ${actual.length} ${label} populations here; the measure data define ${expected}.`;
    // Without any population that is one fault (code 7), not one for each kind.
    yield { code: 14, node: measure, span, message, detail: label, isEcho: children.length === 0 };
  }
}

function* checkSet(
  measure: TemplateNode,
  set: PopulationGuids,
  children: readonly TemplateNode[],
): Iterable<Refusal> {
  for (const [label, field] of COMPARED) {
    const guid = set[field];
    if (guid !== null) yield* findPopulation(measure, label, guid, children);
  }
  yield* compareWithInitialPopulation(measure, set, children);
}

/** Looks for the population with that code and GUID; complains about the references it meets on the way. */
function* findPopulation(
  measure: TemplateNode,
  label: string,
  guid: string,
  children: readonly TemplateNode[],
): Iterable<Refusal> {
  const candidates = children.filter((child) => codeOf(child) === label);
  for (const child of candidates) {
    const guids = populationGuids(child.element);
    if (guids.length !== 1) yield wrongGuidCount(child, guids);
    if (guids[0]?.value.toUpperCase() === guid) return;
  }
  const wrong = candidates.find((child) => populationGuids(child.element).length > 0) ?? candidates[0];
  yield {
    code: 59,
    node: measure,
    span:
      wrong === undefined
        ? spanOfValue(measureGuids(measure.element)[0], measure)
        : spanOfValue(populationGuids(wrong.element)[0], wrong),
    message: `No ${label} has the GUID ${guid} that the measure data define.`,
    detail: `${label} ${guid}`,
    isEcho: true,
  };
}

function wrongGuidCount(child: TemplateNode, guids: ReturnType<typeof populationGuids>): Refusal {
  const message =
    guids.length === 0
      ? `The population ${codeOf(child)} has no GUID: reference/externalObservation/id/@root is missing.`
      : `The population ${codeOf(child)} refers to ${guids.length} GUIDs; it needs exactly one.`;
  return { code: 57, node: child, span: spanOfValue(guids[1], child), message };
}

/** Denominator and initial population are compared only where both have exactly the GUIDs of the data, case and all. */
function* compareWithInitialPopulation(
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
    yield crash(counted === undefined ? denominator : initial, which, measure);
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

function crash(node: TemplateNode, reason: string, measure: TemplateNode = node): Refusal {
  return {
    code: 3,
    node: null,
    span: spanOf(node),
    message: `CMS's converter crashes on this measure: ${reason}. It then reports nothing but an unexpected error.`,
    detail: String(measure.element.start),
  };
}

function codeOf(child: TemplateNode): string {
  return populationCodes(child.element)[0]?.value ?? '';
}
