import { piMeasure } from '../../catalog/piMeasure.ts';
import type { PiMeasureScore } from '../breakdown.ts';
import type { ScoreContext } from '../context.ts';
import { roundTo } from '../rounding.ts';
import type { PiAnswer } from './answers.ts';
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
function proportionPoints(numerator: number, denominator: number, maxPoints: number): number {
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

/** Each bonus goes to the first of its measures that was reported. */
function bonusRows({ answers, claims }: PiFindings, context: ScoreContext): PiMeasureScore[] {
  const { value, source, confidence } = context.policy.pi.bonuses;
  return value.flatMap(({ measureIds, points }) => {
    const reported = measureIds.filter((id) => claims.claim(id) === 'reported');
    const [earning] = reported.filter(claims.hasEngagement);
    return reported.map((id) =>
      row(id, context, answers.byId.get(id), {
        state: 'bonus',
        points: id === earning ? points : 0,
        maxPoints: points,
        reason: bonusReason(id, earning, points, claims.hasEngagement(id)),
        source,
        confidence,
      }),
    );
  });
}

function bonusReason(
  id: string,
  earning: string | undefined,
  points: number,
  hasEngagement: boolean,
): string {
  if (id === earning) return `Bonus of ${points} points.`;
  if (!hasEngagement) return 'No bonus without its level of active engagement (_PRE or _PROD).';
  return `The bonus of ${points} points is given once, for ${earning}.`;
}

function unscoredRow(answer: PiAnswer, context: ScoreContext): PiMeasureScore {
  const { policy } = context;
  const { measureId } = answer;
  const isAttestation = policy.pi.attestations.value.some(
    (attestation) => attestation.measureId === measureId,
  );
  return row(measureId, context, answer, {
    state: isAttestation ? 'attestation' : 'unscored',
    points: 0,
    maxPoints: 0,
    reason: unscoredReason(answer, isAttestation, context),
    source: isAttestation ? policy.pi.attestations.source : 'CMS’s measure data',
    confidence: 'high',
  });
}

function unscoredReason(
  { measureId, isPositive, counts }: PiAnswer,
  isAttestation: boolean,
  { catalog }: ScoreContext,
): string {
  const measure = piMeasure(measureId, catalog);
  if (!measure) return `${catalog.performanceYear} has no PI measure ${measureId}.`;
  const answered = counts
    ? `reported as ${counts.numerator}/${counts.denominator}`
    : isPositive
      ? 'yes'
      : 'no';
  if (isAttestation) return `Attestation without points: ${answered}.`;
  if (measure.reportingCategory === 'exclusion') return `Exclusion: ${answered}.`;
  if (/_(PRE|PROD)$/.test(measureId)) return `Level of active engagement: ${answered}.`;
  return `Without points here: ${answered}.`;
}
