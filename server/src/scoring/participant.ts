import { participantOf } from '../submission/participant.ts';
import type { Submission } from '../submission/submission.ts';

/**
 * Submissions are scored together only if this is equal: the same year and the same participant.
 * An individual's data never counts for the group, nor the group's for the individual.
 */
export function participantKey(submission: Submission): string {
  const participant = participantOf(submission);
  return JSON.stringify([
    submission.performanceYear?.value ?? null,
    participant?.entityType ?? null,
    participant?.tin ?? null,
    participant?.npi ?? null,
    participant?.entityId ?? null,
  ]);
}
