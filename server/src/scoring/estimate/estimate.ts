import type {
  Category,
  Estimate,
  Explanation,
  IaBreakdown,
  PiBreakdown,
  QualityBreakdown,
  Weights,
} from '../breakdown.ts';
import type { ScoreContext } from '../context.ts';
import { roundTo } from '../rounding.ts';
import { adjustment } from './adjustment.ts';
import { assumptionsOf } from './assumptions.ts';
import { categoryWeights, type WeightAnswer } from './weights.ts';

/** The category scores an estimate is made of. */
export interface CategoryScores {
  readonly quality: QualityBreakdown;
  readonly pi: PiBreakdown;
  readonly ia: IaBreakdown;
}

const none: Weights = { quality: 0, cost: 0, ia: 0, pi: 0 };

/** The final score as far as the files and the stated assumptions tell. */
export function estimateScore(scores: CategoryScores, context: ScoreContext): Estimate {
  const { policy, options, catalog } = context;
  const assumptions = assumptionsOf(scores, context);
  if (context.rules.kind === 'outsideMips') {
    return { ...unknown(`${context.programName} has no MIPS final score.`), assumptions };
  }
  const missing = missingCategories(scores, context);
  const costPercent = isCostPossible(missing, context) ? options.costPercent : null;
  const answer = weightsFor(missing, costPercent === null, context);
  if (answer.kind === 'neutral') {
    const final = policy.final.performanceThreshold.value;
    return {
      ...unknown(
        'Fewer than two categories are scored, so the final score is the performance threshold.',
        policy.final.minimumScoredCategories.source,
      ),
      final,
      adjustment: adjustment(final, catalog.performanceYear, policy.final),
      assumptions,
    };
  }
  const percents = percentsOf(scores, costPercent ?? 0);
  const final = finalScore(percents, answer.weights);
  return {
    weights: answer.weights,
    weightsReason: answer.explanation,
    contributions: contributionsOf(percents, answer.weights),
    final,
    rangeWithCost: rangeWithCost(scores, missing, context),
    adjustment: adjustment(final, catalog.performanceYear, policy.final),
    assumptions,
  };
}

/** A category's points towards the final score, four decimals. */
export function contribution(percent: number, weight: number): number {
  return roundTo((percent * weight) / 100, 4);
}

/** Categories that are not scored, cost left aside: reweighted by CMS, or not sent under EUC. */
function missingCategories(
  { quality, pi, ia }: CategoryScores,
  { options }: ScoreContext,
): readonly Category[] {
  const missing = new Set<Category>(options.reweighted);
  if (pi.status === 'reweighted') missing.add('pi');
  // PI data cancels a reweighting of the category.
  if (pi.status === 'scored' || pi.status === 'zero') missing.delete('pi');
  if (options.extremeCircumstances) {
    if (!quality.isSubmitted) missing.add('quality');
    if (!ia.isSubmitted) missing.add('ia');
    if (pi.status === 'notSubmitted') missing.add('pi');
    missing.add('cost');
  }
  return [...missing];
}

function weightsFor(missing: readonly Category[], withoutCost: boolean, context: ScoreContext): WeightAnswer {
  const { policy, options } = context;
  return categoryWeights(
    {
      missing: withoutCost ? [...missing, 'cost'] : missing,
      smallPractice: options.smallPractice,
      isApm: isApm(context),
    },
    policy.weights,
  );
}

/** An APM entity's cost is never scored (42 CFR 414.1317). */
function isCostPossible(missing: readonly Category[], { participant }: ScoreContext): boolean {
  return !missing.includes('cost') && participant?.entityType !== 'apm';
}

function isApm({ rules, participant, policy }: ScoreContext): boolean {
  const isEntityByApmRules =
    participant?.entityType === 'apm' && policy.weights.apmEntitiesUseApmWeights.value;
  return rules.kind === 'app' || isEntityByApmRules;
}

function percentsOf({ quality, pi, ia }: CategoryScores, cost: number): Weights {
  return { quality: quality.percent, cost, ia: ia.percent, pi: pi.percent };
}

function contributionsOf(percents: Weights, weights: Weights): Weights {
  return {
    quality: contribution(percents.quality, weights.quality),
    cost: contribution(percents.cost, weights.cost),
    ia: contribution(percents.ia, weights.ia),
    pi: contribution(percents.pi, weights.pi),
  };
}

function finalScore(percents: Weights, weights: Weights): number {
  const { quality, cost, ia, pi } = contributionsOf(percents, weights);
  return roundTo(Math.min(quality + cost + ia + pi, 100), 2);
}

/** The lowest cost score is a tenth: every scored cost measure earns at least 1 of 10 points. */
const lowestCostPercent = 10;

function rangeWithCost(
  scores: CategoryScores,
  missing: readonly Category[],
  context: ScoreContext,
): Estimate['rangeWithCost'] {
  if (!isCostPossible(missing, context) || context.options.costPercent !== null) return null;
  const answer = weightsFor(missing, false, context);
  if (answer.kind === 'neutral' || answer.weights.cost === 0) return null;
  return {
    lowest: finalScore(percentsOf(scores, lowestCostPercent), answer.weights),
    highest: finalScore(percentsOf(scores, 100), answer.weights),
  };
}

function unknown(reason: string, source = 'Program'): Omit<Estimate, 'assumptions'> {
  const weightsReason: Explanation = { reason, source, confidence: 'high' };
  return {
    weights: none,
    weightsReason,
    contributions: none,
    final: null,
    rangeWithCost: null,
    adjustment: null,
  };
}
