import type { EntityType } from '../submission/submission.ts';

/** What a QRDA III program name says: which program, and on whose behalf. */
export interface ProgramCode {
  readonly code: string;
  /** The name in QPP JSON. */
  readonly programName: string;
  readonly entityType: EntityType;
  /** Family that CMS's converter's rules go by. */
  readonly family: 'MIPS' | 'APP' | 'APP_PLUS' | 'other';
}

const PROGRAM_CODES: readonly ProgramCode[] = [
  { code: 'MIPS', programName: 'mips', entityType: 'individual', family: 'MIPS' },
  { code: 'MIPS_INDIV', programName: 'mips', entityType: 'individual', family: 'MIPS' },
  { code: 'MIPS_GROUP', programName: 'mips', entityType: 'group', family: 'MIPS' },
  { code: 'MIPS_VIRTUALGROUP', programName: 'mips', entityType: 'virtualGroup', family: 'MIPS' },
  { code: 'MIPS_APMENTITY', programName: 'mips', entityType: 'apm', family: 'MIPS' },
  { code: 'MIPS_SUBGROUP', programName: 'mips', entityType: 'subgroup', family: 'MIPS' },
  { code: 'MIPS_APP1_INDIV', programName: 'app1', entityType: 'individual', family: 'APP' },
  { code: 'MIPS_APP1_GROUP', programName: 'app1', entityType: 'group', family: 'APP' },
  { code: 'MIPS_APP1_APMENTITY', programName: 'app1', entityType: 'apm', family: 'APP' },
  { code: 'APP_PLUS_INDIV', programName: 'appPlus', entityType: 'individual', family: 'APP_PLUS' },
  { code: 'APP_PLUS_GROUP', programName: 'appPlus', entityType: 'group', family: 'APP_PLUS' },
  { code: 'APP_PLUS_APMENTITY', programName: 'appPlus', entityType: 'apm', family: 'APP_PLUS' },
  // Valid in the guides of some years; today's converter refuses them (code 25).
  { code: 'CPCPLUS', programName: 'cpcPlus', entityType: 'apm', family: 'other' },
  { code: 'PCF', programName: 'pcf', entityType: 'apm', family: 'other' },
  { code: 'MCP_STANDARD', programName: 'mcp', entityType: 'apm', family: 'other' },
  { code: 'MCP_FQHC', programName: 'mcp', entityType: 'apm', family: 'other' },
  { code: 'SSP_PI_INDIV', programName: 'ssp', entityType: 'individual', family: 'other' },
  { code: 'SSP_PI_GROUP', programName: 'ssp', entityType: 'group', family: 'other' },
  { code: 'SSP_PI_APMENTITY', programName: 'ssp', entityType: 'apm', family: 'other' },
  // No program names of any guide, but the converter lets them pass, as individuals of no program family.
  { code: 'APP1', programName: 'app1', entityType: 'individual', family: 'other' },
  { code: 'APPPLUS', programName: 'appplus', entityType: 'individual', family: 'other' },
];

const BY_CODE: ReadonlyMap<string, ProgramCode> = new Map(
  PROGRAM_CODES.map((program) => [program.code, program]),
);

/** Reads a program name as the converter does: case does not matter, surrounding spaces do. */
export function programOfCode(raw: string): ProgramCode | undefined {
  return BY_CODE.get(raw.toUpperCase());
}
