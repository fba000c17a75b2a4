import type { Measure, PopulationGuids } from '../../catalog/catalog.ts';
import { countLayout, strataOf } from '../../qrda3/decode/measureLookup.ts';
import { childNodes, type TemplateNode } from '../../qrda3/decode/nodes.ts';
import { elementsAt, measureGuids, populationCodes, populationGuids } from '../../qrda3/decode/values.ts';
import type { GuideTable } from '../../qrda3/guide/table.ts';
import { CMS_POPULATION } from '../../qrda3/skeleton/population.ts';
import { attributeValue, nameSpan, type XmlElement } from '../../xml/tree.ts';
import { addTemplateOfYear } from '../fixing/templateEdits.ts';
import type { ProposedFix } from '../rule.ts';
import { crashOn } from './crash.ts';
import { checkInitialPopulation } from './initialPopulation.ts';
import { codeOf, guidOf } from './population.ts';
import {
  type ConverterScope,
  explainsRepetition,
  type Refusal,
  type RefusalCode,
  spanOf,
  spanOfSurplus,
  spanOfValue,
  withoutRepetition,
} from './refusal.ts';
import { addPopulationGuid } from './repairs.ts';

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
    documentation: `A population refers to its GUID once: reference/externalObservation/id/@root.

\`\`\`xml
<reference typeCode="REFR">
  <externalObservation classCode="OBS" moodCode="EVN">
    <id root="FECE5EB1-842C-42B6-B2BC-7035C79222E4"/>
  </externalObservation>
</reference>
\`\`\``,
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
export function* checkPopulations(
  measure: TemplateNode,
  row: Measure,
  scope: ConverterScope,
): Iterable<Refusal> {
  const strata = strataOf(row);
  const sets = strata.flatMap(({ populations }) => populations ?? []);
  if (sets.length < strata.length && countLayout(row) !== 'filled') {
    yield crashOn(measure, spanOf(measure), `measure ${row.measureId} has strata without eCQM`);
    return;
  }
  const children = childNodes(measure, 'measureData');
  yield* checkCodes(children);
  yield* checkCounts(measure, sets, children, row, scope);
  for (const set of sets) {
    yield* checkGuids(measure, set, sets, children, scope);
    yield* checkInitialPopulation(measure, set, children);
  }
}

function* checkCodes(children: readonly TemplateNode[]): Iterable<Refusal> {
  for (const child of children) {
    const codes = populationCodes(child.element);
    if (codes.length === 1) continue;
    const message = `The population has ${codes.length} codes (${codes.map(({ value }) => value).join(', ')}); it needs exactly one.`;
    yield {
      code: 58,
      node: child,
      span: spanOfValue(codes[1], child),
      message,
      ...explainsRepetition(codes),
    };
  }
}

function* checkCounts(
  measure: TemplateNode,
  sets: readonly PopulationGuids[],
  children: readonly TemplateNode[],
  row: Measure,
  { text, table }: ConverterScope,
): Iterable<Refusal> {
  for (const [label, field] of COUNTED) {
    const expected = sets.filter((set) => set[field] !== null).length;
    const actual = children.filter((child) => codeOf(child) === label);
    if (actual.length === expected) continue;
    const message = `Measure ${row.measureId} has ${actual.length} ${label} populations here; the measure data define ${expected}.`;
    const found = wherePopulationsDiffer(measure, label, actual[expected], message);
    // Without any population that is one fault (code 7), not one for each kind; with another measure's, one at its GUID.
    const isEcho = children.length === 0 || areOfAnotherMeasure(children, sets);
    const fixes = () =>
      actual.length > expected
        ? withoutRepetition(actual, text)
        : populationTemplates(measure.element, text, table, label);
    yield { code: 14, node: measure, ...found, detail: label, isEcho, fixes };
  }
}

/** Whether several populations name GUIDs and the measure has none of these (`measure-guid-mismatch`). */
function areOfAnotherMeasure(children: readonly TemplateNode[], sets: readonly PopulationGuids[]): boolean {
  const guids = children.flatMap((child) => guidOf(child)?.toUpperCase() ?? []);
  return guids.length > 1 && !sets.some((set) => Object.values(set).some((own) => guids.includes(own)));
}

