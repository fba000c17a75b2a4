import type { JsonNumber, JsonObject } from '../../json/tree.ts';
import { member } from '../../json/tree.ts';
import { asMeant } from '../../qppJson/keys.ts';
import type { MeasurementPlace } from '../../qppJson/places.ts';
import { objectsIn } from '../../qppJson/shape.ts';
import { ANY_STRATUM_FIELDS, ANY_VALUE_FIELDS } from '../../qppJson/valueFields.ts';
import type { Problem, ProposedFix, Rule } from '../rule.ts';
import { jsonParts } from './jsonParts.ts';

/** A MIPS CQM reports excluded patients, who must be left out of its eligible population instead. */
export const cqmExclusionNotZero: Rule = {
  id: 'cqm-exclusion-not-zero',
  layer: 'upload',
  severity: 'error',
  needsYear: true,
  years: { from: 2020 },
  source:
    'CMS QPP submissions API documentation, change log 8/15/20 (quality, registry, isRegistryMeasure false)',
  title: 'A MIPS CQM must not report exclusions',
  documentation: `From 2020 on, \`eligiblePopulationExclusion\` of a MIPS CQM (category quality, method registry, no QCDR measure) must be 0, \`null\` or absent: the registry takes excluded patients out of \`eligiblePopulation\` before it reports. eCQMs and QCDR measures may report exclusions. The fix subtracts the exclusions and sets them to 0.`,
  *check(context) {
    const parts = jsonParts(context);
    if (!parts?.format?.registryExclusionsAreZero) return;
    for (const place of parts.measurements) {
      if (isCqm(place)) for (const counts of countObjects(place)) yield* checkCounts(counts, place);
    }
  },
};

function isCqm({ set, measure }: MeasurementPlace): boolean {
  const method = set && member(set, 'submissionMethod');
  return (
    measure?.category === 'quality' &&
    !measure.isRegistryMeasure &&
    method?.type === 'string' &&
    method.value === 'registry'
  );
}

/** The objects of a value that hold counts: the value itself, or its strata. */
function countObjects({ value }: MeasurementPlace): JsonObject[] {
  if (value?.type !== 'object') return [];
  const object = asMeant(value, ANY_VALUE_FIELDS);
  const strata = member(object, 'strata');
  return strata ? objectsIn(strata).map((stratum) => asMeant(stratum, ANY_STRATUM_FIELDS)) : [object];
}

function* checkCounts(counts: JsonObject, { measureId }: MeasurementPlace): Iterable<Problem> {
  const exclusion = numberMember(counts, 'eligiblePopulationExclusion');
  const population = numberMember(counts, 'eligiblePopulation');
  if (!exclusion || exclusion.value === 0) return;
  const fix = population && subtraction(exclusion, population);
  yield {
    span: exclusion.span,
    message: `Measure ${measureId?.value} by registry is a MIPS CQM: eligiblePopulationExclusion must be 0, not ${exclusion.raw}. Excluded patients are left out of eligiblePopulation.`,
    ...(fix && { fixes: [fix] }),
  };
}

function numberMember(object: JsonObject, key: string): JsonNumber | null {
  const value = member(object, key);
  return value?.type === 'number' ? value : null;
}

function subtraction(exclusion: JsonNumber, population: JsonNumber): ProposedFix | null {
  const rest = population.value - exclusion.value;
  if (exclusion.value < 0 || rest < 0) return null;
  return {
    title: `Subtract ${exclusion.raw} from eligiblePopulation and set the exclusions to 0`,
    edits: [
      { span: exclusion.span, newText: '0' },
      { span: population.span, newText: String(rest) },
    ],
  };
}
