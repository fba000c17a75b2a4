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
    for (let edit = 0; edit < 500; edit++) {
      // A file that is broken is taken back, as its author would.
      const edited = retyped(before.problems.length > 0 ? text : before.text, random);
      if (rereadJson(edited, before)) reread++;
      const next = parseJson(edited, before);
      assert.deepEqual(next, parseJson(edited));
      before = next;
    }
    assert(reread > 100, `of 500 edits only ${reread} were read in part`);
  });

  for (const [what, from, to] of [
    ['a bracket is lost', '"strata": [', '"strata": '],
    ['an object is closed too early', '"measureId": "052",', '"measureId": "052" }, {'],
    ['a key stands twice', '"measureId": "052",', '"measureId": "052", "measureId": "053",'],
    ['a comment is written', '"measureId": "052",', '"measureId": "052", // by registry\n'],
    ['the file itself gets another key', '"performanceYear"', '"year": 2025, "performanceYear"'],
  ] as const) {
    it(`is read as a whole where ${what}`, () => {
      assert.equal(rereadJson(replaced(text, from, to), parseJson(text)), null);
    });
  }

  it('is read as a whole where it becomes too deep', () => {
    const nested = (depth: number) => `{"a":[[${'['.repeat(depth)}${']'.repeat(depth)}]]}`;
    const before = parseJson(nested(2));
    assert.notEqual(rereadJson(nested(490), before), null);
    assert.equal(rereadJson(nested(600), before), null);
  });
});
