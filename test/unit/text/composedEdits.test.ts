import assert from 'node:assert/strict';
import { composedEdits, edit, unedited } from '../../../server/src/text/composedEdits.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';

const replace = (start: number, end: number, newText: string) => ({ span: { start, end }, newText });

describe('Edits made one after the other', () => {
  it('come to edits of the first text', () => {
    const once = edit(unedited('abcdef'), [replace(1, 2, 'BB'), replace(4, 5, '')]);
    assert.equal(once.text, 'aBBcdf');
    const twice = edit(once, [replace(2, 4, 'x'), replace(6, 6, '!')]);
    assert.equal(twice.text, 'aBxdf!');
    const edits = composedEdits(twice);
    assert.equal(applyEdits('abcdef', edits), 'aBxdf!');
    assert.deepEqual(edits, [replace(1, 3, 'Bx'), replace(4, 5, ''), replace(6, 6, '!')]);
  });

  it('leave no trace where the last takes back the first', () => {
    const there = edit(unedited('ab'), [replace(1, 1, 'x')]);
    assert.deepEqual(composedEdits(edit(there, [replace(1, 2, '')])), []);
  });
});
