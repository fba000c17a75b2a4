import type { Explanation } from '../breakdown.ts';
import type { ScoreContext } from '../context.ts';
import { candidatesFrom, type RatedCandidate } from './candidates.ts';
import type { Counting } from './counting.ts';
import { qualityDenominator } from './denominator.ts';
import type { RatedMeasure } from './rateMeasures.ts';
import { byPointsThenId } from './selection.ts';

/** One of the pathway's required measures and what was sent for it. */
interface RequiredMeasure {
  /** The ids that serve: the measure, or its Medicare CQM. */
  readonly ids: readonly string[];
  readonly best: RatedCandidate | undefined;
  readonly isSent: boolean;
}

/** APP and APP Plus: every required measure counts; one that was not sent is worth 0 of 10. */
export function countForApp(rated: readonly RatedMeasure[], context: ScoreContext): Counting {
  const { policy, options, programName } = context;
  const required = (policy.quality.programs[programName]?.value ?? []).map((ids) => sentFor(ids, rated));
  const denominator = qualityDenominator(
    {
      requiredMeasures: required.length,
      excludedMeasures: required.filter(({ isSent, best }) => isSent && !best).length,
      submittedMeasures: rated.length,
      administrativeClaimsMeasures: options.administrativeClaimsMeasures,
      applicability: { kind: 'notApplied' },
    },
    policy.quality,
  );
  return {
    counted: new Set(required.flatMap(({ best }) => best?.rated ?? [])),
    requiredId: null,
    denominator,
    gaps: required.filter(({ isSent }) => !isSent).map(({ ids }) => gap(ids, context)),
    whyNot: ({ measureId, points }) => {
      if (points.points === null) return '';
      return required.some(({ ids }) => ids.includes(measureId))
        ? 'Another collection type of the same measure scores better, and only the best one counts.'
        : `${programName} does not use this measure.`;
    },
  };
}

function sentFor(ids: readonly string[], rated: readonly RatedMeasure[]): RequiredMeasure {
  const sent = rated.filter(({ measureId }) => ids.includes(measureId));
  const [best] = candidatesFrom(sent).sort(byPointsThenId);
  return { ids, best, isSent: sent.length > 0 };
}

function gap(ids: readonly string[], { policy, programName }: ScoreContext): Explanation {
  const figure = policy.quality.programs[programName];
  return {
    reason: `${programName} requires measure ${ids.join(' or ')}, which was not sent and is worth 0 of ${policy.quality.pointsPerMeasure.value}.`,
    source: figure?.source ?? '',
    confidence: figure?.confidence ?? 'low',
  };
}
