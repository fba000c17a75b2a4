import type { Explanation } from '../breakdown.ts';
import type { ScoreContext } from '../context.ts';
import { belongsTo, candidatesFrom, type RatedCandidate } from './candidates.ts';
import type { Counting } from './counting.ts';
import { type Denominator, qualityDenominator } from './denominator.ts';
import { type Applicability, measureApplicability } from './eligibleMeasures.ts';
import type { RatedMeasure } from './rateMeasures.ts';
import { bestByMeasure, type Selection, selectMeasures } from './selection.ts';

/** Traditional MIPS and MVPs: the best measures up to the number required, one of them an outcome. */
export function countBest(rated: readonly RatedMeasure[], context: ScoreContext): Counting {
  const eligible = rated.filter((measure) => belongsTo(measure, context));
  const candidates = bestByMeasure(candidatesFrom(eligible));
  const applicability = applicabilityOf(eligible, context);
  const denominator = denominatorOf(eligible, candidates, applicability, context);
  // Whoever reported all that applies has met the requirement, outcome measure or not.
  const needsOutcome = applicability.kind !== 'reduced';
  const selection = selectMeasures(candidates, denominator.places, needsOutcome);
  return {
    counted: new Set(selection.picked.map((picked) => picked.rated)),
    requiredId: selection.required?.measureId ?? null,
    denominator,
    gaps: gapsOf(selection, denominator, applicability, context),
    whyNot: (measure) => whyNot(measure, candidates, denominator.places, context),
  };
}

function requiredMeasures({ policy, rules }: ScoreContext): number {
  const forMvp = rules.kind === 'mvp' ? policy.quality.requiredMvpMeasures.value : null;
  return forMvp ?? policy.quality.requiredMeasures.value;
}

function applicabilityOf(eligible: readonly RatedMeasure[], context: ScoreContext): Applicability {
  if (context.rules.kind !== 'mips') return { kind: 'notApplied' };
  const submitted = eligible.map(({ measureId, input }) => ({
    measureId,
    collectionType: input.collectionType,
  }));
  return measureApplicability(submitted, requiredMeasures(context), context.catalog.clinicalClusters);
}

function denominatorOf(
  eligible: readonly RatedMeasure[],
  candidates: readonly RatedCandidate[],
  applicability: Applicability,
  context: ScoreContext,
): Denominator {
  const required = requiredMeasures(context);
  const submitted = new Set(eligible.map(({ measureId }) => measureId)).size;
  const takenOut = submitted - candidates.length;
  return qualityDenominator(
    {
      requiredMeasures: required,
      // A measure that is taken out matters only where no other fills its place.
      excludedMeasures: Math.min(takenOut, Math.max(required - candidates.length, 0)),
      submittedMeasures: submitted,
      administrativeClaimsMeasures: context.options.administrativeClaimsMeasures,
      applicability,
    },
    context.policy.quality,
  );
}

function whyNot(
  rated: RatedMeasure,
  candidates: readonly RatedCandidate[],
  places: number,
  context: ScoreContext,
): string {
  if (rated.points.points === null) return '';
  if (!belongsTo(rated, context)) return `Program ${context.programName} does not use this measure.`;
  const best = candidates.find(({ measureId }) => measureId === rated.measureId);
  if (best && best.rated !== rated) {
    return `The collection type ${best.collectionType} scores better, and only the best one counts.`;
  }
  return `It is not among the ${places} measures that count: an outcome or high priority measure first, then the best others, equal points by measure id.`;
}

function gapsOf(
  selection: Selection<RatedCandidate>,
  { places }: Denominator,
  applicability: Applicability,
  { policy }: ScoreContext,
): Explanation[] {
  const { source, confidence } = policy.quality.requiredMeasures;
  const gaps: Explanation[] = [];
  if (selection.emptyPlaces > 0) {
    const reason =
      'No outcome measure, and no high priority measure in its place, was sent: one of the places stays empty with 0 points.';
    gaps.push({ reason, source, confidence });
  }
  const missing = places - selection.picked.length - selection.emptyPlaces;
  if (missing > 0) {
    const reason = `${missing} of ${places} measures are missing and worth 0 points.`;
    gaps.push({ reason, source, confidence });
  }
  if (applicability.kind === 'incomplete') {
    const reason = `CMS would not shorten the list for too few applicable measures: ${applicability.unreported.join(', ')} of ${applicability.cluster} could have been reported too.`;
    gaps.push({ reason, source: 'CMS’s clinical-clusters data', confidence: 'medium' });
  }
  return gaps;
}
