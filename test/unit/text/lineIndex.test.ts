import assert from 'node:assert/strict';
import { createLineIndex } from '../../../server/src/text/lineIndex.ts';

describe('The line index', () => {
  it('counts lines and characters from zero, at line ends of every kind', () => {
    const lines = createLineIndex('ab\r\ncd\ref\ngh');
    assert.equal(lines.lineCount, 4);
    assert.deepEqual(lines.positionAt(0), { line: 0, character: 0 });
    assert.deepEqual(lines.positionAt(5), { line: 1, character: 1 });
    assert.deepEqual(lines.positionAt(7), { line: 2, character: 0 });
    assert.deepEqual(lines.positionAt(12), { line: 3, character: 2 });
  });

  it('finds the offset of every position it gives', () => {
    const text = 'one\ntwo\r\n\nfour';
    const lines = createLineIndex(text);
    for (let offset = 0; offset <= text.length; offset++)
      assert.equal(lines.offsetAt(lines.positionAt(offset)), offset);
  });

  it('keeps a place outside the text at its border', () => {
    const lines = createLineIndex('ab\ncd');
    assert.deepEqual(lines.positionAt(99), { line: 1, character: 2 });
    assert.equal(lines.offsetAt({ line: 9, character: 0 }), 5);
    assert.equal(lines.offsetAt({ line: 0, character: 99 }), 3);
  });
});
