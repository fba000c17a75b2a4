import assert from 'node:assert/strict';
import { excerptOf } from '../../../server/src/cli/check/excerpt.ts';
import { codeFrame, printable } from '../../../server/src/cli/check/reports/codeFrame.ts';
import { createLineIndex } from '../../../server/src/text/lineIndex.ts';

/** The frame of the stretch between `[` and `]`, which are taken out of the text. */
function frame(marked: string, width = 80) {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const text = marked.replace('[', '').replace(']', '');
  const lines = createLineIndex(text);
  const range = lines.rangeOf({ start, end });
  return codeFrame(excerptOf(text, lines, range), range, width);
}

/** The characters above the marks. */
function underlined({ code, marks }: ReturnType<typeof frame>): string {
  return [...code].slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1).join('');
}

describe('A code frame', () => {
  it('shows the line with the value underlined, without its indentation', () => {
    assert.deepEqual(frame('<a>\n    <b c="[1]"/>\n</a>'), {
      code: '  2 │ <b c="1"/>',
      marks: '    │       ^',
    });
  });

  it('shows the surroundings of a value in a long line', () => {
    const long = frame(`${'<x/>'.repeat(500)}<b c="[value]"/>${'<y/>'.repeat(500)}`);
    assert.equal(underlined(long), 'value');
    assert.match(long.code, /^ {2}1 │ ….*…$/);
    assert.ok(long.code.length <= 80);
  });

  it('underlines to the end of the line what goes on behind it', () => {
    assert.equal(underlined(frame('<a>\n<b [c="1"\n d="2"]/>')), 'c="1"');
  });

  it('marks a place of no length with one sign', () => {
    assert.equal(underlined(frame('<a>[]<b/>')), '<');
  });

  it('counts a character outside the basic plane as one column', () => {
    assert.equal(underlined(frame('<a b="😀😀" c="[x]"/>')), 'x');
  });

  it('keeps long marks within the terminal', () => {
    const { code, marks } = frame(`<a b="[${'x'.repeat(1000)}]"/>`, 60);
    assert.ok(code.length <= 60 && marks.length <= 61);
  });

  it('lets nothing in a file move the cursor or paint', () => {
    assert.equal(printable('a\u001b[31mb\tc\u0007\u202e\ud800'), 'a·[31mb c··\ufffd');
  });
});

describe('An excerpt', () => {
  it('quotes no more than the surroundings of a file on one line', () => {
    const text = 'x'.repeat(1_000_000);
    const lines = createLineIndex(text);
    const excerpt = excerptOf(text, lines, lines.rangeOf({ start: 500_000, end: 500_010 }));
    assert.ok(excerpt.text.length <= 500);
    assert.ok(excerpt.isCut);
    assert.ok(excerpt.from > 499_000);
  });

  it('ends before the end of the line, whatever that is', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = `<a>${end}<b/>${end}`;
      const lines = createLineIndex(text);
      const place = text.indexOf('<b');
      assert.equal(excerptOf(text, lines, lines.rangeOf({ start: place, end: place + 2 })).text, '<b/>');
    }
  });
});
