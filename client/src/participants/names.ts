import type { ParticipantSet, WorkspaceParticipant } from '../../../server/src/lsp/protocol.ts';
import { ownValue } from '../../../server/src/text/ownValue.ts';

const CATEGORY_NAMES: Readonly<Record<string, string>> = {
  quality: 'Quality',
  pi: 'Promoting Interoperability',
  ia: 'Improvement activities',
};

const COLLECTION_TYPES: Readonly<Record<string, string>> = {
  electronicHealthRecord: 'eCQM',
  registry: 'MIPS CQM or QCDR',
};

/** `000777777 / 0777777777`: as the upload names a participant. */
export function participantId({ tin, npi, entityId }: WorkspaceParticipant): string {
  const ids = [entityId, tin, npi].filter((id) => id !== null);
  return ids.join(' / ') || 'no id';
}

export function categoryName({ category }: ParticipantSet): string {
  return ownValue(CATEGORY_NAMES, category) ?? category;
}

/** How the set was collected: the collection type of quality measures, else the submission method. */
export function methodName({ category, submissionMethod }: ParticipantSet): string {
  return category === 'quality'
    ? (ownValue(COLLECTION_TYPES, submissionMethod) ?? submissionMethod)
    : submissionMethod;
}

/** `1 file`, `3 files`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
