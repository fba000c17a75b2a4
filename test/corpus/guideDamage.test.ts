import assert from 'node:assert/strict';
import { elementPath } from '../../server/src/qrda3/guide/elementPath.ts';
import { parseXml } from '../../server/src/xml/parse.ts';
import { damaged, seededRandom } from '../fixtures/damage.ts';
import { knowledge } from '../fixtures/knowledge.ts';
import { type GuideSample, guideSamples } from './guideVerdicts.ts';
import { loadReferenceEvaluator, type ReferenceEvaluator } from './referenceEvaluator.ts';
import { readShared } from './shared.ts';

const SEED = 20_261_124;
const DOCUMENTS_BY_YEAR = 125;
/** The reference reads a large file in seconds; what can be broken is in the small ones as well. */
const LARGEST = 120_000;

describe('a thousand randomly damaged documents', () => {
  const bases = guideSamples().filter(
    ({ schematron, text }) => schematron !== null && text.length <= LARGEST,
  );
  let reference: ReferenceEvaluator;
  before(async () => {
    reference = await loadReferenceEvaluator();
  });

  for (const year of knowledge.guides.years) {
    it(`have the same findings as by the reference evaluator in ${year}`, () => {
      const random = seededRandom(SEED + year);
      const checker = reference.compile(JSON.parse(readShared('facts', 'qrda3', `qrda3-${year}.json`)));
      let findings = 0;
      for (let count = 0; count < DOCUMENTS_BY_YEAR; count++) {
        const base = baseOf(bases, year, random());
        const text = damaged(base.text, random);
        const expected = checker
          .run(reference.parse(text))
          .map(({ id, node }) => `${id} ${reference.where(node)}`);
        assert.deepEqual(ours(text, year), expected.sort(), `document ${count}, made of ${base.name}`);
        findings += expected.length;
      }
      console.log(`      ${year}: ${DOCUMENTS_BY_YEAR} damaged documents, ${findings} findings, all equal`);
    });
  }
});

/** Half of the documents are of the year itself, where more of the rules apply. */
function baseOf(bases: readonly GuideSample[], year: number, chance: number): GuideSample {
  const ofYear = bases.filter(({ schematron }) => schematron?.year === year);
  const from = chance < 0.5 && ofYear.length > 0 ? ofYear : bases;
  const base = from[Math.floor(((chance * 2) % 1) * from.length)];
  if (!base) throw new Error('There are no samples to damage.');
  return base;
}

function ours(text: string, year: number): string[] {
  const violations = knowledge.guides.guide(year)?.violations(parseXml(text)) ?? [];
  return violations
    .filter(({ origin }) => origin === 'published')
    .map(({ constraint, element }) => `${constraint.assert} ${elementPath(element)}`)
    .sort();
}
