import type { Explanation, PiMeasureScore, PiMeasureState } from '../breakdown.ts';
import type { ScoreContext } from '../context.ts';
import { roundTo } from '../rounding.ts';
import type { PiAnswer, PiAnswers } from './answers.ts';
import type { AvailablePoints } from './available.ts';
import { type PiClaims, piMeasure } from './claims.ts';
import type { PublicHealthResult } from './publicHealth.ts';

/** What the rows are made of. */
export interface PiFindings {
  readonly answers: PiAnswers;
  readonly claims: PiClaims;
  readonly publicHealth: PublicHealthResult;
  readonly required: readonly string[];
  readonly available: AvailablePoints;
}

/** A row for each measure that was sent or is missing, in the order: required, public health, bonus, the rest. */
export function measureRows(findings: PiFindings, context: ScoreContext): PiMeasureScore[] {
  const required = findings.required.map((id) => requiredRow(id, findings, context));
  const registrations = publicHealthRows(findings, context);
  const bonuses = bonusRows(findings, context);
  const shown = new Set([...required, ...registrations, ...bonuses].map((row) => row.measureId));
  const others = [...findings.answers.byId.values()]
    .filter((answer) => !shown.has(answer.measureId))
    .map((answer) => unscoredRow(answer, context));
  return [...required, ...registrations, ...bonuses, ...others];
}

/**
 * Points of a measure with numerator and denominator: its share of the points, rounded half up,
 * at least 1 when one patient counts (CMS's engine; PY2020 feedback FAQ).
 */
export function proportionPoints(numerator: number, denominator: number, maxPoints: number): number {
  if (numerator < 1 || denominator < 1) return 0;
  const share = Math.min(numerator / denominator, 1);
  return Math.min(Math.max(roundTo(share * maxPoints, 0), 1), maxPoints);
}

function requiredRow(id: string, findings: PiFindings, context: ScoreContext): PiMeasureScore {
  const { answers, claims, available } = findings;
  const { points: basis } = context.policy.pi;
  const answer = answers.byId.get(id);
  const claim = claims.claim(id);
  const maxPoints = available.byMeasure.get(id) ?? 0;
  if (claim === 'excluded') {
    const moved = movedText(id, findings);
    return row(id, context, answer, {
      state: 'excluded',
      points: 0,
      maxPoints,
      reason: `Excluded by ${claims.exclusionsOf(id).join(', ')}${moved.text}.`,
      ...(moved.basis ?? { source: basis.source, confidence: basis.confidence }),
    });
  }
  const taken = takenText(id, findings, context);
  if (claim === 'missing') {
    return row(id, context, answer, {
      state: 'missing',
      points: 0,
      maxPoints,
      reason: `Required, but ${answer ? 'reported with nothing that counts' : 'neither reported nor excluded'}.`,
      source: basis.source,
      confidence: basis.confidence,
    });
  }
  const points = answer?.counts
    ? proportionPoints(answer.counts.numerator, answer.counts.denominator, maxPoints)
    : maxPoints;
  const how = answer?.counts
    ? `${answer.counts.numerator}/${answer.counts.denominator} of ${maxPoints} points, rounded`
    : `Yes is worth all ${maxPoints} points`;
  return row(id, context, answer, {
    state: 'reported',
    points,
    maxPoints,
    reason: `${how}${taken.text}.`,
    source: taken.basis?.source ?? basis.source,
    confidence: taken.basis?.confidence ?? basis.confidence,
  });
}

