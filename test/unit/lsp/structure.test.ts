import assert from 'node:assert/strict';
import type { SelectionRange } from 'vscode-languageserver';
import { documentHighlights } from '../../../server/src/lsp/documentHighlights.ts';
import { foldingRanges } from '../../../server/src/lsp/foldingRanges.ts';
import { linkedEditing } from '../../../server/src/lsp/linkedEditing.ts';
import { definition, references } from '../../../server/src/lsp/references.ts';
import { selectionRanges } from '../../../server/src/lsp/selectionRanges.ts';
import type { Range } from '../../../server/src/text/lineIndex.ts';
import { damaged, numbers } from '../../fixtures/damaged.ts';
import { opened } from '../../fixtures/openedText.ts';
import { file, measurement, RATE, registrySet } from '../../fixtures/qppJson/submission.ts';
import { qrda3 } from '../../fixtures/qrda3/document.ts';

const XML = qrda3({
  year: 2025,
  quality: [{ ecqm: 'CMS138' }, { ecqm: 'CMS165' }],
  pi: [['PI_EP_1', [3, 4]]],
  activities: ['IA_AHE_1'],
});
const JSON_TEXT = file([registrySet([measurement('236', RATE)]), registrySet([measurement('236', RATE)])]);

/** Damaged files of both formats, each with some offsets in it and beyond. */
function* damagedPlaces(): Generator<{ readonly text: string; readonly offsets: readonly number[] }> {
  for (let seed = 1; seed <= 30; seed++) {
    const random = numbers(seed);
    for (const original of [XML, JSON_TEXT]) {
      const text = damaged(original, seed);
      const inside = Array.from({ length: 40 }, () =>
        Math.floor(Number(random.next().value) * (text.length + 1)),
      );
      yield { text, offsets: [0, text.length, ...inside] };
    }
  }
}

function assertInside(range: Range, text: string): void {
  const { document } = opened(text);
  const [start, end] = [document.lines.offsetAt(range.start), document.lines.offsetAt(range.end)];
  assert(start <= end && end <= text.length);
  assert.deepEqual(document.lines.positionAt(end), range.end);
}

describe('In a damaged file', () => {
  it('each selection lies in the next and is shorter, and all hold the cursor', () => {
    for (const { text, offsets } of damagedPlaces()) {
      const { document } = opened(text);
      const positions = offsets.map((offset) => document.lines.positionAt(offset));
      const selections = selectionRanges(document, positions) ?? [];
      assert.equal(selections.length, document.format === 'qrda3' ? positions.length : 0);
      for (const [index, selection] of selections.entries()) {
        const offset = offsets[index] ?? 0;
        let [start, end] = [offset, offset];
        for (let at: SelectionRange | undefined = selection; at; at = at.parent) {
          const [outerStart, outerEnd] = [
            document.lines.offsetAt(at.range.start),
            document.lines.offsetAt(at.range.end),
          ];
          assert(outerStart <= start && end <= outerEnd, `at ${offset}`);
          assert(at === selection || outerEnd - outerStart > end - start, `at ${offset}`);
          [start, end] = [outerStart, outerEnd];
        }
        assert.deepEqual([start, end], [0, text.length]);
      }
    }
  });

  it('what is folded has several lines of the text', () => {
    for (const { text } of damagedPlaces()) {
      const { document } = opened(text);
      for (const { startLine, endLine } of foldingRanges(document, 5000) ?? [])
        assert(startLine >= 0 && startLine < endLine && endLine < document.lines.lineCount);
    }
  });

  it('names that change together are equal', () => {
    for (const { text, offsets } of damagedPlaces()) {
      const { document } = opened(text);
      for (const offset of offsets) {
        const names = (linkedEditing(document, offset)?.ranges ?? []).map(({ start, end }) =>
          text.slice(document.lines.offsetAt(start), document.lines.offsetAt(end)),
        );
        assert.equal(names[0], names[1]);
      }
    }
  });

  it('every place an id leads to lies in the text', () => {
    for (const { text, offsets } of damagedPlaces()) {
      const { document } = opened(text);
      for (const offset of offsets) {
        const highlights = documentHighlights(document, offset) ?? [];
        const places = [
          ...references(document, offset, true),
          ...definition(document, offset),
          ...highlights.map(({ range }) => range),
        ];
        for (const place of places) assertInside(place, text);
      }
    }
  });
});

describe('Folding', () => {
  it('leaves the deepest elements out where the editor takes only so many', () => {
    const { document } = opened(XML);
    const all = foldingRanges(document, Number.POSITIVE_INFINITY) ?? [];
    const some = foldingRanges(document, 60) ?? [];
    assert(some.length > 0 && some.length <= 60 && all.length > 60);
    assert(
      some.some(({ startLine }) => startLine === document.lines.positionAt(XML.indexOf('<section')).line),
    );
    assert(
      !some.some(
        ({ startLine }) => startLine === document.lines.positionAt(XML.indexOf('<observation')).line,
      ),
    );
  });

  it('leaves files of others to the editor', () => {
    assert.equal(foldingRanges(opened('<a>\n<b>\n</b>\n</a>').document, 10), null);
    assert.equal(foldingRanges(opened(JSON_TEXT).document, 10), null);
  });
});
