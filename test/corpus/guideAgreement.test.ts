import assert from 'node:assert/strict';
import { openDocument } from '../../server/src/document/openDocument.ts';
import type { Finding } from '../../server/src/rules/finding.ts';
import { checkDocument, DEFAULT_CHECK_OPTIONS } from '../../server/src/rules/run.ts';
import { knowledge } from '../fixtures/knowledge.ts';
import { type GuideSample, guideSamples } from './guideVerdicts.ts';

describe("the published Schematron's findings", () => {
  const samples = guideSamples().filter(({ schematron }) => schematron !== null);

  it('are, in raw mode, those of the guide layer: the same assertions at the same elements', () => {
    const counts = new Map<number, { files: number; findings: number }>();
    let withoutGuide = 0;
    for (const sample of samples) {
      const { year, findings } = sample.schematron ?? { year: 0, findings: [] };
      if (!knowledge.guides.years.includes(year)) {
        withoutGuide++;
        continue;
      }
      assert.deepEqual(ours(sample, year), theirs(sample), `${sample.name} by the guide of ${year}`);
      const count = counts.get(year) ?? { files: 0, findings: 0 };
      counts.set(year, { files: count.files + 1, findings: count.findings + findings.length });
    }
    for (const [year, { files, findings }] of [...counts].sort(([a], [b]) => a - b)) {
      console.log(`      guide ${year}: equal in ${files} of ${files} files, ${findings} findings`);
    }
    console.log(`      left out: ${withoutGuide} files of 2017 and 2018, years without a guide table`);
    assert.ok(counts.size >= 8, 'every year from 2019 to 2026 has files');
  });
});

/** `assertion element`, or the assertion alone where the verdict does not say at which element. */
function theirs({ schematron }: GuideSample): string[] {
  return (schematron?.findings ?? [])
    .map(({ id, xpath }) => (xpath === undefined ? id : `${id} ${xpath}`))
    .sort();
}

function ours(sample: GuideSample, year: number): string[] {
  const hasElements = sample.schematron?.findings.every(({ xpath }) => xpath !== undefined) ?? false;
  return rawGuideFindings(sample.text, year)
    .map(({ data }) => (hasElements ? `${data?.assertId} ${data?.xpath}` : `${data?.assertId}`))
    .sort();
}

function rawGuideFindings(text: string, performanceYear: number): Finding[] {
  const document = openDocument(text, knowledge.catalogs, { performanceYear });
  const options = { ...DEFAULT_CHECK_OPTIONS, raw: true, performanceYear };
  return checkDocument(document, knowledge, options).filter(({ layer }) => layer === 'guide');
}