/** Gives populations that the converter does not see their template; all of a code where one is named. */
export function populationTemplates(
  organizer: XmlElement,
  text: string,
  table: GuideTable | undefined,
  code?: string,
): ProposedFix[] {
  const unseen = elementsAt(organizer, ['component', 'observation']).filter((observation) => {
    const own = populationCodes(observation)[0]?.value;
    return own !== undefined && (code === undefined || own === code) && !hasPopulationTemplate(observation);
  });
  const fixes = unseen.flatMap((observation) => addTemplateOfYear(observation, CMS_POPULATION, table, text));
  const [first] = fixes;
  return first ? [{ ...first, edits: fixes.flatMap(({ edits }) => edits) }] : [];
}

function hasPopulationTemplate(observation: XmlElement): boolean {
  return elementsAt(observation, ['templateId']).some((id) => attributeValue(id, 'root') === CMS_POPULATION);
}

/** At the surplus population, else at one that only lacks its template, else at the measure. */
function wherePopulationsDiffer(
  measure: TemplateNode,
  label: string,
  surplus: TemplateNode | undefined,
  message: string,
): Pick<Refusal, 'span' | 'message'> {
  if (surplus !== undefined) return { span: spanOfSurplus(surplus), message };
  const seen = new Set(childNodes(measure, 'measureData').map(({ element }) => element));
  const unseen = elementsAt(measure.element, ['component', 'observation']).find(
    (observation) => !seen.has(observation) && populationCodes(observation)[0]?.value === label,
  );
  if (unseen === undefined) return { span: spanOf(measure), message };
  return {
    span: nameSpan(unseen),
    message: `${message} This one lacks the template 2.16.840.1.113883.10.20.27.3.16.`,
  };
}

/** Looks for each population by code and GUID; complains about the references it meets on the way. */
function* checkGuids(
  measure: TemplateNode,
  set: PopulationGuids,
  sets: readonly PopulationGuids[],
  children: readonly TemplateNode[],
  scope: ConverterScope,
): Iterable<Refusal> {
  for (const [label, field] of COMPARED) {
    const guid = set[field];
    if (guid === null) continue;
    const candidates = children.filter((child) => codeOf(child) === label);
    const met = candidates.findIndex((child) => guidOf(child) === guid);
    for (const child of met === -1 ? candidates : candidates.slice(0, met + 1))
      yield* checkGuidCount(child, scope);
    const known = sets.map((other) => other[field]);
    if (met === -1) yield notFound(measure, label, guid, candidates, known);
  }
}

/**
 * No population has the GUID. Other rules tell it where there is none of that code, or one with a
 * GUID that is not the measure's; not where the GUID of another population set stands twice.
 */
function notFound(
  measure: TemplateNode,
  label: string,
  guid: string,
  candidates: readonly TemplateNode[],
  known: readonly (string | null)[],
): Refusal {
  const wrong = candidates.find((child) => !known.includes(guidOf(child)));
  const repeated = candidates.find(
    (child, index) => candidates.findIndex((other) => guidOf(other) === guidOf(child)) < index,
  );
  const place = wrong ?? repeated;
  return {
    code: 59,
    node: measure,
    span:
      place === undefined
        ? spanOfValue(measureGuids(measure.element)[0], measure)
        : spanOfValue(populationGuids(place.element)[0], place),
    message: `No ${label} has the GUID ${guid} that the measure data define.`,
    detail: `${label} ${guid}`,
    isEcho: wrong !== undefined || repeated === undefined,
  };
}

function* checkGuidCount(child: TemplateNode, { catalog, text }: ConverterScope): Iterable<Refusal> {
  const guids = populationGuids(child.element);
  if (guids.length === 1) return;
  const message =
    guids.length === 0
      ? `The population ${codeOf(child)} has no GUID: reference/externalObservation/id/@root is missing.`
      : `The population ${codeOf(child)} refers to ${guids.length} GUIDs; it needs exactly one.`;
  const fixes = () => (guids.length === 0 ? addPopulationGuid(child, catalog, text) : []);
  const span = spanOfValue(guids[1], child);
  yield { code: 57, node: child, span, message, fixes, ...explainsRepetition(guids) };
}
