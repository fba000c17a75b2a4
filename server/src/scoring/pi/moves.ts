import type { Confidence, Explanation } from '../breakdown.ts';
import type { PiPolicy } from '../policy.ts';
import type { AvailablePoints, PointMove } from './available.ts';

/** How a reason goes on because points moved, and what that rests on; `basis` `null`: nothing moved. */
export interface Movement {
  readonly text: string;
  readonly basis: Pick<Explanation, 'source' | 'confidence'> | null;
}

/** Where the points of an excluded measure (or of `publicHealth`) went. */
export function pointsHandedOn(from: string, { moves }: AvailablePoints, policy: PiPolicy): Movement {
  const move = moves.find((entry) => entry.from === from);
  if (!move) return { text: '', basis: null };
  return {
    text: `; its ${move.points} points go to ${move.to.join(' and ')}`,
    basis: basisOf([move], policy),
  };
}

/** From which excluded measures a reported one took points. */
export function pointsTaken(measureId: string, { moves }: AvailablePoints, policy: PiPolicy): Movement {
  const taken = moves.filter((move) => move.to.includes(measureId));
  if (taken.length === 0) return { text: '', basis: null };
  const names = taken.map(({ from }) => (from === 'publicHealth' ? 'public health reporting' : from));
  return { text: `, with points of the excluded ${names.join(' and ')}`, basis: basisOf(taken, policy) };
}

const order: readonly Confidence[] = ['low', 'medium', 'high'];

/** The least certain of the rules that moved the points. */
function basisOf(moves: readonly PointMove[], policy: PiPolicy): Movement['basis'] {
  const rules = policy.redistribution.filter((rule) => moves.some((move) => move.from === rule.from));
  const [weakest] = [...rules].sort((a, b) => order.indexOf(a.confidence) - order.indexOf(b.confidence));
  return weakest ? { source: weakest.source, confidence: weakest.confidence } : null;
}
