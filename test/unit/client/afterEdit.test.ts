import assert from 'node:assert/strict';
import { afterEdit, type TextRange } from '../../../client/src/errorReport/afterEdit.ts';

/** `1:4-1:8` for line and character from 0. */
function range(written: string): TextRange {
  const [start = '', end = ''] = written.split('-');
  const position = (text: string) => {
    const [line = 0, character = 0] = text.split(':').map(Number);
    return { line, character };
  };
  return { start: position(start), end: position(end) };
}

const moved = (place: string, changed: string, text: string) =>
  afterEdit(range(place), { range: range(changed), text });

describe('The place of an imported error', () => {
  it('goes when the text at it is edited, at its ends too', () => {
    for (const changed of ['1:5-1:6', '1:4-1:4', '1:8-1:8', '0:0-2:0', '1:2-1:4']) {
      assert.equal(moved('1:4-1:8', changed, 'x'), null, changed);
    }
  });

  it('stays when text behind it is edited', () => {
    assert.deepEqual(moved('1:4-1:8', '1:9-3:0', 'x'), range('1:4-1:8'));
  });

  it('moves along its line when text before it on the line is edited', () => {
    assert.deepEqual(moved('1:4-1:8', '1:0-1:2', 'xyz'), range('1:5-1:9'));
    assert.deepEqual(moved('1:4-1:8', '0:3-1:2', 'xyz'), range('0:8-0:12'));
  });

  it('moves down and up with lines that come and go above it', () => {
    assert.deepEqual(moved('4:4-4:8', '1:0-1:0', 'a\r\nb\n'), range('6:4-6:8'));
    assert.deepEqual(moved('4:4-5:8', '1:0-3:0', ''), range('2:4-3:8'));
    assert.deepEqual(moved('4:4-4:8', '4:1-4:1', '\nab'), range('5:5-5:9'));
  });
});
