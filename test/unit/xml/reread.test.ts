import assert from 'node:assert/strict';
import { parseXml } from '../../../server/src/xml/parse.ts';
import { rereadXml } from '../../../server/src/xml/reread.ts';
import { seededRandom } from '../../fixtures/damage.ts';
import { qrda3 } from '../../fixtures/qrda3/document.ts';
import { retyped } from '../../fixtures/retyped.ts';
import { replaced } from '../rules/oneRule.ts';

describe('an XML text that is read again after an edit', () => {
  const text = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165' }], pi: [['PI_EP_1', [5, 10]]] });

  it('gives the tree it would give if it were read for the first time', () => {
    const random = seededRandom(31);
    let before = parseXml(text);
    let reread = 0;
    for (let edit = 0; edit < 1000; edit++) {
      // Now and then the author takes all back, in a broken file more often.
      const isTakenBack = random() < (before.problems.length > 0 ? 0.3 : 0.05);
      const edited = retyped(isTakenBack ? text : before.text, random);
      if (rereadXml(edited, before)) reread++;
      const next = parseXml(edited, before);
      assert.deepEqual(next, parseXml(edited));
      before = next;
    }
    assert(reread > 300, `of 1000 edits only ${reread} were read in part`);
  });

  it('takes over the attributes of what stands before the edit', () => {
    const before = parseXml(text);
    const next = rereadXml(replaced(text, '</legalAuthenticator>', '<!-- --></legalAuthenticator>'), before);
    assert(next?.root);
    assert.equal(next.root.attributes, before.root?.attributes);
    assert.equal(next.root.children[0]?.attributes, before.root?.children[0]?.attributes);
  });

  for (const [what, from, to] of [
    ['an element is opened', '<legalAuthenticator>', '<legalAuthenticator><time>'],
    ['an end tag is lost', '</legalAuthenticator>', ''],
    ['a comment is opened', '<legalAuthenticator>', '<legalAuthenticator><!--'],
    ['an entity is unknown', '<legalAuthenticator>', '<legalAuthenticator>&nbsp;'],
    ['a character is not allowed', '<legalAuthenticator>', '<legalAuthenticator>\u0001'],
    ['the root element declares another namespace', 'xmlns="urn:hl7-org:v3"', 'xmlns="urn:hl7-org:v4"'],
    ['a tag is begun', '<legalAuthenticator>', '<legalAuthenticator><ti'],
    ['a quote is opened', '<legalAuthenticator>', '<legalAuthenticator><time value="2025'],
    ['a bracket is lost', '<legalAuthenticator>', '<legalAuthenticator'],
    ['a document type is declared in it', '<legalAuthenticator>', '<legalAuthenticator><!DOCTYPE a>&a;'],
  ] as const) {
    it(`is so where ${what}, and where that is taken back`, () => {
      const edited = replaced(text, from, to);
      assert.deepEqual(parseXml(edited, parseXml(text)), parseXml(edited));
      assert.deepEqual(parseXml(text, parseXml(edited)), parseXml(text));
    });
  }

  it('is so where it becomes too deep', () => {
    const nested = (depth: number) => `<a><b>${'<c>'.repeat(depth)}${'</c>'.repeat(depth)}</b></a>`;
    for (const depth of [990, 1100]) {
      assert.deepEqual(parseXml(nested(depth), parseXml(nested(2))), parseXml(nested(depth)));
    }
  });
});
