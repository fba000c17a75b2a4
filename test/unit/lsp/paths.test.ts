import assert from 'node:assert/strict';
import { openDocument } from '../../../server/src/document/openDocument.ts';
import { goToPath } from '../../../server/src/lsp/goToPath.ts';
import { documentPathAt } from '../../../server/src/lsp/pathAt.ts';
import { parseXml } from '../../../server/src/xml/parse.ts';
import { evaluateXpath } from '../../../server/src/xpath/evaluate.ts';
import type { AskXpath } from '../../../server/src/xpath/query.ts';
import { converterPath } from '../../fixtures/errorReports.ts';
import { knowledge } from '../../fixtures/knowledge.ts';
import { fileOf, RATE } from '../../fixtures/qppJson/submission.ts';
import { qrda3 } from '../../fixtures/qrda3/document.ts';

const open = (text: string) => openDocument(text, knowledge.catalogs, { performanceYear: null });
const xml = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165' }, { ecqm: 'CMS122' }] });
const json = fileOf('236', RATE);
const section = ['ClinicalDocument', 'component', 'structuredBody', 'component', 'section'];

/** The path at `$0`. */
function pathAt(marked: string): string | null {
  return documentPathAt(open(marked.replace('$0', '')), marked.indexOf('$0'));
}

const ask: AskXpath = async (text, queries) => evaluateXpath(parseXml(text), queries);

/** The text a path leads to, and what is said of it. */
async function goTo(path: string, text: string): Promise<[string | null, string | null]> {
  const document = open(text);
  const { range, message } = await goToPath(path, document, ask, new AbortController().signal);
  const { offsetAt } = document.lines;
  return [range && text.slice(offsetAt(range.start), offsetAt(range.end)), message];
}

describe('The path at the cursor', () => {
  it("is an XPath in CMS's form, with an index only among elements of one name", () => {
    assert.equal(
      pathAt(xml.replace('</organizer>', '$0</organizer>')),
      converterPath(...section, 'entry[2]', 'organizer'),
    );
  });

  it('ends in the attribute that the cursor is in', () => {
    const path = converterPath('ClinicalDocument', 'languageCode');
    assert.equal(pathAt(xml.replace('<languageCode code="e', '<languageCode code="e$0')), `${path}/@code`);
    const typed = xml.replace('<languageCode ', '<languageCode xsi:type="C$0D" ');
    const type =
      "@*[local-name() = 'type' and namespace-uri() = 'http://www.w3.org/2001/XMLSchema-instance']";
    assert.equal(pathAt(typed), `${path}/${type}`);
  });

  it("is a path of the submission API's form in QPP JSON", () => {
    assert.equal(pathAt(json.replace('"236"', '"2$036"')), 'measurementSets[0].measurements[0].measureId');
  });

  it('is none outside of everything', () => {
    assert.equal(pathAt(`${xml}$0`), null);
    assert.equal(pathAt(`$0${json}`), null);
  });

  it('leads back to where it was taken', async () => {
    const marked = xml.replace('<languageCode code="e', '<languageCode code="e$0');
    assert.deepEqual(await goTo(pathAt(marked) ?? '', xml), ['en', null]);
  });
});

describe('Going to a path', () => {
  it('takes XPaths of every form, JSON paths, and line and column', async () => {
    const paths = [
      converterPath('ClinicalDocument', 'languageCode'),
      '/cda:ClinicalDocument/cda:languageCode',
      '/ClinicalDocument/languageCode',
      'ClinicalDocument/languageCode',
      '//languageCode',
    ];
    for (const path of paths) assert.deepEqual(await goTo(path, xml), ['languageCode', null], path);
    const line = xml.slice(0, xml.indexOf('<languageCode')).split('\n').length;
    for (const path of [`line ${line}, column 4`, `${line}:4`, `${line}`])
      assert.deepEqual(await goTo(path, xml), ['languageCode', null], path);
    for (const path of [
      'measurementSets[0].measurements[0].measureId',
      '$.measurementSets[0].measurements[0].measureId',
    ])
      assert.deepEqual(await goTo(path, json), ['"236"', null], path);
    assert.deepEqual(await goTo('entityType', json), ['"individual"', null]);
  });

  it('tells how many places fit', async () => {
    assert.match((await goTo('//organizer', xml))[1] ?? '', /fits 2 places/);
    assert.match((await goTo(converterPath(...section, 'entry'), xml))[1] ?? '', /fits 3 elements/);
  });

  it('leads to the nearest element when nothing fits, and says so', async () => {
    const [name, message] = await goTo('/ClinicalDocument/component/gone', xml);
    assert.equal(name, 'component');
    assert.match(message ?? '', /Nothing is at the path/);
    assert.deepEqual(await goTo('//gone', xml), [null, 'Nothing in the file is at //gone.']);
  });

  it('says what is wrong with a path that is none', async () => {
    assert.match((await goTo('//*[', xml))[1] ?? '', /no XPath/);
    assert.match((await goTo('count(//*)', xml))[1] ?? '', /gives a number/);
    assert.match((await goTo('//*', json))[1] ?? '', /no path of this file/);
  });
});
