import type { Catalogs } from '../catalog/catalog.ts';
import type {
  AcrossFilesProblem,
  AcrossFilesRule,
  ParticipantFiles,
  TinFiles,
} from '../rules/acrossFiles/acrossFilesRule.ts';
import type { FileFacts } from '../rules/acrossFiles/facts.ts';
import { groupedBy } from '../rules/acrossFiles/facts.ts';
import { participantFilesRules, tinFilesRules } from '../rules/acrossFiles/index.ts';
import type { Finding } from '../rules/finding.ts';
import type { CheckOptions } from '../rules/run.ts';
import { severityFor } from '../rules/severity.ts';

/** A finding about several files, with the file it stands in. */
export interface AcrossFilesFinding {
  readonly path: string;
  readonly finding: Finding;
}

/** What decides of severities. */
export type AcrossFilesOptions = Pick<CheckOptions, 'profile' | 'severities'>;

/**
 * What the files say together: conflicts between the submissions of a participant and year, and between those of a
 * TIN. Years are never compared with each other. The order of the files is the order in which they are taken to be
 * uploaded. Linear in the size of the files.
 */
export function checkTogether(
  files: readonly FileFacts[],
  catalogs: Catalogs,
  options: AcrossFilesOptions,
): AcrossFilesFinding[] {
  const participants = groupedBy(files, (file) => participantYearKey(file) ?? '');
  const tins = groupedBy(files, (file) => tinYearKey(file) ?? '');
  return [
    ...[...participants].flatMap(([key, group]) => (key ? checkParticipant(group, catalogs, options) : [])),
    ...[...tins].flatMap(([key, group]) => (key ? checkTin(group, options) : [])),
  ];
}

/** Files that share this belong to one participant and year; `null`: the file does not say whose it is. */
export function participantYearKey({ performanceYear, participant }: FileFacts): string | null {
  if (performanceYear === null || participant === null) return null;
  const { entityType, tin, npi, entityId } = participant;
  if ((tin ?? npi ?? entityId) === undefined) return null;
  return JSON.stringify([performanceYear, entityType, tin ?? null, npi ?? null, entityId ?? null]);
}

/** Files that share this are a group's and its clinicians' of one year; `null` for other participants. */
export function tinYearKey({ performanceYear, participant }: FileFacts): string | null {
  if (performanceYear === null || participant?.tin === undefined) return null;
  const { entityType, tin } = participant;
  return entityType === 'group' || entityType === 'individual' ? `${performanceYear} ${tin}` : null;
}

/** Findings between the files of one participant and year. */
export function checkParticipant(
  files: readonly FileFacts[],
  catalogs: Catalogs,
  options: AcrossFilesOptions,
): AcrossFilesFinding[] {
  const [first] = files;
  if (!first?.participant || first.performanceYear === null) return [];
  const catalog = catalogs.year(first.performanceYear);
  if (!catalog) return [];
  const { participant, performanceYear } = first;
  return run(participantFilesRules, { participant, performanceYear, files, catalog }, options);
}

/** Findings between a group's files and its clinicians' of one year. */
export function checkTin(files: readonly FileFacts[], options: AcrossFilesOptions): AcrossFilesFinding[] {
  const [first] = files;
  if (first?.participant?.tin === undefined || first.performanceYear === null) return [];
  const { performanceYear, participant } = first;
  return run(tinFilesRules, { tin: participant.tin ?? '', performanceYear, files }, options);
}

function run<Files extends ParticipantFiles | TinFiles>(
  rules: readonly AcrossFilesRule<Files>[],
  files: Files,
  { profile, severities }: AcrossFilesOptions,
): AcrossFilesFinding[] {
  return rules.flatMap((rule) => {
    const setting = severities[rule.id];
    if (setting === 'off') return [];
    return [...rule.check(files)].flatMap((problem) => {
      const severity = severityFor(rule.layer, problem.severity ?? rule.severity, profile, setting);
      return severity === 'off' ? [] : [{ path: problem.path, finding: toFinding(rule, problem, severity) }];
    });
  });
}

function toFinding(
  { id, layer }: Pick<AcrossFilesRule<never>, 'id' | 'layer'>,
  { range, message, related, path }: AcrossFilesProblem,
  severity: Finding['severity'],
): Finding {
  return {
    rule: id,
    layer,
    severity,
    message,
    range,
    conf: [],
    related: related.map(({ path: other, ...place }) => (other === path ? place : { path: other, ...place })),
  };
}
