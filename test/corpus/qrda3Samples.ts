import { readShared } from './shared.ts';

/** An error CMS's converter gave for a sample. */
export interface ConverterError {
  readonly code: number;
  readonly line: number | null;
  readonly path: string;
  readonly message: string;
}

interface ConverterVerdict {
  readonly status: string;
  readonly errors: readonly ConverterError[];
}

/** A QRDA III sample with what CMS's converter said of it. */
export interface Qrda3Sample {
  readonly name: string;
  readonly text: string;
  /** Judged by 2025 rules and data. `null`: was not run. */
  readonly converter: ConverterVerdict | null;
  /** Judged with the accepted document template and the measure data of `dataYear`. */
  readonly converterOfOwnYear: ConverterVerdict | null;
  readonly dataYear: number;
  /** The year of the guide the file follows; `null` for a file that follows none. */
  readonly performanceYear: number | null;
  /** Made from a clean file by seeding a fault. */
  readonly isMutant: boolean;
}

interface Verdict {
  readonly converter?: ConverterVerdict | null;
  readonly converterOfOwnYear?: ConverterVerdict | null;
  readonly performanceYear?: number | null;
  readonly year?: number;
}

/** All files and mutants that have verdicts. */
export function qrda3Samples(): Qrda3Sample[] {
  return [...samplesOf('files', ['verdicts.json']), ...samplesOf('mutants', ['mutants', 'verdicts.json'])];
}

function samplesOf(folder: string, verdicts: readonly string[]): Qrda3Sample[] {
  const byName: Record<string, Verdict> = JSON.parse(readShared('samples', 'qrda3', ...verdicts));
  return Object.entries(byName).map(([name, verdict]) => ({
    name,
    text: readShared('samples', 'qrda3', folder, name),
    converter: verdict.converter ?? null,
    converterOfOwnYear: verdict.converterOfOwnYear ?? null,
    dataYear: dataYearOf(name),
    performanceYear: verdict.performanceYear ?? verdict.year ?? null,
    isMutant: folder === 'mutants',
  }));
}

/**
 * The year whose measure data an own-year run used: that of the folder the sample comes from or of the
 * mutant's base (`-g24`). The converter's test resources and its files without a year folder were run
 * with 2019 data: no other year gives their verdicts.
 */
export function dataYearOf(name: string): number {
  if (name.startsWith('convtest__')) return 2019;
  const [, folderYear] = /__(20\d\d)__/.exec(name) ?? [];
  const [, baseYear] = /-[a-z](\d\d)\.xml/.exec(name) ?? [];
  return Number(folderYear ?? (baseYear === undefined ? 2019 : `20${baseYear}`));
}
