import assert from 'node:assert/strict';
import { tokensOf } from '../../../host/grammars.ts';

/** The stretches that our grammars name, with the last part of the name before "qpp-lens". */
async function named(scopeName: string, text: string): Promise<readonly (readonly [string, string])[]> {
  const tokens = await tokensOf(scopeName, text);
  return tokens.flatMap((token) => {
    const [, name] = /\.(\w+)\.qpp-lens$/.exec(token.scopes.at(-1) ?? '') ?? [];
    return name === undefined ? [] : [[token.text, name] as const];
  });
}

describe('the colours of a file', () => {
  it('tell templates, OIDs, GUIDs, measures and populations of QRDA III apart', async () => {
    const text = `<a>
<templateId root="2.16.840.1.113883.10.20.27.3.17" extension='2022-05-01'/>
<id root="2.16.840.1.113883.4.738" extension="2C928083-8907-ce68-0189-2bbd31d6064e"/>
<id root='2.16.840.1.113883.3.7031' extension='PI_EP_1'/>
<value xsi:type="CD" code="NUMER" codeSystem="2.16.840.1.113883.5.4"/>
</a>`;
    assert.deepEqual(await named('text.xml', text), [
      ['2.16.840.1.113883.10.20.27.3.17', 'template'],
      ['2.16.840.1.113883.4.738', 'oid'],
      ['2C928083-8907-ce68-0189-2bbd31d6064e', 'guid'],
      ['2.16.840.1.113883.3.7031', 'oid'],
      ['PI_EP_1', 'measure'],
      ['NUMER', 'population'],
      ['2.16.840.1.113883.5.4', 'oid'],
    ]);
  });

  it('show conformance numbers in comments', async () => {
    const text = '<!-- see CMS_112, (CONF:4484-17226) and CONF: CMS_70\nnot CMS_X --><a>CMS_112</a>';
    assert.deepEqual(await named('text.xml', text), [
      ['CMS_112', 'conformance'],
      ['CONF:4484-17226', 'conformance'],
      ['CONF: CMS_70', 'conformance'],
    ]);
  });

  it('leave other XML alone', async () => {
    const text = `<project id="2c928083-8907-ce68-0189-2bbd31d6064e" version="2.16.840" code="NUMBER">PI_EP_1</project>`;
    assert.deepEqual(await named('text.xml', text), []);
  });

  it('show the measure ids of QPP JSON, and nothing else of JSON', async () => {
    const text = '{ "measureId": "236", "measureId":"IA_AHE_1", "id": "236", "236": 236 }';
    for (const scopeName of ['source.json', 'source.json.comments'])
      assert.deepEqual(await named(scopeName, text), [
        ['236', 'measure'],
        ['IA_AHE_1', 'measure'],
      ]);
  });
});
