import { readShared } from './shared.ts';

/** An assertion of the year's Schematron that failed, and the element it failed at. */
export interface SchematronFinding {
  readonly id: string;
  /** The bases of the mutants have none. */
  readonly xpath?: string;
}

/** A sample with what the Schematron of its year and the CDA schema say of it. */
export interface GuideSample {
  readonly name: string;
  readonly text: string;
  /** `null`: the file is not well-formed, so no checker could read it. */
  readonly schematron: { readonly year: number; readonly findings: readonly SchematronFinding[] } | null;
  /** `undefined`: not recorded. */
  readonly isSchemaValid: boolean | undefined;
  /** The first fault a schema processor reports; recorded for mutants alone. */
  readonly schemaErrors: readonly { readonly line: number; readonly element: string | null }[] | null;
}

interface FileVerdict {
  readonly wellFormed: boolean;
  readonly xsdValid: boolean;
  readonly schematron: { readonly edition: string; readonly findings: readonly SchematronFinding[] } | null;
}

interface MutantVerdict {
  readonly schematron: {
    readonly schematron: string;
    readonly wellFormed: boolean;
    readonly xsdValid: boolean;
    readonly xsdErrors: readonly { readonly line: number; readonly element: string | null }[];
    readonly findings: readonly SchematronFinding[];
  };
}

interface BaseVerdict {
  readonly performanceYear: number;
  readonly schematron: { readonly findings: readonly SchematronFinding[] };
}

/** All files, mutants and bases of mutants that have a verdict. */
export function guideSamples(): GuideSample[] {
  return [...files(), ...mutants(), ...bases()];
}

function files(): GuideSample[] {
  return verdicts<FileVerdict>('verdicts.json').map(([name, verdict]) => ({
    name,
    text: readShared('samples', 'qrda3', 'files', name),
    schematron:
      verdict.wellFormed && verdict.schematron
        ? { year: Number(verdict.schematron.edition), findings: verdict.schematron.findings }
        : null,
    isSchemaValid: verdict.wellFormed ? verdict.xsdValid : undefined,
    schemaErrors: null,
  }));
}

function mutants(): GuideSample[] {
  return verdicts<MutantVerdict>('mutants', 'verdicts.json').map(([name, { schematron }]) => ({
    name,
    text: readShared('samples', 'qrda3', 'mutants', name),
    schematron: schematron.wellFormed
      ? { year: Number(schematron.schematron), findings: schematron.findings }
      : null,
    isSchemaValid: schematron.wellFormed ? schematron.xsdValid : undefined,
    schemaErrors: schematron.xsdErrors,
  }));
}

function bases(): GuideSample[] {
  return verdicts<BaseVerdict>('mutants', 'base', 'verdicts.json').map(
    ([name, { performanceYear, schematron }]) => ({
      name: `base ${name}`,
      text: readShared('samples', 'qrda3', 'mutants', 'base', name),
      schematron: { year: performanceYear, findings: schematron.findings },
      isSchemaValid: undefined,
      schemaErrors: null,
    }),
  );
}

function verdicts<Verdict>(...path: string[]): [string, Verdict][] {
  const byName: Record<string, Verdict> = JSON.parse(readShared('samples', 'qrda3', ...path));
  return Object.entries(byName);
}
