import assert from 'node:assert/strict';
import { parseJson } from '../../../server/src/json/parse.ts';
import { rereadJson } from '../../../server/src/json/reread.ts';
import { seededRandom } from '../../fixtures/damage.ts';
import { file, measurement, RATE, registrySet, STRATA } from '../../fixtures/qppJson/submission.ts';
import { retyped } from '../../fixtures/retyped.ts';
import { replaced } from '../rules/oneRule.ts';

describe('a JSON text that is read again after an edit', () => {
  const text = file([
    registrySet([measurement('236', RATE), measurement('052', STRATA), measurement('001', RATE)]),
    registrySet([measurement('PI_EP_1', { numerator: 5, denominator: 10 })], { category: 'pi' }),
  ]);

  it('gives the tree it would give if it were read for the first time', () => {
    const random = seededRandom(32);
    let before = parseJson(text);
    let reread = 0;
    for (let edit = 0; edit < 1000; edit++) {
      // Now and then the author takes all back, in a broken file more often.
      const isTakenBack = random() < (before.problems.length > 0 ? 0.3 : 0.05);
      const edited = retyped(isTakenBack ? text : before.text, random);
      if (rereadJson(edited, before)) reread++;
      const next = parseJson(edited, before);
      assert.deepEqual(next, parseJson(edited));
      before = next;
    }
    assert(reread > 300, `of 1000 edits only ${reread} were read in part`);
  });

  for (const [what, from, to] of [
    ['a bracket is lost', '"strata": [', '"strata": '],
    ['an object is closed too early', '"measureId": "052",', '"measureId": "052" }, {'],
    ['a key stands twice', '"measureId": "052",', '"measureId": "052", "measureId": "053",'],
    ['a comment is written', '"measureId": "052",', '"measureId": "052", // by registry\n'],
    ['the file itself gets another key', '"performanceYear"', '"year": 2025, "performanceYear"'],
    ['a word is no JSON', '"measureId": "052"', '"measureId": 052x'],
    ['a quote is lost', '"measureId": "052",', '"measureId": "052,'],
    [
      'the end of an object is lost',
      '"measureId": "052",',
      '"measureId": "052", "value": { "strata": [{ "stratum": "a", { "stratum": "b" }] },',
    ],
  ] as const) {
    it(`is so where ${what}, and where that is taken back`, () => {
      const edited = replaced(text, from, to);
      assert.deepEqual(parseJson(edited, parseJson(text)), parseJson(edited));
      assert.deepEqual(parseJson(text, parseJson(edited)), parseJson(text));
    });
  }

  it('is so where it becomes too deep', () => {
    const nested = (depth: number) => `{"a":[[${'['.repeat(depth)}${']'.repeat(depth)}]]}`;
    for (const depth of [490, 600]) {
      assert.deepEqual(parseJson(nested(depth), parseJson(nested(2))), parseJson(nested(depth)));
    }
  });
});
