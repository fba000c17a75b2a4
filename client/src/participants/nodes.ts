import type {
  ParticipantConflict,
  ParticipantFile,
  ParticipantFilesResult,
  ParticipantSet,
  WorkspaceParticipant,
} from '../../../server/src/lsp/protocol.ts';

/** What stands in the view of participants. */
export type ParticipantsNode =
  | { readonly kind: 'year'; readonly year: number; readonly participants: readonly WorkspaceParticipant[] }
  | { readonly kind: 'participant'; readonly participant: WorkspaceParticipant }
  | {
      readonly kind: 'conflict';
      readonly participantKey: string;
      readonly index: number;
      readonly conflict: ParticipantConflict;
    }
  | { readonly kind: 'file'; readonly participantKey: string; readonly file: ParticipantFile }
  | {
      readonly kind: 'set';
      readonly participantKey: string;
      readonly index: number;
      readonly file: ParticipantFile;
      readonly set: ParticipantSet;
    };

export type ParticipantNode = Extract<ParticipantsNode, { kind: 'participant' }>;

/** One node for each performance year, in the order of the participants. */
export function yearNodes(participants: readonly WorkspaceParticipant[]): ParticipantsNode[] {
  const years = [...new Set(participants.map(({ performanceYear }) => performanceYear))];
  return years.map((year) => ({
    kind: 'year',
    year,
    participants: participants.filter(({ performanceYear }) => performanceYear === year),
  }));
}

/** Conflicts first: they are what one looks for. */
export function participantNodes(
  participantKey: string,
  { files, conflicts }: ParticipantFilesResult,
): ParticipantsNode[] {
  return [
    ...conflicts.map((conflict, index) => ({ kind: 'conflict' as const, participantKey, index, conflict })),
    ...files.map((file) => ({ kind: 'file' as const, participantKey, file })),
  ];
}

export function setNodes(participantKey: string, file: ParticipantFile): ParticipantsNode[] {
  return file.sets.map((set, index) => ({ kind: 'set', participantKey, index, file, set }));
}
