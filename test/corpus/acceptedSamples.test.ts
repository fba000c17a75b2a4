import assert from 'node:assert/strict';
import { openDocument } from '../../server/src/document/openDocument.ts';
import { checkDocument, DEFAULT_CHECK_OPTIONS } from '../../server/src/rules/run.ts';
import { knowledge } from '../fixtures/knowledge.ts';
import { qrda3Samples } from './qrda3Samples.ts';

/** Errors in files that CMS's converter accepts (by its year's data or the file's own), and why each is no false alarm. */
const EXPLAINED: Readonly<Record<string, string>> = {
  'convtest__Mips-Apm-Entity-2021.xml measure-guid-unknown':
    'test file with a 2025 template, 2020 dates and 2019 measures',
  'convtest__app__2022__App1-ApmEntity-Qrda-III-2.xml measure-guid-unknown':
    'test file with a 2024 template, 2022 dates and 2022 measures; accepted since APP measures are not checked',
  'convtest__fixtures__multiPerformanceRatePropMeasure.xml measure-guid-unknown':
    'test file with a 2025 template, 2018 dates and 2019 measures',
  'convtest__fixtures__multiPerformanceRatePropMeasure.xml cehrt-id-missing':
    'fragment without header ids; the converter does not ask for them, the submission API does',
  'esac__2023__v1.0__2023MIPSAPPGroupSampleQRDA-III-v1.0.xml measure-program':
    "measure 110 is not in the APP set by CMS's 2023 data; the converter does not look",
  'esac__2023__v1.1__2023MIPSAPPGroupSampleQRDA-III-v1.0.xml measure-program':
    "measure 110 is not in the APP set by CMS's 2023 data; the converter does not look",
  'sample-files__2020__MIPS_Invalid_IA_Performance_Period.xml measure-outside-section':
    'the activity section has no template but 24.2.2; the converter skips it without a word',
};

function errorsOf(name: string, text: string, performanceYear: number | null): string[] {
  const document = openDocument(text, knowledge.catalogs, { performanceYear });
  return checkDocument(document, knowledge, { ...DEFAULT_CHECK_OPTIONS, performanceYear })
    .filter(({ layer, severity }) => (layer === 'upload' || layer === 'score') && severity === 'error')
    .map(({ rule }) => `${name} ${rule}`);
}

describe("Files that CMS's converter accepts", () => {
  it('have no error of the layers upload and score that is not explained', () => {
    const accepted = qrda3Samples().filter(
      ({ isMutant, converter, converterOfOwnYear }) =>
        !isMutant && (converter?.status === 'ok' || converterOfOwnYear?.status === 'ok'),
    );
    const errors = accepted.flatMap(({ name, text, performanceYear }) =>
      errorsOf(name, text, performanceYear),
    );
    assert.deepEqual([...new Set(errors)].sort(), Object.keys(EXPLAINED).sort());
    console.log(`      ${accepted.length} accepted files, ${new Set(errors).size} errors, each explained`);
  });
});
