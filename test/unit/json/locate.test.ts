import assert from 'node:assert/strict';
import { objectAt } from '../../../server/src/json/locate.ts';
import { parseJson } from '../../../server/src/json/parse.ts';

describe('objectAt', () => {
  const text = '{"sets": [{"id": 1, "value": {"met": 2}}, {"id": 3}], "year": 2025}';
  const at = (what: string) => {
    const object = objectAt(parseJson(text), text.indexOf(what));
    return object && text.slice(object.span.start, object.span.end);
  };

  it('finds the innermost object around a value', () => {
    assert.equal(at('2}'), '{"met": 2}');
    assert.equal(at('1,'), '{"id": 1, "value": {"met": 2}}');
    assert.equal(at('3}'), '{"id": 3}');
    assert.equal(at('2025'), text);
  });

  it('finds none outside the brackets', () => {
    assert.equal(objectAt(parseJson(text), text.length), null);
    assert.equal(objectAt(parseJson(''), 0), null);
  });
});
