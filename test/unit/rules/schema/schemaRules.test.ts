import assert from 'node:assert/strict';
import { parseXml } from '../../../../server/src/xml/parse.ts';
import { knowledge } from '../../../fixtures/knowledge.ts';
import { cleanFile, found, problemOf } from '../guide/guideFile.ts';
import { replaced } from '../oneRule.ts';

/** The kinds of the faults of a text. */
function faults(text: string): string[] {
  return knowledge.cdaSchema.faults(parseXml(text)).map(({ kind }) => kind);
}

describe('the CDA schema', () => {
  it('has nothing against a right file', () => {
    assert.deepEqual(faults(cleanFile()), []);
  });

  it('tells an element in the wrong order once, at the element to move', () => {
    const language = '  <languageCode code="en"/>\n';
    const text = replaced(
      replaced(cleanFile(), language, ''),
      '  <confidentialityCode',
      `${language}  <confidentialityCode`,
    );
    assert.deepEqual(found(text), [['schema-misplaced-element', 'languageCode']]);
    assert.match(
      problemOf('schema-misplaced-element', text).message,
      /must come after <confidentialityCode>/,
    );
  });

  it('tells an unknown element', () => {
    const text = replaced(cleanFile(), '  <languageCode', '  <language code="en"/>\n  <languageCode');
    assert.deepEqual(found(text), [['schema-unknown-element', 'language']]);
  });

  it('tells an unknown attribute', () => {
    const text = replaced(cleanFile(), '<languageCode code="en"', '<languageCode code="en" lang="en"');
    assert.deepEqual(found(text), [['schema-unknown-attribute', 'lang']]);
  });

  it('tells a missing element at the start tag of its parent, and goes on behind it', () => {
    const text = replaced(cleanFile(), '<title>', '<label>').replace('</title>', '</label>');
    assert.deepEqual(faults(text), ['unknown-element']);
  });

  it('tells a time that is not made of digits', () => {
    const text = cleanFile().replace(/<low value="\d+"/, '<low value="2025-01-01"');
    assert.ok(faults(text).includes('attribute-value'));
  });

  it('tells an empty extension', () => {
    assert.ok(
      faults(cleanFile().replace(/extension="MIPS_GROUP"/, 'extension=""')).includes('attribute-value'),
    );
  });

  it('tells a value without a data type, and with an unknown one', () => {
    const count = '<value xsi:type="INT"';
    assert.deepEqual(faults(replaced(cleanFile(), count, '<value')), ['data-type']);
    assert.deepEqual(faults(replaced(cleanFile(), count, '<value xsi:type="INTEGER"')), ['data-type']);
  });

  it('resolves the prefix of a data type', () => {
    const text = replaced(
      cleanFile(),
      'xmlns="urn:hl7-org:v3"',
      'xmlns="urn:hl7-org:v3" xmlns:v3="urn:hl7-org:v3"',
    );
    assert.deepEqual(faults(replaced(text, 'xsi:type="INT"', 'xsi:type="v3:INT"')), []);
    assert.deepEqual(faults(replaced(text, 'xsi:type="INT"', 'xsi:type="xsi:INT"')), ['data-type']);
  });

  it('tells text between elements, not in comments', () => {
    const text = cleanFile();
    assert.deepEqual(faults(replaced(text, '<structuredBody>', '<structuredBody>left over')), ['text']);
    assert.deepEqual(faults(replaced(text, '<structuredBody>', '<structuredBody><!-- noted -->')), []);
  });

  it('takes the SDTC extensions where they belong', () => {
    const namespaced = replaced(cleanFile(), ' xmlns:xsi', ' xmlns:sdtc="urn:hl7-org:sdtc" xmlns:xsi');
    const status = '<sdtc:statusCode code="active"/>';
    assert.deepEqual(faults(namespaced.replace('</title>', `</title>${status}`)), []);
    assert.deepEqual(faults(namespaced.replace('<realmCode', `${status}<realmCode`)), ['misplaced-element']);
  });

  it('looks no further in a document of another namespace', () => {
    assert.deepEqual(faults(replaced(cleanFile(), 'urn:hl7-org:v3', 'urn:hl7-org:v2')), ['root-element']);
  });

  it('takes any depth of nesting and any size without failing', () => {
    assert.deepEqual(faults(`<a>${'<b>'.repeat(5000)}`), ['root-element']);
  });
});
