/**
 * What QPP JSON may hold in a performance year: `schemas/<year>/qppJson.json`. Written by hand from CMS's format
 * documentation and its change log (github.com/CMSgov/qpp-submissions-docs); years differ, code does not.
 */
export interface JsonFormat {
  readonly performanceYear: number;
  readonly entityTypes: readonly string[];
  readonly categories: readonly string[];
  /** What a file may be uploaded under. */
  readonly submissionMethods: readonly string[];
  /** Values of `programName` besides the ids of the year's MIPS Value Pathways. */
  readonly programs: readonly string[];
  /** Programs of entity types that cannot report to all; `MVP` stands for any MIPS Value Pathway. */
  readonly programsByEntityType: Readonly<Record<string, readonly string[]>>;
  /** The sets that need a `cehrtId`; without `submissionMethod`, whatever the method. */
  readonly cehrtIdRequired: readonly { readonly category: string; readonly submissionMethod?: string }[];
  /** Keys of a measurement set that only some years have. */
  readonly setFields: readonly YearlySetField[];
  /** From 2019 on a non-proportion measure gives `observationInstances`. */
  readonly observationInstancesRequired: boolean;
  /** From 2020 on a MIPS CQM reports its eligible population without exclusions. */
  readonly registryExclusionsAreZero: boolean;
  /** Measures a program cannot do without (`requiredForPrograms` in CMS's measures data); none when absent. */
  readonly requiredMeasures?: readonly { readonly program: string; readonly measureId: string }[];
  /** Strata that CMS's data lists but that a collection type need not report. */
  readonly optionalStrata: readonly OptionalStrata[];
}

export interface YearlySetField {
  readonly name: string;
  readonly type: 'string' | 'object';
  /** Programs it belongs to; any when absent. */
  readonly programs?: readonly string[];
  /** Its programs need it. */
  readonly required?: boolean;
}

export interface OptionalStrata {
  readonly measureId: string;
  readonly submissionMethod: string;
  readonly strata: readonly string[];
}
