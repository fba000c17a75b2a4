import assert from 'node:assert/strict';
import { parseXml } from '../../../server/src/xml/parse.ts';
import { evaluateXpath } from '../../../server/src/xpath/evaluate.ts';

const text = `<doc xmlns="urn:hl7-org:v3" xmlns:sdtc="urn:hl7-org:sdtc" xmlns:x="urn:x" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <item code="a">one<!-- no text --> &amp; <b/>two</item>
  <item code="b" xsi:type="CD"><![CDATA[three]]></item>
  <sdtc:item x:code="c"/>
</doc>`;

/** The texts at the places that a query finds, or why it finds none. */
function ask(context: string, test?: string, source = text): readonly string[] | string {
  const [answer] = evaluateXpath(parseXml(source), [test === undefined ? { context } : { context, test }]);
  if (!answer || answer.kind === 'fault') return answer?.reason ?? 'no answer';
  return answer.places.map(({ start, end }) => source.slice(start, end));
}

describe('An XPath', () => {
  it('finds elements by prefix, by a prefix the file declares, and without one', () => {
    assert.deepEqual(ask('//cda:item'), ['item', 'item']);
    assert.deepEqual(ask('//sdtc:item/@x:code'), ['c']);
    assert.deepEqual(ask('/doc/item'), ['item', 'item']);
    assert.deepEqual(ask("//*[namespace-uri() = 'urn:hl7-org:sdtc']"), ['sdtc:item']);
  });

  it('finds attributes at their values, and no declarations of namespaces among them', () => {
    assert.deepEqual(ask('//@xsi:type'), ['CD']);
    assert.deepEqual(ask('/doc/@*'), []);
  });

  it('sees text as XPath does: references and CDATA read, comments left out, in order', () => {
    assert.deepEqual(ask("//item[. = 'one & two' or . = 'three']"), ['item', 'item']);
    assert.deepEqual(ask('//item[b/preceding-sibling::text()]'), ['item']);
  });

  it('tests each node that it finds, and gives those for which the test is false', () => {
    assert.deepEqual(ask('//cda:item/@code', ". = 'a'"), ['b']);
    assert.deepEqual(ask('//cda:item', 'string-length(@code) = 1 and count(/cda:doc/cda:item) = 2'), []);
  });

  it('finds what a damaged file still has', () => {
    assert.deepEqual(ask('//cda:b', undefined, text.slice(0, text.indexOf('two'))), ['b']);
    assert.deepEqual(ask('//a', undefined, '<r><a><a x="1" x="2" y:z=""></r>'), ['a', 'a']);
  });

  it('that cannot be asked says why', () => {
    assert.match(String(ask('//item[')), /no XPath 1\.0/);
    assert.match(String(ask('count(//item)')), /gives a number, not nodes/);
    assert.match(String(ask('//nope:item')), /prefix "nope" is bound to no namespace; cda, sdtc, voc, xsi/);
    assert.match(String(ask('//item', 'unheard-of(.)')), /unheard-of/);
    assert.match(String(ask(`/${'a'.repeat(9000)}`)), /8000 are the limit/);
  });

  it('tells at most five hundred places, and counts all', () => {
    const many = `<r>${'<a/>'.repeat(700)}</r>`;
    const [answer] = evaluateXpath(parseXml(many), [{ context: '//a' }]);
    assert.deepEqual(answer?.kind === 'found' && [answer.places.length, answer.count], [500, 700]);
  });
});
