import assert from 'node:assert/strict';
import { parseXml } from '../../../server/src/xml/parse.ts';
import { rereadXml } from '../../../server/src/xml/reread.ts';
import type { XmlDocument } from '../../../server/src/xml/tree.ts';
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
    for (let edit = 0; edit < 500; edit++) {
      // A file that is broken is taken back, as its author would.
      const edited = retyped(before.problems.length > 0 ? text : before.text, random);
      if (rereadXml(edited, before)) reread++;
      const next = parseXml(edited, before);
      assert.deepEqual(next, parseXml(edited));
      before = next;
    }
    assert(reread > 100, `of 500 edits only ${reread} were read in part`);
  });

  const afterEdit = (from: string, to: string): XmlDocument | null =>
    rereadXml(replaced(text, from, to), parseXml(text));

  it('takes over the attributes of what stands before the edit', () => {
    const before = parseXml(text);
    const next = rereadXml(replaced(text, '</legalAuthenticator>', '<!-- --></legalAuthenticator>'), before);
    assert(next?.root);
    assert.equal(next.root.attributes, before.root?.attributes);
    assert.equal(next.root.children[0]?.attributes, before.root?.children[0]?.attributes);
  });

  for (const [what, from, to] of [
    ['a tag is opened', '<legalAuthenticator>', '<legalAuthenticator><time'],
    ['an end tag is lost', '</legalAuthenticator>', ''],
    ['a comment is opened', '<legalAuthenticator>', '<legalAuthenticator><!--'],
    ['an entity is unknown', '<legalAuthenticator>', '<legalAuthenticator>&nbsp;'],
    ['a character is not allowed', '<legalAuthenticator>', '<legalAuthenticator>\u0001'],
    ['the root element declares another namespace', 'xmlns="urn:hl7-org:v3"', 'xmlns="urn:hl7-org:v4"'],
  ] as const) {
    it(`is read as a whole where ${what}`, () => {
      assert.equal(afterEdit(from, to), null);
    });
  }

  it('is read as a whole where it was broken before', () => {
    assert.equal(rereadXml(text, parseXml(replaced(text, '</legalAuthenticator>', ''))), null);
  });

  it('is read as a whole where it becomes too deep', () => {
    const nested = (depth: number) => `<a><b>${'<c>'.repeat(depth)}${'</c>'.repeat(depth)}</b></a>`;
    const before = parseXml(nested(2));
    assert.equal(before.problems.length, 0);
    assert.notEqual(rereadXml(nested(990), before), null);
    assert.equal(rereadXml(nested(1100), before), null);
  });
});
