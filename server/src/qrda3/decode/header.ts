import type { EntityType } from '../../submission/submission.ts';
import type { Sourced } from '../../text/span.ts';
import { sourced } from '../../text/span.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { OID } from '../oids.ts';
import { type ProgramCode, programOfCode } from '../programs.ts';
import { text } from './populations.ts';
import { organizationIds, participantIds, performerIds, programNames } from './values.ts';

/** What the head of a QRDA III document says: the values CMS's converter reads from outside the sections. */
export interface Header {
  /** The program name as written. */
  readonly rawProgram: Sourced<string> | null;
  /** What that name means; `null` when it is none of CMS's. */
  readonly program: ProgramCode | null;
  /** Program name of every measurement set: the program's, or the MVP id. */
  readonly programName: Sourced<string> | null;
  readonly entityType: Sourced<EntityType> | null;
  readonly taxpayerIdentificationNumber: Sourced<string> | null;
  readonly nationalProviderIdentifier: Sourced<string> | null;
  readonly entityId: Sourced<string> | null;
  readonly cehrtId: Sourced<string> | null;
  /** MVP id, where the program reads one. */
  readonly mvpId: Sourced<string> | null;
}

const ENTITY_ID_ROOT: Partial<Record<EntityType, string>> = {
  virtualGroup: OID.virtualGroup,
  apm: OID.apmEntity,
  subgroup: OID.subgroup,
};

/** Reads the header. Only the ids that go with the program's entity type are taken. */
export function readHeader(document: XmlElement): Header {
  const names = programNames(document);
  const rawProgram = names[0] === undefined ? null : text(names[0]);
  const program = rawProgram === null ? null : (programOfCode(rawProgram.value) ?? null);
  const entityType = program?.entityType ?? null;
  const mvpId = readsMvp(program) ? first(participantIds(document, OID.mvp)) : null;
  return {
    rawProgram,
    program,
    programName: programNameOf(rawProgram, program, mvpId),
    entityType: rawProgram === null || entityType === null ? null : sourced(entityType, rawProgram.span),
    taxpayerIdentificationNumber:
      entityType === 'individual' || entityType === 'group' || entityType === 'virtualGroup'
        ? first(organizationIds(document, OID.tin))
        : null,
    nationalProviderIdentifier: entityType === 'individual' ? first(performerIds(document, OID.npi)) : null,
    entityId: readEntityId(document, program),
    cehrtId: first(participantIds(document, OID.cehrt)),
    mvpId,
  };
}

/** MVP ids count for the MIPS programs, but for virtual groups. */
function readsMvp(program: ProgramCode | null): boolean {
  return program?.family === 'MIPS' && program.entityType !== 'virtualGroup';
}

function programNameOf(
  raw: Sourced<string> | null,
  program: ProgramCode | null,
  mvpId: Sourced<string> | null,
): Sourced<string> | null {
  if (raw === null) return null;
  if (mvpId !== null && mvpId.value !== '') return mvpId;
  return sourced(program?.programName ?? raw.value.toLowerCase(), raw.span);
}

function readEntityId(document: XmlElement, program: ProgramCode | null): Sourced<string> | null {
  const root = program === null ? undefined : ENTITY_ID_ROOT[program.entityType];
  if (root === undefined) return null;
  return (
    first(organizationIds(document, root)) ??
    // CPC+ and Primary Care First name their practice site instead.
    (program?.family === 'other'
      ? (first(participantIds(document, OID.pcfPracticeSite)) ??
        first(participantIds(document, OID.cpcPracticeSite)))
      : null)
  );
}

function first(attributes: Parameters<typeof text>[0][]): Sourced<string> | null {
  return attributes[0] === undefined ? null : text(attributes[0]);
}
