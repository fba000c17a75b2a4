import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from '../schemasReader.ts';
import type { CatalogFileName, ReadYearFile, YearFileName } from '../yearFiles.ts';
import type { CmsYear } from './yearFilesFrom.ts';
import { yearFileFrom } from './yearFilesFrom.ts';

const catalogFiles: readonly CatalogFileName[] = [
  'measures',
  'guids',
  'benchmarks',
  'mvps',
  'clinicalClusters',
];

function isCatalogFile(file: YearFileName): file is CatalogFileName {
  return catalogFiles.some((name) => name === file);
}

/**
 * Reads a checkout of CMS's qpp-measures-data as if it were our `schemas/`: the build writes what
 * this gives, and a setting can point to a newer checkout at run time. Files CMS has no part in
 * (policies, conformance) are `undefined`.
 */
export function cmsCheckoutReader(directory: string): ReadYearFile {
  return (performanceYear, file) =>
    isCatalogFile(file) ? yearFileFrom(cmsYear(directory, performanceYear), file) : undefined;
}

/** Whether the directory looks like a checkout of qpp-measures-data. */
export function isCmsCheckout(directory: string): boolean {
  return existsSync(join(directory, 'measures')) && existsSync(join(directory, 'benchmarks'));
}

function cmsYear(directory: string, performanceYear: number): CmsYear {
  const year = String(performanceYear);
  const rows = <T>(...path: string[]) => readRows<T>(join(directory, ...path));
  return {
    performanceYear,
    isNewestBenchmarkYear: !existsSync(join(directory, 'benchmarks', `${performanceYear + 1}.json`)),
    measures: () => rows('measures', year, 'measures-data.json'),
    benchmarks: () => rows('benchmarks', `${year}.json`),
    benchmarkExclusions: () => rows('benchmarks', year, 'benchmark-exclusion-reasons.json'),
    mvps: () => rows('mvp', year, 'mvp.json'),
    clinicalClusters: () => rows('clinical-clusters', year, 'clinical-clusters.json'),
  };
}

function readRows<T>(path: string): readonly T[] | undefined {
  const rows = readJson(path);
  if (rows === undefined || Array.isArray(rows)) return rows;
  throw new Error(`${path} is not a list of rows.`);
}
