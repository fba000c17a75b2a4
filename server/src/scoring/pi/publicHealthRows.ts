import type { PiMeasureScore } from '../breakdown.ts';
import type { ScoreContext } from '../context.ts';
import { pointsHandedOn } from './moves.ts';
import { type PiFindings, row } from './row.ts';

/** The rows of the public health registrations: those that count, those excluded, those missing. */
export function publicHealthRows(findings: PiFindings, context: ScoreContext): PiMeasureScore[] {
  const { answers, claims, publicHealth } = findings;
  const { value: rule, source, confidence } = context.policy.pi.publicHealth;
  const moved = pointsHandedOn('publicHealth', findings.available, context.policy.pi);
  const toOther = publicHealth.isComplete ? '; the other registration gets all the points' : '';
  const excluded = publicHealth.excluded.map((id) =>
    row(id, context, answers.byId.get(id), {
      state: 'excluded',
      points: 0,
      maxPoints: 0,
      reason: `Excluded by ${claims.exclusionsOf(id).join(', ')}${publicHealth.isExcluded ? moved.text : toOther}.`,
      ...(moved.basis ?? { source, confidence }),
    }),
  );
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
