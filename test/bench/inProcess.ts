import { openDocument } from '../../server/src/document/openDocument.ts';
import { convertQrda3 } from '../../server/src/qrda3/convert.ts';
import { checkDocument, DEFAULT_CHECK_OPTIONS } from '../../server/src/rules/run.ts';
import { knowledge } from '../fixtures/knowledge.ts';
import { median } from './measurement.ts';

const WARM_UP = 10;
const ROUNDS = 40;

/** Medians in milliseconds, without protocol and process. */
export interface WarmFigures {
  /** All guide rules on a parsed file. */
  readonly guide: number;
  /** Read, check by all rules and convert. */
  readonly checkAndConvert: number;
}

/** What one version of a QRDA III file costs that nothing is known of yet. */
export function measureWarm(text: string): WarmFigures {
  const catalog = knowledge.catalogs.year(2025);
  const guide: number[] = [];
  const checkAndConvert: number[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const start = performance.now();
    const document = openDocument(text, knowledge.catalogs, { performanceYear: null });
    if (document.format !== 'qrda3') throw new Error('The file of the bench is no QRDA III.');
    const opened = performance.now();
    knowledge.guides.guide(2025)?.violations(document.xml);
    const guided = performance.now();
    checkDocument(document, knowledge, DEFAULT_CHECK_OPTIONS);
    convertQrda3(document.nodes, catalog);
    const end = performance.now();
    guide.push(guided - opened);
    checkAndConvert.push(end - start);
  }
  const medianOf = (times: readonly number[]) => median(times.slice(WARM_UP));
  return {
    guide: medianOf(guide),
    checkAndConvert: medianOf(checkAndConvert),
  };
}
