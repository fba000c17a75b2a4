import type { Submission } from '../submission/submission.ts';
import type { Participant } from './breakdown.ts';

/** Who the submission is for; `null` when the file does not say what kind of participant it is. */
export function participantOf(submission: Submission): Participant | null {
  if (submission.entityType === null) return null;
  const tin = submission.taxpayerIdentificationNumber?.value;
  const npi = submission.nationalProviderIdentifier?.value;
  const entityId = submission.entityId?.value;
  return {
    entityType: submission.entityType.value,
    ...(tin === undefined ? {} : { tin }),
    ...(npi === undefined ? {} : { npi }),
    ...(entityId === undefined ? {} : { entityId }),
  };
}

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
