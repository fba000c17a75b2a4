import type { Explanation } from '../breakdown.ts';
import type { ScoreContext } from '../context.ts';
import { type Denominator, qualityDenominator } from './denominator.ts';
import { measureApplicability } from './eligibleMeasures.ts';
import type { RatedMeasure } from './rateMeasures.ts';
import { bestByMeasure, type Candidate, isOutcomeMeasure, selectMeasures } from './selection.ts';

/** Which of the rated measures count, and out of how many points. */
export interface Counting {
  readonly counted: ReadonlySet<RatedMeasure>;
  /** The measure that meets the requirement for an outcome or high priority measure. */
  readonly requiredId: string | null;
  readonly denominator: Denominator;
  readonly gaps: readonly Explanation[];
  /** Why a measure does not count. */
  whyNot(rated: RatedMeasure): string;
}

interface RatedCandidate extends Candidate {
  readonly rated: RatedMeasure;
}

/** Chooses the measures that count by the program's rules. */
export function chooseCounting(rated: readonly RatedMeasure[], context: ScoreContext): Counting {
  return context.rules.kind === 'app' ? countForApp(rated, context) : countBest(rated, context);
}

/** Traditional MIPS and MVPs: the best measures up to the number required, one of them an outcome. */
function countBest(rated: readonly RatedMeasure[], context: ScoreContext): Counting {
  const { policy, catalog, options, rules } = context;
  const required =
    (rules.kind === 'mvp' ? policy.quality.requiredMvpMeasures.value : null) ??
    policy.quality.requiredMeasures.value;
  const eligible = rated.filter((measure) => belongsTo(measure, context));
  const candidates = bestByMeasure(eligible.flatMap(candidate));
  const scorableIds = new Set(candidates.map((entry) => entry.measureId));
  const outIds = new Set(eligible.filter(isOut).map((entry) => entry.measureId));
  for (const id of scorableIds) outIds.delete(id);
  const submitted = eligible.map(({ measureId, input }) => ({
    measureId,
    collectionType: input.collectionType,
  }));
  const applicability = measureApplicability(
    submitted,
    required,
    rules.kind === 'mips' ? catalog.clinicalClusters : [],
  );
  const denominator = qualityDenominator(
    {
      requiredMeasures: required,
      // A measure that is taken out matters only where no other fills its place.
      excludedMeasures: Math.min(outIds.size, Math.max(required - scorableIds.size, 0)),
      submittedMeasures: new Set(submitted.map((measure) => measure.measureId)).size,
      administrativeClaimsMeasures: options.administrativeClaimsMeasures,
      applicability,
    },
    policy.quality,
  );
  const selection = selectMeasures(candidates, denominator.places);
  const counted = new Set(selection.picked.map((picked) => picked.rated));
  const best = new Map(candidates.map((entry) => [entry.measureId, entry]));
  return {
    counted,
    requiredId: selection.required?.measureId ?? null,
    denominator,
    gaps: gapsOf(selection, denominator, context, applicability),
    whyNot: (measure) => whyNotBest(measure, best.get(measure.measureId), denominator.places, context),
  };
}

/** APP and APP Plus: every required measure counts; one that was not sent is worth 0 of 10. */
function countForApp(rated: readonly RatedMeasure[], context: ScoreContext): Counting {
  const { policy, options, programName } = context;
  const figure = policy.quality.programs[programName];
  const required = figure?.value ?? [];
  const chosen = required.map((ids) => {
    const sent = rated.filter((measure) => ids.includes(measure.measureId));
    const best = bestByMeasure(sent.flatMap(candidate)).sort((a, b) => b.points - a.points)[0];
    return { ids, best, isOut: best === undefined && sent.some(isOut), isSent: sent.length > 0 };
  });
  const denominator = qualityDenominator(
    {
      requiredMeasures: required.length,
      excludedMeasures: chosen.filter((choice) => choice.isOut).length,
      submittedMeasures: rated.length,
      administrativeClaimsMeasures: options.administrativeClaimsMeasures,
      applicability: { kind: 'notApplied' },
    },
    policy.quality,
  );
  return {
    counted: new Set(chosen.flatMap((choice) => choice.best?.rated ?? [])),
    requiredId: null,
    denominator,
    gaps: chosen
      .filter((choice) => !choice.isSent)
      .map((choice) => ({
        reason: `${programName} requires measure ${choice.ids.join(' or ')}, which was not sent and is worth 0 of ${policy.quality.pointsPerMeasure.value}.`,
        source: figure?.source ?? '',
        confidence: figure?.confidence ?? 'low',
      })),
    whyNot: (measure) =>
      required.some((ids) => ids.includes(measure.measureId))
        ? 'A better collection type of the same measure counts.'
        : `${programName} does not use this measure.`,
  };
}

function candidate(rated: RatedMeasure): RatedCandidate[] {
  if (rated.points.points === null) return [];
  return [
    {
      rated,
      measureId: rated.measureId,
      collectionType: rated.input.collectionType,
      points: rated.points.points,
      isOutcome: isOutcomeMeasure(rated.measure),
      isHighPriority: rated.measure.isHighPriority,
    },
  ];
}

/** Whether the measure may be reported to the program. */
export function belongsTo({ measure }: RatedMeasure, { rules, programName }: ScoreContext): boolean {
  if (rules.kind === 'mvp') return rules.mvp.qualityMeasureIds.includes(measure.measureId);
  // Years whose data names no programs have one for all.
  // The data names no programs to 2020, and not all of those outside MIPS later.
  return (
    rules.kind === 'outsideMips' ||
    measure.allowedPrograms.length === 0 ||
    measure.allowedPrograms.includes(programName)
  );
}

function isOut(rated: RatedMeasure): boolean {
  return rated.points.points === null;
}

function whyNotBest(
  rated: RatedMeasure,
  best: RatedCandidate | undefined,
  places: number,
  context: ScoreContext,
): string {
  if (isOut(rated)) return '';
  if (!belongsTo(rated, context)) return `Program ${context.programName} does not use this measure.`;
  if (best && best.rated !== rated) {
    return `The collection type ${best.collectionType} scores better, and only the best one counts.`;
  }
  return `It is not among the ${places} measures that count: an outcome or high priority measure first, then the best others, equal points by measure id.`;
}

function gapsOf(
  selection: { readonly picked: readonly Candidate[]; readonly required: Candidate | null },
  denominator: Denominator,
  { policy }: ScoreContext,
  applicability: ReturnType<typeof measureApplicability>,
): Explanation[] {
  const { source, confidence } = policy.quality.requiredMeasures;
  const gaps: Explanation[] = [];
  if (selection.required === null && denominator.places > 0) {
    const reason =
      'No outcome measure, and no high priority measure in its place, was sent: one of the places stays empty with 0 points.';
    gaps.push({ reason, source, confidence });
  }
  const missing = denominator.places - selection.picked.length - (selection.required === null ? 1 : 0);
  if (missing > 0) {
    gaps.push({
      reason: `${missing} of ${denominator.places} measures are missing and worth 0 points.`,
      source,
      confidence,
    });
  }
  if (applicability.kind === 'incomplete') {
    gaps.push({
      reason: `CMS would not shorten the list for too few applicable measures: ${applicability.unreported.join(', ')} of ${applicability.cluster} could have been reported too.`,
      source: 'CMS’s clinical-clusters data',
      confidence: 'medium',
    });
  }
  return gaps;
}
