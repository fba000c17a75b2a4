import assert from 'node:assert/strict';
import { formatXml } from '../../../server/src/formatting/formatXml.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { parseXml } from '../../../server/src/xml/parse.ts';
import { qrda3 } from '../../fixtures/qrda3/document.ts';

const TWO_SPACES = { tabSize: 2, insertSpaces: true };

function formatted(text: string, options = TWO_SPACES): string {
  return applyEdits(text, formatXml(parseXml(text), options));
}

describe('Formatting XML', () => {
  it('gives each element of a one-line file a line of its own', () => {
    assert.equal(
      formatted('<?xml version="1.0"?><a x="1"><b><c/></b><d>text</d></a>'),
      '<?xml version="1.0"?>\n<a x="1">\n  <b>\n    <c/>\n  </b>\n  <d>text</d>\n</a>',
    );
  });

  it('indents with tabs, or with as many spaces as the editor says', () => {
    assert.equal(formatted('<a><b/></a>', { tabSize: 4, insertSpaces: true }), '<a>\n    <b/>\n</a>');
    assert.equal(formatted('<a><b/></a>', { tabSize: 4, insertSpaces: false }), '<a>\n\t<b/>\n</a>');
  });

  it('writes the line breaks that the file has', () => {
    assert.equal(formatted('<a>\r\n<b/><c/></a>'), '<a>\r\n  <b/>\r\n  <c/>\r\n</a>');
  });

  it('finds nothing to do in a file it has formatted', () => {
    const oneLine = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165' }] }).replace(/>\s+</g, '><');
    const once = formatted(oneLine);
    assert.ok(once.split('\n').length > 100);
    assert.deepEqual(formatXml(parseXml(once), TWO_SPACES), []);
  });

  for (const [what, content] of [
    ['text beside elements', '<b>one <c/> two<d><e/></d></b>'],
    ['narrative blocks', '<text><table><tr><td/></tr></table></text>'],
    ['preserved white space', '<b xml:space="preserve"> <c/><d/> </b>'],
    ['CDATA', '<b><![CDATA[ x ]]><c/></b>'],
    ['white space that is all there is', '<b>  </b>'],
    ['comments that are all there is', '<b><!-- x --></b>'],
  ] as const) {
    it(`leaves ${what} alone`, () => {
      assert.equal(formatted(`<a>${content}</a>`), `<a>\n  ${content}\n</a>`);
    });
  }

  it('leaves a comment behind the tag it explains, and gives others a line', () => {
    assert.equal(
      formatted('<a><b/> <!-- of b -->\n<!-- of c --><c/></a>'),
      '<a>\n  <b/> <!-- of b -->\n  <!-- of c -->\n  <c/>\n</a>',
    );
    assert.equal(formatted('<a><b/><!-- of c --><c/></a>'), '<a>\n  <b/>\n  <!-- of c -->\n  <c/>\n</a>');
  });

  it('keeps one empty line between elements', () => {
    assert.equal(formatted('<a>\n\n<b/>\n\n\n<c/>\n\n</a>'), '<a>\n  <b/>\n\n  <c/>\n</a>');
  });

  it('keeps off an element with an unclosed child and formats around it', () => {
    assert.equal(
      formatted('<a><b><c><d></c><e/></b><f><g/></f></a>'),
      '<a>\n  <b>\n    <c><d></c>\n    <e/>\n  </b>\n  <f>\n    <g/>\n  </f>\n</a>',
    );
  });

  it('keeps off an element that an end tag without start tag stands in', () => {
    assert.equal(formatted('<a><b><c/></x><d/></b><e/></a>'), '<a>\n  <b><c/></x><d/></b>\n  <e/>\n</a>');
  });

  it('writes nothing where a truncated file ends', () => {
    assert.equal(formatted('<a><b/><c><d><e/><f'), '<a>\n  <b/>\n  <c>\n    <d><e/><f');
  });

  it('changes only the lines of a selected range', () => {
    const text = '<a>\n<b/>\n<c/>\n<d/>\n</a>';
    const within = { start: text.indexOf('<b/>') + 4, end: text.indexOf('<c/>') + 4 };
    assert.equal(
      applyEdits(text, formatXml(parseXml(text), TWO_SPACES, within)),
      '<a>\n<b/>\n  <c/>\n<d/>\n</a>',
    );
  });
});
