import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseXml } from '../../../server/src/xml/parse.ts';
import type { XmlElement } from '../../../server/src/xml/tree.ts';
import { attribute } from '../../../server/src/xml/tree.ts';

/** Kind and underlined text of every problem. */
function problems(text: string): (readonly [string, string])[] {
  return parseXml(text).problems.map(({ kind, span }) => [kind, text.slice(span.start, span.end)]);
}

/** The tree as names in brackets: `a(b c(d))`. */
function outline(element: XmlElement | null): string {
  if (!element) return '';
  const inside = element.children.map(outline).join(' ');
  return inside ? `${element.name}(${inside})` : element.name;
}

function* walk(element: XmlElement): Iterable<XmlElement> {
  yield element;
  for (const inner of element.children) yield* walk(inner);
}

describe('parseXml', () => {
  it('gives every name, value and tag its place', () => {
    const text = `<a x = '1'><b y="two">text</b ></a>`;
    const { root } = parseXml(text);
    const b = root?.children[0];
    assert(root && b);
    const x = attribute(root, 'x');
    const y = attribute(b, 'y');
    assert(x && y);
    assert.equal(text.slice(root.start, root.openEnd), "<a x = '1'>");
    assert.equal(text.slice(x.nameStart, x.nameEnd), 'x');
    assert.equal(text.slice(x.valueStart, x.valueEnd), '1');
    assert.equal(text.slice(y.valueStart, y.valueEnd), 'two');
    assert.equal(text.slice(b.start, b.end), '<b y="two">text</b >');
    assert.equal(text.slice(b.openEnd, b.closeStart), 'text');
  });

  it('knows namespaces by their declarations', () => {
    const { root } = parseXml('<a xmlns="urn:one" xmlns:p="urn:two"><p:b p:c="1" d="2"/><e xmlns=""/></a>');
    const [b, e] = root?.children ?? [];
    assert.deepEqual(
      [root?.namespace, b?.namespace, b?.local, e?.namespace],
      ['urn:one', 'urn:two', 'b', null],
    );
    assert.deepEqual(
      b?.attributes.map(({ local, namespace }) => [local, namespace]),
      [
        ['c', 'urn:two'],
        ['d', null],
      ],
    );
  });

  it('replaces references and normalises white space in values', () => {
    const { root } = parseXml('<a b="x&amp;&#65;&#x42;\n&lt;"/>');
    assert.equal(root?.attributes[0]?.value, 'x&AB <');
  });

  it('passes over a byte order mark, a declaration, comments, instructions and CDATA', () => {
    const text =
      '\ufeff<?xml version="1.0" encoding="UTF-8"?>\n<!-- one --><?two three?>\n<a><![CDATA[<b>&]]></a>\n<!-- four -->';
    assert.deepEqual(problems(text), []);
    assert.equal(outline(parseXml(text).root), 'a');
  });

  it('reads a file that is all on one line', () => {
    assert.equal(outline(parseXml('<a><b/><c><d/></c></a>').root), 'a(b c(d))');
  });

  describe('goes on after', () => {
    const faults: readonly (readonly [
      what: string,
      text: string,
      problems: readonly (readonly [string, string])[],
      tree: string,
    ])[] = [
      ['an element that is never closed', '<a><b><c/></a>', [['unclosed-element', '<b']], 'a(b(c))'],
      ['an end tag that closes nothing', '<a><b/></c></a>', [['unexpected-end-tag', '</c>']], 'a(b)'],
      ['a file that is cut off', '<a><b><c>te', [['unclosed-element', '<c']], 'a(b(c))'],
      ['a file that is cut off inside a tag', '<a><b x="1', [['malformed-attribute', '"1']], 'a(b)'],
      ['a tag without its bracket', '<a><b x="1"\n<c/></a>', [['malformed-tag', '<b']], 'a(b(c))'],
      ['an empty tag without its bracket', '<a><b x="1"/\n<c/></a>', [['malformed-tag', '<b']], 'a(b c)'],
      ['a misspelt end tag', '<a><code></cdoe><c/></a>', [['unexpected-end-tag', '</cdoe>']], 'a(code c)'],
      [
        'a misspelt start tag',
        '<a><entry/><entry></entry><enry></entry><c/></a>',
        [['unclosed-element', '<enry']],
        'a(entry entry enry c)',
      ],
      [
        'an end tag of an outer element in the place of another',
        '<a><b><c><d></b></c></b><e/></a>',
        [['unexpected-end-tag', '</b>']],
        'a(b(c(d)) e)',
      ],
      ['several end tags that are missing', '<a><b><c></a>', [['unclosed-element', '<c']], 'a(b(c))'],
      [
        'a start tag that is missing between elements of its name',
        '<a><b><c><b></b></c><c></b></c></b></a>',
        [['unclosed-element', '<c']],
        'a(b(c(b) c))',
      ],
      ['a stray bracket in text', '<a>1 < 2<b/></a>', [['malformed-tag', '<']], 'a(b)'],
      ['a bare ampersand', '<a>Smith & Sons<b/></a>', [['bare-ampersand', '&']], 'a(b)'],
      ['an ampersand in a value', '<a b="Smith & Sons"/>', [['bare-ampersand', '&']], 'a'],
      ['an entity of HTML', '<a>&nbsp;<b/></a>', [['undefined-entity', '&nbsp;']], 'a(b)'],
      ['a value without quotes', '<a b=1 c="2"><d/></a>', [['malformed-attribute', '1']], 'a(d)'],
      ['an attribute without a value', '<a b><c/></a>', [['malformed-attribute', 'b']], 'a(c)'],
      ['a quote that is never closed', '<a b="1>\n<c/></a>', [['malformed-attribute', '"1']], 'a(c)'],
      [
        'attributes without white space between',
        '<a b="1"c="2"><d/></a>',
        [['malformed-attribute', 'c']],
        'a(d)',
      ],
      ['a bracket in a value', '<a b="<"><c/></a>', [['malformed-attribute', '<']], 'a(c)'],
      ['an attribute that stands twice', '<a b="1" b="2"><c/></a>', [['duplicate-attribute', 'b']], 'a(c)'],
      [
        'one attribute under two prefixes',
        '<a xmlns:p="u" xmlns:q="u" p:b="1" q:b="2"/>',
        [['duplicate-attribute', 'q:b']],
        'a',
      ],
      ['a prefix that is not declared', '<a><p:b/></a>', [['undeclared-prefix', 'p:b']], 'a(p:b)'],
      ['two hyphens in a comment', '<a><!-- b -- c --><d/></a>', [['malformed-comment', '--']], 'a(d)'],
      ['a comment that is never closed', '<a><!-- b <c/></a>', [['malformed-comment', '<!--']], 'a'],
      ['a control character', '<a>\u0001<b/></a>', [['illegal-character', '\u0001']], 'a(b)'],
      ['half a surrogate pair', '<a>\ud800<b/></a>', [['illegal-character', '\ud800']], 'a(b)'],
      ['the number of a control character', '<a b="&#1;"/>', [['illegal-character', '&#1;']], 'a'],
      ['the end of a CDATA section that never began', '<a>]]><b/></a>', [['illegal-text', ']]>']], 'a(b)'],
      [
        'a declaration that is not first',
        '\n<?xml version="1.0"?><a/>',
        [['malformed-declaration', '<?xml']],
        'a',
      ],
      [
        'a declaration without version',
        '<?xml encoding="UTF-8"?><a/>',
        [['malformed-declaration', '<?xml encoding="UTF-8"?>']],
        'a',
      ],
      [
        'an encoding that does not exist',
        '<?xml version="1.0" encoding="UTF-9"?><a/>',
        [['encoding', 'UTF-9']],
        'a',
      ],
      ['a second root', '<a/>\n<b/>', [['content-outside-root', '<b']], 'a'],
      ['text before the root', 'text <a/>', [['content-outside-root', 'text ']], 'a'],
    ];
    for (const [what, text, expected, tree] of faults) {
      it(what, () => {
        assert.deepEqual(problems(text), expected);
        assert.equal(outline(parseXml(text).root), tree);
      });
    }
  });

  it('refuses a DOCTYPE and expands nothing it declares', () => {
    const bomb = '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;">]><a b="&y;">&y;</a>';
    assert.deepEqual(problems(bomb), [['doctype', '<!DOCTYPE']]);
    assert.equal(parseXml(bomb).root?.attributes[0]?.value, '&y;');
  });

  it('tells an empty file', () => {
    assert.deepEqual(problems(''), [['empty-document', '']]);
    assert.deepEqual(problems(' \n'), [['empty-document', ' \n']]);
  });

  it('reads elements nested a hundred thousand deep without running out of stack', () => {
    const depth = 100_000;
    const { root, problems: told } = parseXml('<a>'.repeat(depth) + '</a>'.repeat(depth));
    assert.deepEqual(
      told.map(({ kind }) => kind),
      ['nested-too-deep'],
    );
    assert(root);
  });

  it('reads 100,000 nested elements that each declare a prefix, and knows the prefixes of those it keeps', () => {
    const count = 100_000;
    const starts = Array.from({ length: count }, (_, at) => `<p${at}:a xmlns:p${at}="urn:${at}">`);
    const { root } = parseXml(starts.join(''));
    assert.equal(root?.namespace, 'urn:0');
    assert.equal(root?.children[0]?.children[0]?.namespace, 'urn:2');
  });

  it('ends a declaration with its element, and takes one back where it is declared empty', () => {
    const text = '<a xmlns="u"><b xmlns=""><c/></b><d xmlns="v"/><e/><p:f xmlns:p="w"/></a>';
    const namespaces = parseXml(text).root?.children.map(({ namespace }) => namespace);
    assert.deepEqual(namespaces, [null, 'v', 'u', 'w']);
  });

  it('tells one of 100,000 attributes that stands twice under two prefixes of one namespace', () => {
    const many = Array.from({ length: 100_000 }, (_, at) => `p:a${at}="1"`).join(' ');
    assert.deepEqual(problems(`<a xmlns:p="u" xmlns:q="u" ${many} q:a7="1"/>`), [
      ['duplicate-attribute', 'q:a7'],
    ]);
  });

  it('gives a bounded number of problems for a text that is no XML at all', () => {
    assert(parseXml('<&>'.repeat(10_000)).problems.length <= 100);
  });

  it('keeps every place inside the text and inside its parent, whatever is cut away or put in', () => {
    const base = `<?xml version="1.0"?><a x="1" y='2'><b>te&amp;xt</b><!-- c --><d><e f="g"/></d><![CDATA[h]]></a>`;
    const edit = fc.record({
      at: fc.nat(base.length),
      remove: fc.nat(12),
      insert: fc.constantFrom('', '<', '>', '"', "'", '&', '/', '<!--', ']]>', '</a>', '<z '),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        const text = edits.reduce(
          (current, { at, remove, insert }) => current.slice(0, at) + insert + current.slice(at + remove),
          base,
        );
        const { root, problems: told } = parseXml(text);
        for (const { span } of told)
          assert(0 <= span.start && span.start <= span.end && span.end <= text.length);
        for (const element of root ? walk(root) : []) {
          const { start, nameEnd, openEnd, closeStart, end, parent } = element;
          assert(
            start < nameEnd &&
              nameEnd <= openEnd &&
              openEnd <= closeStart &&
              closeStart <= end &&
              end <= text.length,
          );
          assert.equal(text.slice(start + 1, nameEnd), element.name);
          if (parent) assert(parent.openEnd <= start && end <= parent.end);
          for (const { nameStart, name, valueStart, valueEnd } of element.attributes) {
            assert.equal(text.slice(nameStart, nameStart + name.length), name);
            assert(start < valueStart && valueStart <= valueEnd && valueEnd <= openEnd);
          }
        }
      }),
      { seed: 20251124, numRuns: 3000 },
    );
  });
});
