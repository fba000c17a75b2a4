import { entityName } from '../submission/entityName.ts';
import type { Submission } from '../submission/submission.ts';

/** A file of a workspace or command line with the submission in it. */
export interface SubmittedFile {
  readonly path: string;
  readonly submission: Submission;
}

/**
 * A participant as the upload at qpp.cms.gov names one when it asks for opt-in elections: a group by its TIN, an
 * individual by TIN and NPI, any other entity by its id.
 */
export interface ParticipantEntry {
  /** `000777777`, `000777777 / 0777777777`, `SG-00000001`. */
  readonly id: string;
  readonly entityType: string;
  readonly tin: string | null;
  readonly npi: string | null;
  readonly entityId: string | null;
  readonly performanceYears: readonly number[];
  readonly programs: readonly string[];
  readonly files: readonly string[];
}

/**
 * The participants of some files, each once, by entity type and id. A file that does not say who it is for is left
 * out. Which of them need a decision is not in the files: CMS knows it from their eligibility.
 */
export function listParticipants(files: readonly SubmittedFile[]): ParticipantEntry[] {
  return mergeEntries(files.flatMap((file) => entryOf(file) ?? []));
}

/** The same participants, each once, with the files of all its entries. */
export function mergeEntries(all: readonly ParticipantEntry[]): ParticipantEntry[] {
  const entries = new Map<string, ParticipantEntry>();
  for (const entry of all) {
    const key = `${entry.entityType} ${entry.id}`;
    const known = entries.get(key);
    entries.set(key, known ? merged(known, entry) : entry);
  }
  return [...entries.values()].sort(
    (a, b) => a.entityType.localeCompare(b.entityType) || a.id.localeCompare(b.id),
  );
}

function entryOf({ path, submission }: SubmittedFile): ParticipantEntry | null {
  const entityType = submission.entityType?.value;
  const tin = submission.taxpayerIdentificationNumber?.value ?? null;
  const npi = submission.nationalProviderIdentifier?.value ?? null;
  const entityId = submission.entityId?.value ?? null;
  const id = entityType === 'individual' || entityType === 'group' ? joined(tin, npi) : (entityId ?? tin);
  if (!entityType || !id) return null;
  const programs = submission.measurementSets.map(({ programName }) => programName?.value ?? 'mips');
  const year = submission.performanceYear?.value;
  return {
    id,
    entityType,
    tin,
    npi,
    entityId,
    performanceYears: year === undefined ? [] : [year],
    programs: [...new Set(programs)],
    files: [path],
  };
}

function joined(...ids: readonly (string | null)[]): string {
  return ids.filter((id) => id !== null).join(' / ');
}

function merged(a: ParticipantEntry, b: ParticipantEntry): ParticipantEntry {
  return {
    ...a,
    performanceYears: [...new Set([...a.performanceYears, ...b.performanceYears])].sort(),
    programs: [...new Set([...a.programs, ...b.programs])],
    files: [...a.files, ...b.files],
  };
}

/** The list as text: one paragraph for each participant. */
export function renderParticipants(entries: readonly ParticipantEntry[]): string {
  const paragraphs = entries.map(({ id, entityType, performanceYears, programs, files }) =>
    [
      `${entityName(entityType)} ${id}`,
      `  ${[performanceYears.join(', '), programs.join(', ')].filter(Boolean).join(' · ')}`,
      ...files.map((file) => `  ${file}`),
    ].join('\n'),
  );
  const count = entries.length === 1 ? '1 participant' : `${entries.length} participants`;
  const note =
    'The upload asks for a decision (no decision, report voluntarily, opt-in) for those of them that CMS knows to be opt-in eligible; that is not in the files.';
  return [...paragraphs, `${count}. ${note}`].join('\n\n');
}
