import assert from 'node:assert/strict';
import { type XmlCursor, xmlCursorAt } from '../../../server/src/xml/cursor.ts';
import { parseXml } from '../../../server/src/xml/parse.ts';
import { cursorIn } from '../../fixtures/cursor.ts';

/** What the cursor is in, in words: kind, element, and the text that a completion replaces. */
function at(marked: string): string | null {
  const { text, offset } = cursorIn(marked);
  const cursor = xmlCursorAt(parseXml(text), offset);
  return cursor && `${inWords(cursor)} [${text.slice(cursor.span.start, cursor.span.end)}]`;
}

function inWords(cursor: XmlCursor): string {
  switch (cursor.kind) {
    case 'tag':
      return `tag in ${cursor.parent?.name ?? 'nothing'} after ${cursor.before.length} before ${cursor.after.length}${cursor.isNameOnly ? ' (name)' : ''}`;
    case 'endTag':
      return `end of ${cursor.element.name}`;
    case 'attribute':
      return `attribute of ${cursor.element.name}${cursor.isNameOnly ? ' (name)' : ''}`;
    case 'value':
      return `${cursor.name} of ${cursor.element.name}${cursor.opening} ${cursor.closing}`.trimEnd();
  }
}

const cases: readonly (readonly [what: string, marked: string, expected: string | null])[] = [
  ['between children', '<a><b/>$0<c/></a>', 'tag in a after 1 before 1 []'],
  ['behind a bracket just typed', '<a><b/><$0\n<c/></a>', 'tag in a after 1 before 1 [<]'],
  ['in half a name', '<a><b/><c$0\n<d/></a>', 'tag in a after 1 before 1 [<c]'],
  ['in half a name at the end of the file', '<a><b/><c$0', 'tag in a after 1 before 0 [<c]'],
  ['in a name whose tag goes on', '<a><b$0 x="1"/></a>', 'tag in a after 0 before 0 (name) [<b]'],
  ['behind a word without bracket', '<a>\n  wor$0\n</a>', 'tag in a after 0 before 0 [wor]'],
  ['outside the root', '$0\n<a/>', 'tag in nothing after 0 before 1 []'],
  ['behind the slash of an end tag', '<a><b></$0</a>', 'end of b [</]'],
  ['in half an end tag', '<a><b></b$0</a>', 'end of b [</b]'],
  ['in a whole end tag', '<a><b></b$0></a>', 'end of b [</b>]'],
  ['in an end tag at the end of the file', '<a><b/></$0', 'end of a [</]'],
  ['behind a name and a blank', '<a><b $0/></a>', 'attribute of b []'],
  ['in half an attribute', '<a><b ro$0/></a>', 'attribute of b [ro]'],
  ['in half an attribute of a tag without end', '<a><b ro$0\n<c/></a>', 'attribute of b [ro]'],
  ['in the name of an attribute that has a value', '<a><b r$0oot="1"/></a>', 'attribute of b (name) [root]'],
  ['between two attributes', '<a><b x="1" $0 y="2"/></a>', 'attribute of b []'],
  ['in an empty value', '<a><b x="$0"/></a>', 'x of b []'],
  ['in a value', '<a><b x="1$02"/></a>', 'x of b [12]'],
  ['in a value in apostrophes', "<a><b x='1$0'/></a>", 'x of b [1]'],
  ['in a value without closing quote', '<a><b x="1$0/></a>', 'x of b " [1]'],
  ['in a value without closing quote before an attribute', '<a><b x="1$0 y="2"/></a>', 'x of b " [1]'],
  ['in a value without closing quote at the end of the line', '<a><b x="1$0\n<c y="2"/></a>', 'x of b " [1]'],
  ['where a value has no quotes yet', '<a><b x=$0/></a>', 'x of b" " []'],
  ['behind a value without white space', '<a><b x="1"$0/></a>', null],
  ['in a comment', '<a><!-- <b x="$0" --></a>', null],
  ['in a CDATA section', '<a><![CDATA[ <$0 ]]></a>', null],
  ['in a declaration', '<?xml ver$0sion="1.0"?><a/>', null],
];

describe('The cursor in XML', () => {
  for (const [what, marked, expected] of cases) {
    it(`is known ${what}`, () => assert.equal(at(marked), expected));
  }

  it('is found at every offset of a damaged file without an error', () => {
    const text = '<?xml version="1.0"?><a><b x="1 y=\'2\'><!-- c --><d></e><![CDATA[f]]></b <g/><h i=></a';
    const document = parseXml(text);
    for (let offset = 0; offset <= text.length; offset++) xmlCursorAt(document, offset);
  });
});