function publicHealthRows(findings: PiFindings, context: ScoreContext): PiMeasureScore[] {
  const { answers, claims, publicHealth } = findings;
  const { value: rule, source, confidence } = context.policy.pi.publicHealth;
  const excluded = publicHealth.excluded.map((id) => {
    const moved = publicHealth.isExcluded
      ? movedText('publicHealth', findings)
      : { text: publicHealth.isComplete ? '; the other registration gets all the points' : '' };
    return row(id, context, answers.byId.get(id), {
      state: 'excluded',
      points: 0,
      maxPoints: 0,
      reason: `Excluded by ${claims.exclusionsOf(id).join(', ')}${moved.text}.`,
      source,
      confidence,
    });
  });
  const reported = publicHealth.reported.map((id) =>
    row(id, context, answers.byId.get(id), {
      state: 'reported',
      points: publicHealth.pointsEach,
      maxPoints: publicHealth.pointsEach,
      reason: `Its share of the ${rule.points} points for public health reporting.`,
      source,
      // CMS's public file shows 12 and 12 for the two registrations of 2023 on.
      confidence: Number.isInteger(publicHealth.pointsEach) ? confidence : 'medium',
    }),
  );
  const done = new Set([...excluded, ...reported].map((entry) => entry.measureId));
  const isAnyOf = rule.candidates.length > rule.needed;
  const missing = isAnyOf || publicHealth.isComplete ? [] : rule.candidates.filter((id) => !done.has(id));
  const missingRows = missing.map((id) =>
    row(id, context, answers.byId.get(id), {
      state: 'missing',
      points: 0,
      maxPoints: publicHealth.pointsEach,
      reason: publicHealth.withoutEngagement.includes(id)
        ? 'Reported without its level of active engagement.'
        : 'Required, but neither reported nor excluded.',
      source,
      confidence,
    }),
  );
  return [...reported, ...excluded, ...missingRows];
}

/** Each bonus goes to the first of its measures that was reported. */
function bonusRows({ answers, claims }: PiFindings, context: ScoreContext): PiMeasureScore[] {
  const { value, source, confidence } = context.policy.pi.bonuses;
  return value.flatMap((bonus) => {
    const reported = bonus.measureIds.filter(
      (id) => claims.claim(id) === 'reported' && claims.hasEngagement(id),
    );
    return reported.map((id, index) =>
      row(id, context, answers.byId.get(id), {
        state: 'bonus',
        points: index === 0 ? bonus.points : 0,
        maxPoints: bonus.points,
        reason:
          index === 0
            ? `Bonus of ${bonus.points} points.`
            : `The bonus of ${bonus.points} points is given once, for ${reported[0]}.`,
        source,
        confidence,
      }),
    );
  });
}

function unscoredRow(answer: PiAnswer, context: ScoreContext): PiMeasureScore {
  const { policy, catalog } = context;
  const measure = piMeasure(answer.measureId, catalog);
  const isAttestation = policy.pi.attestations.value.some(({ measureId }) => measureId === answer.measureId);
  const reason = measure
    ? unscoredReason(measure.reportingCategory, isAttestation, answer.isPositive)
    : `${catalog.performanceYear} has no PI measure ${answer.measureId}.`;
  return row(answer.measureId, context, answer, {
    state: isAttestation ? 'attestation' : 'unscored',
    points: 0,
    maxPoints: 0,
    reason,
    source: isAttestation ? policy.pi.attestations.source : 'CMS’s measure data',
    confidence: 'high',
  });
}

function unscoredReason(reportingCategory: string | null, isAttestation: boolean, isYes: boolean): string {
  const answered = `answered with ${isYes ? 'yes' : 'no'}`;
  if (isAttestation) return `Attestation without points, ${answered}.`;
  if (reportingCategory === 'exclusion') return `Exclusion, ${answered}.`;
  return `Without points here, ${answered}.`;
}

interface RowContent extends Explanation {
  readonly state: PiMeasureState;
  readonly points: number;
  readonly maxPoints: number;
}

function row(
  measureId: string,
  { catalog }: ScoreContext,
  answer: PiAnswer | undefined,
  content: RowContent,
): PiMeasureScore {
  return {
    measureId,
    title: piMeasure(measureId, catalog)?.title ?? '',
    displayed: content.maxPoints > 0 ? `${content.points} / ${content.maxPoints}` : '',
    origin: answer?.origin ?? null,
    ...content,
  };
}

interface Movement {
  readonly text: string;
  readonly basis?: Pick<Explanation, 'source' | 'confidence'>;
}

function movedText(from: string, { available }: PiFindings): Movement {
  const move = available.moves.find((entry) => entry.from === from);
  return move ? { text: `; its ${move.points} points go to ${move.to.join(' and ')}` } : { text: '' };
}

function takenText(id: string, { available }: PiFindings, { policy }: ScoreContext): Movement {
  const moves = available.moves.filter((move) => move.to.includes(id));
  if (moves.length === 0) return { text: '' };
  const basis = policy.pi.redistribution.find((rule) => rule.from === moves[0]?.from);
  const text = `, with the points of ${moves.map((move) => move.from).join(' and ')}, which is excluded`;
  return basis ? { text, basis } : { text };
}
