import type { Submission } from './submission.ts';

/** Who CMS files a submission under: only the ids that the entity type carries. */
export interface Participant {
  readonly entityType: string;
  readonly tin?: string;
  readonly npi?: string;
  readonly entityId?: string;
}

/** Who the submission is for; `null` when the file does not say what kind of participant it is. */
export function participantOf(submission: Submission): Participant | null {
  const {
    entityType,
    taxpayerIdentificationNumber: tin,
    nationalProviderIdentifier: npi,
    entityId,
  } = submission;
  if (entityType === null) return null;
  return {
    entityType: entityType.value,
    ...(tin && { tin: tin.value }),
    ...(npi && { npi: npi.value }),
    ...(entityId && { entityId: entityId.value }),
  };
}
