import type { PopulationGuids } from '../../catalog/catalog.ts';
import { POPULATION_ROLES, type PopulationRole } from '../../catalog/populations.ts';
import { measureOfGuid, strataOf } from '../../qrda3/decode/measureLookup.ts';
import { descendants } from '../../qrda3/decode/nodes.ts';
import { elementsAt, measureGuids, populationGuids } from '../../qrda3/decode/values.ts';
import { codeOfRole, roleOfCode } from '../../qrda3/populationCodes.ts';
import { isConvertedAsMips } from '../../qrda3/programs.ts';
import { setAttribute } from '../../xml/edit.ts';
import { attribute, child, nameSpan, valueSpan, type XmlElement } from '../../xml/tree.ts';
import type { Problem, Rule, RuleContext } from '../rule.ts';

/** A population of a measure, as far as it can be told which it is. */
interface Coded {
  readonly observation: XmlElement;
  readonly code: string | undefined;
  readonly role: PopulationRole | undefined;
  /** The population whose GUID it has. */
  readonly meant: PopulationRole | undefined;
}

/** A population with a code that is none, or with that of another population than its GUID. */
export const populationMiscoded: Rule = {
  id: 'population-miscoded',
  layer: 'upload',
  severity: 'error',
  source:
    'CMS converter, decoding of Measure Data (a population with another code is passed over) and code 14; eCQM specification of the measure version',
  title: 'A population without its code',
  documentation: `The code of a population says which it is: IPOP, DENOM, DENEX, DENEXCEP, NUMER or NUMEX, in upper case. CMS's converter passes a population with any other code over, and then misses it (error 14; for the initial population it does not complain). This rule fires where the measure lacks the population whose GUID the entry has.

\`\`\`xml
<value xsi:type="CD" code="NUMER" codeSystem="2.16.840.1.113883.5.4"/>
\`\`\``,
  *check(context) {
    const { document, catalog } = context;
    if (document.format !== 'qrda3') return;
    for (const { kind, element } of descendants(document.nodes.root)) {
      if (kind !== 'measure') continue;
      const guid = measureGuids(element)[0]?.value;
      const measure = guid === undefined ? undefined : measureOfGuid(catalog, guid);
      const sets = measure ? strataOf(measure).flatMap(({ populations }) => populations ?? []) : [];
      if (sets.length > 0) yield* checkMeasure(element, sets, context);
    }
  },
};

function* checkMeasure(
  organizer: XmlElement,
  sets: readonly PopulationGuids[],
  context: RuleContext,
): Iterable<Problem> {
  const all = elementsAt(organizer, ['component', 'observation']).map((observation) =>
    codedOf(observation, sets),
  );
  for (const { observation, code, role, meant } of all) {
    if (meant === undefined || role === meant) continue;
    const expected = sets.filter((set) => set[meant] !== null).length;
    if (all.filter((other) => other.role === meant).length >= expected) continue;
    yield problem(organizer, observation, code, meant, context);
  }
}

function codedOf(observation: XmlElement, sets: readonly PopulationGuids[]): Coded {
  const value = child(observation, 'value');
  const code = value && attribute(value, 'code')?.value;
  const guid = populationGuids(observation)[0]?.value.toUpperCase();
  const isRate = value !== undefined && attribute(value, 'value') !== undefined;
  const meant = isRate
    ? undefined
    : POPULATION_ROLES.find((role) => guid !== undefined && sets.some((set) => set[role] === guid));
  return { observation, code, role: code === undefined ? undefined : roleOfCode(code), meant };
}

function problem(
  organizer: XmlElement,
  observation: XmlElement,
  code: string | undefined,
  meant: PopulationRole,
  { submission }: RuleContext,
): Problem {
  const value = child(observation, 'value');
  const attributeOfCode = value && attribute(value, 'code');
  const right = codeOfRole(meant);
  const isCounted = meant !== 'initialPopulation' && isConvertedAsMips(submission);
  const found = code === undefined ? 'no code' : `the code "${code}"`;
  return {
    span: attributeOfCode ? valueSpan(attributeOfCode) : nameSpan(value ?? observation),
    message: `The population with the GUID of ${right} has ${found}; CMS's converter does not take it for ${right}.`,
    ...(isCounted ? { converterCode: 14 } : { severity: 'warning' as const }),
    ...(value && { fixes: [{ title: `Write ${right}`, edits: [setAttribute(value, 'code', right)] }] }),
    explains: [
      { rules: ['performance-rate-mismatch'], within: organizer },
      { rules: COUNT_RULES, within: nameSpan(organizer) },
      { rules: [...COUNT_RULES, ...CODE_RULES], within: observation.parent ?? observation },
    ],
  };
}

/** What counts the populations. */
const COUNT_RULES = [
  'population-count',
  'population-missing',
  'converter-population-guid',
  'measure-data-missing',
];

/** What says of the population itself that its code is not right. */
const CODE_RULES = ['population-guid-unknown', 'guide-required-attribute', 'guide-required-element'];
