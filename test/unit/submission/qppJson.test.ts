import assert from 'node:assert/strict';
import { formatQppJson, type JsonValue, jsonObject } from '../../../server/src/submission/qppJson.ts';

describe("QPP JSON in the converter's writing", () => {
  it('has a space on both sides of the colon and opens arrays on the line', () => {
    const value: JsonValue = { year: 2025, sets: [{ category: 'ia', done: true }, { category: 'pi' }] };
    assert.equal(
      formatQppJson(value),
      `{
  "year" : 2025,
  "sets" : [ {
    "category" : "ia",
    "done" : true
  }, {
    "category" : "pi"
  } ]
}`,
    );
  });

  it('escapes text as JSON does', () => assert.equal(formatQppJson('a "b"\n'), '"a \\"b\\"\\n"'));

  it('leaves out what is absent or empty, but not zero and no', () => {
    assert.deepEqual(jsonObject({ a: null, b: undefined, c: [], d: {}, e: 0, f: false, g: '' }), {
      e: 0,
      f: false,
      g: '',
    });
  });
});
