import assert from 'node:assert/strict';
import { jsonHover } from '../../../server/src/lsp/hover/jsonHover.ts';
import { openAtCursor } from '../../fixtures/cursor.ts';
import { fileOf, RATE, STRATA, stratum } from '../../fixtures/qppJson/submission.ts';

/** What a hover says at `$0`, and the text it is about. */
function hoverAt(marked: string): { markdown: string; about: string } | null {
  const { document, offset, catalog } = openAtCursor(marked, 'qpp-json');
  const card = jsonHover(document, offset, catalog);
  return card && { markdown: card.markdown, about: document.text.slice(card.span.start, card.span.end) };
}

describe('Hover in QPP JSON', () => {
  const text = fileOf('236', RATE);

  it('tells what a key means, its type and whether it is needed', () => {
    const card = hoverAt(text.replace('"submissionMethod"', '"subm$0issionMethod"'));
    assert.equal(card?.about, '"submissionMethod"');
    assert.match(card?.markdown ?? '', /\*\*submissionMethod\*\* · text · required/);
  });

  it('tells rate, completeness and cases at the measure id and at each count', () => {
    for (const place of ['"2$036"', '"performanceMet": 6$00']) {
      const card = hoverAt(text.replace(place.replace('$0', ''), place));
      assert.match(card?.markdown ?? '', /Performance rate: 66\.67 %/);
      assert.match(card?.markdown ?? '', /Data completeness: 100 %/);
      assert.match(card?.markdown ?? '', /Case count: 100/);
    }
  });

  it('tells the rate of each stratum', () => {
    const strata = [
      stratum('spirometry'),
      stratum('bronchodilator', { performanceMet: 1, performanceNotMet: 1 }),
    ];
    const card = hoverAt(fileOf('052', { ...STRATA, strata }).replace('"052"', '"0$052"'));
    assert.match(card?.markdown ?? '', /spirometry: 60 %.*\n.*bronchodilator: 50 %/);
  });

  it('says nothing where nothing stands', () => {
    assert.equal(hoverAt(`${text}$0`), null);
  });
});
