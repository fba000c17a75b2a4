import assert from 'node:assert/strict';
import fc from 'fast-check';
import { composeEdits } from '../../../server/src/text/composeEdits.ts';
import { applyEdits, type Edit, offsetAfter, offsetBefore } from '../../../server/src/text/edit.ts';

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

  it('made one after the other are one list of edits, whatever they are', () => {
    const text = fc.string({ minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(text, fc.infiniteStream(fc.nat()), (original, numbers) => {
        const first = someEdits(original, numbers);
        const middle = applyEdits(original, first);
        const second = someEdits(middle, numbers);
        const both = composeEdits(original.length, first, second);
        assert.equal(applyEdits(original, both), applyEdits(middle, second));
      }),
    );
  });

  it('move the places behind them', () => {
    const edits = [
      { span: { start: 1, end: 2 }, newText: 'XYZ' },
      { span: { start: 4, end: 4 }, newText: '-' },
    ];
    assert.equal(applyEdits('abcdef', edits), 'aXYZcd-ef');
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5].map((offset) => offsetAfter(edits, offset)),
      [0, 1, 4, 5, 7, 8],
    );
    assert.deepEqual(
      [0, 1, 3, 4, 5, 6, 7, 8].map((offset) => offsetBefore(edits, offset)),
      [0, 1, 1, 2, 3, 4, 4, 5],
    );
  });
});

/** Ascending edits without overlaps. */
function someEdits(text: string, numbers: Iterator<number>): Edit[] {
  const next = (limit: number) => (numbers.next().value ?? 0) % (limit + 1);
  const edits: Edit[] = [];
  for (let at = next(3); at < text.length; at += 1 + next(4)) {
    const end = Math.min(text.length, at + next(2));
    edits.push({ span: { start: at, end }, newText: '#'.repeat(next(3)) });
    at = end;
  }
  return edits;
}
