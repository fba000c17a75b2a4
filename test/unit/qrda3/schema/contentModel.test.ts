import assert from 'node:assert/strict';
import { compileContent } from '../../../../server/src/qrda3/schema/contentModel.ts';

/** Whether the model takes the children in this order. */
function accepts(content: string, children: readonly string[]): boolean {
  const { states } = compileContent(content);
  let state: number | undefined = 0;
  for (const child of children) {
    if (state !== undefined) state = states[state]?.next.get(child);
  }
  return state !== undefined && states[state]?.isEnd === true;
}

describe('a content model', () => {
  it('keeps the order of a sequence', () => {
    assert.equal(accepts('a=T b=T', ['a', 'b']), true);
    assert.equal(accepts('a=T b=T', ['b', 'a']), false);
  });

  it('lets optional and repeated elements be left out', () => {
    assert.equal(accepts('a=T? b=T*', []), true);
    assert.equal(accepts('a=T? b=T+', []), false);
    assert.equal(accepts('a=T? b=T*', ['b', 'b']), true);
  });

  it('takes one of a choice', () => {
    assert.equal(accepts('(a=T | b=T) c=T', ['b', 'c']), true);
    assert.equal(accepts('(a=T | b=T) c=T', ['a', 'b', 'c']), false);
  });

  it('repeats a choice in any order', () => {
    assert.equal(accepts('(a=T | b=T)* c=T?', ['b', 'a', 'b', 'c']), true);
  });

  it('follows the nested choices of an interval', () => {
    const interval = '(low=T (width=T? | high=T?)? | high=T | center=T width=T?)?';
    assert.equal(accepts(interval, ['low', 'high']), true);
    assert.equal(accepts(interval, ['high']), true);
    assert.equal(accepts(interval, ['high', 'low']), false);
    assert.equal(accepts(interval, []), true);
  });

  it('knows the type of each child', () => {
    assert.equal(compileContent('id=II* code=CE?').typeByKey.get('code'), 'CE');
  });
});
