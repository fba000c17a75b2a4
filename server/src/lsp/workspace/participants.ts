import type { FileFacts, SetFacts } from '../../rules/acrossFiles/facts.ts';
import { participantFilesRules, tinFilesRules } from '../../rules/acrossFiles/index.ts';
import type { AcrossFilesFinding } from '../../workspace/checkTogether.ts';
import type { WorkspaceIndex } from '../../workspace/workspaceIndex.ts';
import type {
  ParticipantConflict,
  ParticipantFile,
  ParticipantFilesResult,
  ParticipantSet,
  WorkspaceParticipant,
} from '../protocol.ts';

const TITLES: ReadonlyMap<string, string> = new Map(
  [...participantFilesRules, ...tinFilesRules].map(({ id, title }) => [id, title]),
);

/** Who the files of the workspace are for, newest year first. */
export function workspaceParticipants(index: WorkspaceIndex): WorkspaceParticipant[] {
  const all = [...index.participants()].flatMap(
    ([key, files]) => participantEntry(key, files, index.conflictsOf(key).length) ?? [],
  );
  return all.sort(
    (a, b) =>
      b.performanceYear - a.performanceYear ||
      a.entityType.localeCompare(b.entityType) ||
      a.key.localeCompare(b.key),
  );
}

function participantEntry(
  key: string,
  files: readonly FileFacts[],
  conflictCount: number,
): WorkspaceParticipant | null {
  const [first] = files;
  if (!first?.participant || first.performanceYear === null) return null;
  const { entityType, tin = null, npi = null, entityId = null } = first.participant;
  const programs = files.flatMap(({ sets }) => sets.map(({ programName }) => programName));
  return {
    key,
    performanceYear: first.performanceYear,
    entityType,
    tin,
    npi,
    entityId,
    programs: [...new Set(programs)],
    fileCount: files.length,
    conflictCount,
  };
}

/** The files of one participant and year, and what they say together. */
export function participantFiles(index: WorkspaceIndex, key: string): ParticipantFilesResult {
  return {
    files: index.filesOf(key).map(fileEntry),
    conflicts: index.conflictsOf(key).map(conflictEntry),
  };
}

function fileEntry({ path, format, sets }: FileFacts): ParticipantFile {
  return { uri: path, format, sets: sets.map(setEntry) };
}

function setEntry({ measurements, ...set }: SetFacts): ParticipantSet {
  return { ...set, measurementCount: measurements.length };
}

function conflictEntry({ path, finding }: AcrossFilesFinding): ParticipantConflict {
  const { range, rule, severity, message } = finding;
  return { uri: path, range, rule, title: TITLES.get(rule) ?? rule, severity, message };
}
