import { openDocument } from '../../server/src/document/openDocument.ts';
import { checkDocument, DEFAULT_CHECK_OPTIONS } from '../../server/src/rules/run.ts';
import { knowledge } from '../fixtures/knowledge.ts';
import { builtQppJson, builtQrda3 } from './largeFiles.ts';
import { median } from './measurement.ts';

const SIZES = [0.1, 0.3, 1, 3, 10, 30, 50];

/** What reading and checking a file of one size costs. */
export interface FileSizeCost {
  readonly format: 'QRDA III' | 'QPP JSON';
  readonly megabytes: number;
  readonly milliseconds: number;
}

/** The cost of a check as a file grows, from 0.1 to 50 MB; the file is new to us each time. */
export function fileSizeCosts(): FileSizeCost[] {
  return SIZES.flatMap((size) => [
    cost('QRDA III', builtQrda3(size * 1e6)),
    cost('QPP JSON', builtQppJson(size * 1e6)),
  ]);
}

function cost(format: FileSizeCost['format'], text: string): FileSizeCost {
  const rounds = Math.max(3, Math.min(20, Math.round(10e6 / text.length)));
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    const document = openDocument(text, knowledge.catalogs, { performanceYear: null });
    checkDocument(document, knowledge, DEFAULT_CHECK_OPTIONS);
    times.push(performance.now() - start);
  }
  return { format, megabytes: text.length / 1e6, milliseconds: median(times) };
}
