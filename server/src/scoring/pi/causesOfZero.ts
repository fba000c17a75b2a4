import type { YearCatalog } from '../../catalog/catalog.ts';
import { compareIds } from '../../catalog/ids.ts';
import { piMeasure } from '../../catalog/piMeasure.ts';
import type { Explanation } from '../breakdown.ts';
import type { ScoreContext } from '../context.ts';
import type { PiSetFacts } from '../input/collect.ts';
import type { PiAnswers } from './answers.ts';
import type { PiClaims } from './claims.ts';
import type { PublicHealthResult } from './publicHealth.ts';

/** What the causes are looked for in. */
export interface PiEvidence {
  readonly answers: PiAnswers;
  readonly claims: PiClaims;
  readonly publicHealth: PublicHealthResult;
  /** Required measures with points, of the alternatives in use. */
  readonly required: readonly string[];
  /** Alternatives of the same objective that were all reported. */
  readonly clashingAlternatives: readonly string[];
  readonly sets: readonly PiSetFacts[];
}

/** Every reason for which CMS scores the whole category zero. */
export function causesOfZero(evidence: PiEvidence, context: ScoreContext): Explanation[] {
  return [
    ...conflicts(evidence, context),
    ...missingMeasures(evidence, context),
    ...missingPublicHealth(evidence, context),
    ...missingAttestations(evidence, context),
    ...cehrtIdFaults(evidence.sets, context),
    ...periodFaults(evidence.sets, context),
  ];
}

function conflicts(
  { answers, claims, clashingAlternatives }: PiEvidence,
  { catalog }: ScoreContext,
): Explanation[] {
  const causes = answers.conflicting.map((id) =>
    zero(`${id} was sent with different values.`, 'PY2023 data submission guide', 'high'),
  );
  for (const id of [...answers.byId.keys()].sort(compareIds)) {
    const measure = piMeasure(id, catalog);
    if (!measure || measure.exclusions.length === 0 || claims.claim(id) !== 'reported') continue;
    const exclusions = claims.exclusionsOf(id);
    if (exclusions.length > 0 && !id.endsWith('_MULTI')) {
      causes.push(
        zero(
          `${id} was sent together with its exclusion ${exclusions.join(', ')}.`,
          'exclusion of CMS’s measure data',
        ),
      );
    }
  }
  for (const [id, substitute] of clashingSubstitutes(answers, clashingAlternatives, catalog)) {
    causes.push(zero(`${id} and ${substitute} exclude each other.`, 'substitutes of CMS’s measure data'));
  }
  if (clashingAlternatives.length > 0) {
    causes.push(
      zero(
        `${clashingAlternatives.join(', ')} exclude each other, so only one way through the objective may be sent.`,
        'substitutes of CMS’s measure data; converter error 102',
      ),
    );
  }
  return causes;
}

/** Pairs of which only one may be sent: two exclusions of a measure, two levels of engagement. */
function clashingSubstitutes(
  { byId }: PiAnswers,
  alreadyNamed: readonly string[],
  catalog: YearCatalog,
): (readonly [string, string])[] {
  const ids = [...byId.values()]
    .filter((answer) => answer.isPositive)
    .map((answer) => answer.measureId)
    .sort(compareIds);
  return ids
    .filter((id) => !alreadyNamed.includes(id))
    .flatMap((id) => {
      const substitutes = piMeasure(id, catalog)?.substitutes ?? [];
      return ids
        .filter((other) => id < other && substitutes.includes(other))
        .map((other) => [id, other] as const);
    });
}

function missingMeasures({ answers, claims, required }: PiEvidence, { policy }: ScoreContext): Explanation[] {
  return required
    .filter((id) => claims.claim(id) === 'missing')
    .map((id) => {
      const answer = answers.byId.get(id);
      if (answer?.counts) {
        const { numerator, denominator } = answer.counts;
        return zero(
          `${id} is ${numerator}/${denominator}: a required measure needs a numerator of at least 1 or its exclusion.`,
          policy.pi.requirements.source,
        );
      }
      const what = answer ? 'was answered with no' : 'was neither reported nor excluded';
      return zero(`The required measure ${id} ${what}.`, policy.pi.requirements.source);
    });
}

function missingPublicHealth({ publicHealth }: PiEvidence, { policy }: ScoreContext): Explanation[] {
  if (publicHealth.isComplete) return [];
  const { candidates, needed } = policy.pi.publicHealth.value;
  if (publicHealth.withoutEngagement.length > 0) {
    return [
      zero(
        `${publicHealth.withoutEngagement.join(', ')} needs its level of active engagement (_PRE or _PROD) too.`,
        policy.pi.activeEngagementRequired.source,
      ),
    ];
  }
  const which =
    candidates.length === needed ? candidates.join(' and ') : `${needed} of ${candidates.join(', ')}`;
  return [
    zero(`Public health reporting needs ${which}, each reported or excluded.`, policy.pi.publicHealth.source),
  ];
}

function missingAttestations({ answers }: PiEvidence, { policy }: ScoreContext): Explanation[] {
  const { value, source, confidence } = policy.pi.attestations;
  return value.flatMap(({ measureId, mustBeYes }) => {
    const answer = answers.byId.get(measureId);
    if (answer && (answer.isPositive || !mustBeYes)) return [];
    const what = answer ? 'was answered with no' : 'is missing';
    return [zero(`The attestation ${measureId} ${what}.`, source, confidence)];
  });
}

function cehrtIdFaults(sets: readonly PiSetFacts[], { policy, catalog }: ScoreContext): Explanation[] {
  const { value: format, source, confidence } = policy.pi.cehrtId;
  const ids = sets.map((set) => set.cehrtId).filter((id) => id !== null);
  if (ids.length === 0) {
    return [zero('No CMS EHR certification ID (CEHRT ID) was sent.', '42 CFR 414.1375', 'high')];
  }
  if (format === null) return [];
  const pattern = new RegExp(format.pattern, 'i');
  return ids
    .filter((id) => !pattern.test(id))
    .map((id) =>
      zero(
        `The CEHRT ID ${id} is not valid for ${catalog.performanceYear}, which takes ${format.description}.`,
        source,
        confidence,
      ),
    );
}

const millisecondsPerDay = 86_400_000;

function periodFaults(sets: readonly PiSetFacts[], { policy, catalog }: ScoreContext): Explanation[] {
  const { value: minimum, source, confidence } = policy.pi.minimumPeriodDays;
  return sets.flatMap(({ performanceStart, performanceEnd }) => {
    const start = Date.parse(performanceStart ?? '');
    const end = Date.parse(performanceEnd ?? '');
    if (Number.isNaN(start) || Number.isNaN(end)) return [];
    const days = Math.round((end - start) / millisecondsPerDay) + 1;
    if (days >= minimum) return [];
    return [
      zero(
        `The period ${performanceStart} to ${performanceEnd} has ${days} days; ${catalog.performanceYear} needs ${minimum} in a row.`,
        source,
        confidence,
      ),
    ];
  });
}

function zero(reason: string, source: string, confidence: Explanation['confidence'] = 'high'): Explanation {
  return { reason, source, confidence };
}
