import type { PiMeasureScore } from '../breakdown.ts';
import type { ScoreContext } from '../context.ts';
import { roundTo } from '../rounding.ts';
import type { PiAnswer } from './answers.ts';
import { piMeasure } from './claims.ts';
import { pointsHandedOn, pointsTaken } from './moves.ts';
import { publicHealthRows } from './publicHealthRows.ts';
import { type PiFindings, row } from './row.ts';

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
  const { pi: policy } = context.policy;
  const { source, confidence } = policy.points;
  const answer = answers.byId.get(id);
  const maxPoints = available.byMeasure.get(id) ?? 0;
  switch (claims.claim(id)) {
    case 'excluded': {
      const moved = pointsHandedOn(id, available, policy);
      const reason = `Excluded by ${claims.exclusionsOf(id).join(', ')}${moved.text}.`;
      const basis = moved.basis ?? { source, confidence };
      return row(id, context, answer, { state: 'excluded', points: 0, maxPoints, reason, ...basis });
    }
    case 'missing': {
      const reason = `Required, but ${answer ? 'reported with nothing that counts' : 'neither reported nor excluded'}.`;
      return row(id, context, answer, { state: 'missing', points: 0, maxPoints, reason, source, confidence });
    }
    case 'reported': {
      const taken = pointsTaken(id, available, policy);
      const basis = taken.basis ?? { source, confidence };
      return row(id, context, answer, { ...earned(answer, maxPoints, taken.text), maxPoints, ...basis });
    }
  }
}

function earned(answer: PiAnswer | undefined, maxPoints: number, taken: string) {
  const state = 'reported' as const;
  if (!answer?.counts) {
    return { state, points: maxPoints, reason: `Yes is worth all ${maxPoints} points${taken}.` };
  }
  const { numerator, denominator } = answer.counts;
  return {
    state,
    points: proportionPoints(numerator, denominator, maxPoints),
    reason: `${numerator}/${denominator} of ${maxPoints} points, rounded${taken}.`,
  };
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
