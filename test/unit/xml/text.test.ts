import assert from 'node:assert/strict';
import { parseXml } from '../../../server/src/xml/parse.ts';
import { stringValue, textPieces } from '../../../server/src/xml/text.ts';

/** The runs of text directly inside the root. */
function pieces(text: string): string[] {
  const document = parseXml(text);
  assert(document.root);
  return textPieces(document, document.root).map(({ value }) => value);
}

describe('The text of an element', () => {
  it('is parted by children, comments and CDATA borders', () => {
    assert.deepEqual(pieces('<a>one<b>not this</b>two<!-- c -->three<![CDATA[<four>]]>five</a>'), [
      'one',
      'two',
      'three',
      '<four>',
      'five',
    ]);
  });

  it('has its references replaced and its line ends made one', () => {
    assert.deepEqual(pieces('<a>x &lt; y\r\nz</a>'), ['x < y\nz']);
  });

  it('taken with all descendants is its string value', () => {
    const document = parseXml('<a>one<b>two<c/>three</b><!-- x -->four</a>');
    assert(document.root);
    assert.equal(stringValue(document, document.root), 'onetwothreefour');
  });
});
