import type { EntityType, Submission } from '../submission/submission.ts';

/** What a QRDA III program name says: which program, and on whose behalf. */
export interface ProgramCode {
  readonly code: string;
  /** The name in QPP JSON. */
  readonly programName: string;
  readonly entityType: EntityType;
  /** Family that CMS's converter's rules go by. */
  readonly family: 'MIPS' | 'APP' | 'APP_PLUS' | 'other';
  /** First and last year whose guide names it, so far as a year limits it. */
  readonly years: readonly [from: number, to: number];
}

const LATEST = Number.POSITIVE_INFINITY;

const PROGRAM_CODES: readonly ProgramCode[] = [
  // A name of the first years; today's converter reads it as MIPS_INDIV.
  program('MIPS', 'mips', 'individual', 'MIPS', 2017, 2018),
  program('MIPS_INDIV', 'mips', 'individual', 'MIPS', 2017),
  program('MIPS_GROUP', 'mips', 'group', 'MIPS', 2017),
  program('MIPS_VIRTUALGROUP', 'mips', 'virtualGroup', 'MIPS', 2018),
  program('MIPS_APMENTITY', 'mips', 'apm', 'MIPS', 2021),
  program('MIPS_SUBGROUP', 'mips', 'subgroup', 'MIPS', 2023),
  program('MIPS_APP1_INDIV', 'app1', 'individual', 'APP', 2021),
  program('MIPS_APP1_GROUP', 'app1', 'group', 'APP', 2021),
  program('MIPS_APP1_APMENTITY', 'app1', 'apm', 'APP', 2021),
  program('APP_PLUS_INDIV', 'appPlus', 'individual', 'APP_PLUS', 2025),
  program('APP_PLUS_GROUP', 'appPlus', 'group', 'APP_PLUS', 2025),
  program('APP_PLUS_APMENTITY', 'appPlus', 'apm', 'APP_PLUS', 2025),
  // Valid in the guides of some years; today's converter refuses them (code 25).
  program('CPCPLUS', 'cpcPlus', 'apm', 'other', 2017, 2021),
  program('PCF', 'pcf', 'apm', 'other', 2021, 2025),
  program('MCP_STANDARD', 'mcp', 'apm', 'other', 2025, 2025),
  program('MCP_FQHC', 'mcp', 'apm', 'other', 2025, 2025),
  program('SSP_PI_INDIV', 'ssp', 'individual', 'other', 2025),
  program('SSP_PI_GROUP', 'ssp', 'group', 'other', 2025),
  program('SSP_PI_APMENTITY', 'ssp', 'apm', 'other', 2025),
  // No program names of any guide, but the converter lets them pass, as individuals of no program family.
  program('APP1', 'app1', 'individual', 'other', LATEST),
  program('APPPLUS', 'appplus', 'individual', 'other', LATEST),
];

function program(
  code: string,
  programName: string,
  entityType: EntityType,
  family: ProgramCode['family'],
  from: number,
  to = LATEST,
): ProgramCode {
  return { code, programName, entityType, family, years: [from, to] };
}

const BY_CODE: ReadonlyMap<string, ProgramCode> = new Map(
  PROGRAM_CODES.map((program) => [program.code, program]),
);

/** Reads a program name as the converter does: case does not matter, surrounding spaces do. */
export function programOfCode(raw: string): ProgramCode | undefined {
  return BY_CODE.get(raw.toUpperCase());
}

/** The name of the same program for another kind of participant: `MIPS_GROUP` for `MIPS_INDIV`. */
export function sameProgramFor(raw: string, entityType: EntityType): string | undefined {
  const known = programOfCode(raw);
  if (known === undefined || known.family === 'other') return undefined;
  // Of two names for one thing the later is today's.
  return PROGRAM_CODES.findLast(
    (other) =>
      other.programName === known.programName &&
      other.entityType === entityType &&
      other.family === known.family,
  )?.code;
}

/** All program names that CMS's converter takes and some guide knows. */
export const ACCEPTED_PROGRAMS: readonly string[] = PROGRAM_CODES.filter(
  ({ family, code }) => family !== 'other' && code !== 'MIPS',
).map(({ code }) => code);

/** Program names that CMS's converter takes, in its own reading: see {@link programOfCode}. */
export function isAcceptedProgram(raw: string): boolean {
  const program = programOfCode(raw);
  return program !== undefined && ['mips', 'app1', 'appplus'].includes(program.programName.toLowerCase());
}

/** Whether the guide of that year names the program. */
export function isProgramOfYear(raw: string, performanceYear: number): boolean {
  const [from, to] = programOfCode(raw)?.years ?? [0, 0];
  return performanceYear >= from && performanceYear <= to;
}

/**
 * Whether CMS's converter compares the file's measures with its measure data: it does under the MIPS programs, not
 * under APP and APP Plus.
 */
export function isConvertedAsMips({ documentProgram }: Pick<Submission, 'documentProgram'>): boolean {
  return /^MIPS(?!_APP1)/i.test(documentProgram?.value ?? '');
}

/** Whether the file is for APP or APP Plus, whose measures CMS's converter takes unseen. */
export function isConvertedAsApp({ documentProgram }: Pick<Submission, 'documentProgram'>): boolean {
  return /^(?:MIPS_APP1|APP_PLUS)_/i.test(documentProgram?.value ?? '');
}
