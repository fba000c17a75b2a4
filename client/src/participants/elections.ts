import type { WorkspaceParticipant } from '../../../server/src/lsp/protocol.ts';
import { entityName } from '../../../server/src/submission/entityName.ts';

/** What the upload at qpp.cms.gov lets a user choose for an opt-in eligible participant. */
export type Election = 'noDecision' | 'reportVoluntarily' | 'optIn';

export interface ElectionChoice {
  readonly election: Election;
  readonly label: string;
  /** What follows from it (CMS opt-in guide of 2021). */
  readonly detail: string;
}

export const ELECTIONS: readonly ElectionChoice[] = [
  {
    election: 'noDecision',
    label: 'No decision',
    detail: 'The upload drops the data of this participant; the others are kept.',
  },
  {
    election: 'reportVoluntarily',
    label: 'Report voluntarily',
    detail: 'The data are scored without an effect on payments. Not offered for the APP.',
  },
  {
    election: 'optIn',
    label: 'Opt in',
    detail: 'The participant takes part in MIPS with a payment adjustment. Final once it is confirmed.',
  },
];

/** Stands wherever elections are shown: a note is all they are. */
export const ELIGIBILITY_NOTE =
  'Whom the upload asks for a decision is not in the files: CMS knows who is opt-in eligible. These are your own notes, and nothing is sent.';

/** The upload asks by TIN and by TIN with NPI; an APM entity, virtual group or subgroup has no election there. */
export function canElect({ entityType }: Pick<WorkspaceParticipant, 'entityType'>): boolean {
  return entityType === 'group' || entityType === 'individual';
}

export function electionLabel(election: Election): string {
  return ELECTIONS.find((choice) => choice.election === election)?.label ?? election;
}

const CSV_HEADER = [
  'performance year',
  'participant',
  'TIN',
  'NPI',
  'programs',
  'files',
  'noted decision',
] as const;

/** The participants that the upload may ask about, with the user's notes, as CSV (RFC 4180). */
export function electionCsv(
  participants: readonly WorkspaceParticipant[],
  noted: (participant: WorkspaceParticipant) => Election | undefined,
): string {
  const rows = participants.filter(canElect).map((participant) => {
    const { performanceYear, entityType, tin, npi, programs, fileCount } = participant;
    const election = noted(participant);
    return [
      String(performanceYear),
      entityName(entityType),
      tin ?? '',
      npi ?? '',
      programs.join(' '),
      String(fileCount),
      election ? electionLabel(election) : '',
    ];
  });
  return [CSV_HEADER, ...rows].map((row) => `${row.map(csvField).join(',')}\r\n`).join('');
}

/** Ids come from files: a field that a spreadsheet would take for a formula is marked as text. */
function csvField(field: string): string {
  const text = /^[=+\-@\t\r]/.test(field) ? `'${field}` : field;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
