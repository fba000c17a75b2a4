import type { Explanation } from './breakdown.ts';

/** The reason of a figure; marked where it does not rest on a regulation or CMS's own data. */
export function sentence({ reason, confidence }: Pick<Explanation, 'reason' | 'confidence'>): string {
  return confidence === 'high' ? reason : `${reason} (confidence: ${confidence})`;
}
