import fs from 'node:fs';
import { sharedPath } from '../corpus/shared.ts';
import { knowledge } from '../fixtures/knowledge.ts';
import { file, measurement, RATE, registrySet } from '../fixtures/qppJson/submission.ts';
import { qrda3 } from '../fixtures/qrda3/document.ts';

const YEAR = 2025;
const LARGE_SAMPLE = 'esac__2025__v1.0__2025MIPSGroupSampleQRDA-III-v1.0.xml';
const SMALL_SAMPLE = 'sample-files__2025__Mvp_Mips-Ind-Sample.xml';

/** CMS's QRDA III sample of 1.45 MB where it lies beside the repository, else a built file of like size. */
export function largeQrda3(): string {
  return sample(LARGE_SAMPLE) ?? builtQrda3(1_450_000);
}

/** CMS's QRDA III sample of 109 kB where it lies beside the repository, else a built file of like size. */
export function smallQrda3(): string {
  return sample(SMALL_SAMPLE) ?? builtQrda3(109_000);
}

/** A QRDA III file of about so many characters: one measure again and again. */
export function builtQrda3(length: number): string {
  const entry = { ecqm: 'CMS165' };
  const empty = qrda3({ year: YEAR, quality: [] }).length;
  const each =
    qrda3({ year: YEAR, quality: [entry, entry] }).length - qrda3({ year: YEAR, quality: [entry] }).length;
  const count = Math.max(1, Math.round((length - empty) / each));
  return qrda3({ year: YEAR, quality: Array.from({ length: count }, () => entry) });
}

/** A QPP JSON file of about so many characters: all measures that are reported as one rate, in set after set. */
export function builtQppJson(length: number): string {
  const catalog = knowledge.catalogs.year(YEAR);
  if (!catalog) throw new Error(`There is no catalogue of ${YEAR}.`);
  const measurements = [...catalog.measures.values()]
    .filter(
      (measure) =>
        measure.category === 'quality' &&
        measure.metricType === 'singlePerformanceRate' &&
        measure.submissionMethods.includes('registry') &&
        measure.allowedPrograms.includes('mips'),
    )
    .map(({ measureId }) => measurement(measureId, RATE));
  const set = registrySet(measurements);
  const count = Math.max(1, Math.round(length / file([set]).length));
  return file(Array.from({ length: count }, () => set));
}

function sample(name: string): string | undefined {
  try {
    return fs.readFileSync(sharedPath('samples', 'qrda3', 'files', name), 'utf8');
  } catch {
    return undefined;
  }
}
