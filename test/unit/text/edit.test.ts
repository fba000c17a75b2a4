import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/src/text/edit.ts';

describe('Edits of a text', () => {
  it('are made at the places of the old text, in whatever order they come', () => {
    const edits = [
      { span: { start: 4, end: 5 }, newText: 'EE' },
      { span: { start: 0, end: 2 }, newText: '' },
      { span: { start: 3, end: 3 }, newText: '-' },
      { span: { start: 3, end: 3 }, newText: '+' },
    ];
    assert.equal(applyEdits('abcdef', edits), 'c-+dEEf');
  });
});
