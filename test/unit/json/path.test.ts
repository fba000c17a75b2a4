import assert from 'node:assert/strict';
import { parseJson } from '../../../server/src/json/parse.ts';
import { formatJsonPath, parseJsonPath, pathAt } from '../../../server/src/json/path.ts';

describe('A JSON path', () => {
  it('is read with or without $ and Submission, with keys in quotes', () => {
    const parts = ['measurementSets', 0, 'measurements', 24];
    for (const path of [
      '$.measurementSets[0].measurements[24]',
      'Submission.measurementSets[0].measurements[24]',
    ])
      assert.deepEqual(parseJsonPath(path), parts);
    assert.deepEqual(parseJsonPath('a["b c"][\'d\']'), ['a', 'b c', 'd']);
    assert.deepEqual(parseJsonPath('submission.a'), ['submission', 'a']);
  });

  it('is none where something else stands', () => {
    for (const text of ['', '$', '/a/b', 'a[b]', 'a[', 'a b']) assert.equal(parseJsonPath(text), null, text);
  });

  it('is written as it was read', () => {
    const path = 'measurementSets[0].measurements[24].value["odd key"]';
    assert.equal(formatJsonPath(parseJsonPath(path) ?? []), path);
  });

  it('leads to what stands at an offset: keys, values, items', () => {
    const text = '{"sets": [{"id": "x"}, {"id": "y", "n": {}}]}';
    const at = (what: string) => formatJsonPath(pathAt(parseJson(text), text.indexOf(what) + 1));
    assert.equal(at('"y"'), 'sets[1].id');
    assert.equal(at('"sets"'), 'sets');
    assert.equal(at('{}'), 'sets[1].n');
    assert.equal(at('{"id": "x"'), 'sets[0].id');
    assert.equal(at(', {'), 'sets');
  });
});
