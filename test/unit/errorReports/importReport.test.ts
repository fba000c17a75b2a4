import assert from 'node:assert/strict';
import { openDocument } from '../../../server/src/document/openDocument.ts';
import { type ImportedError, importReport } from '../../../server/src/errorReports/importReport.ts';
import { pathsToAsk } from '../../../server/src/errorReports/locate.ts';
import { readErrorReport } from '../../../server/src/errorReports/readReport.ts';
import { checkDocument, DEFAULT_CHECK_OPTIONS } from '../../../server/src/rules/run.ts';
import { evaluateXpath } from '../../../server/src/xpath/evaluate.ts';
import { apiReport, converterPath, converterReport } from '../../fixtures/errorReports.ts';
import { knowledge } from '../../fixtures/knowledge.ts';
import { file, fileOf, measurement, RATE, registrySet } from '../../fixtures/qppJson/submission.ts';
import { qrda3 } from '../../fixtures/qrda3/document.ts';
import { ecqm } from '../../fixtures/qrda3/sections.ts';

interface Imported extends ImportedError {
  /** The text that is marked. */
  readonly marked: string;
  /** The marked line, from its start. */
  readonly line: string;
}

function imported(report: string, text: string, fileName: string | null = null): Imported[] {
  const { errors } = readErrorReport(report);
  const document = openDocument(text, knowledge.catalogs, { performanceYear: null });
  const findings = checkDocument(document, knowledge, DEFAULT_CHECK_OPTIONS);
  const asked = pathsToAsk(errors, document);
  const xml = document.format === 'qpp-json' ? null : document.xml;
  const answers = xml
    ? evaluateXpath(
        xml,
        asked.map((context) => ({ context })),
      )
    : [];
  const answered = new Map(asked.flatMap((path, at) => (answers[at] ? [[path, answers[at]] as const] : [])));
  const target = { document, findings, fileName };
  const result = importReport(readErrorReport(report), target, answered, knowledge.explainMessage);
  return result.errors.map((error) => {
    const { start, end } = error.range;
    const marked = text.slice(document.lines.offsetAt(start), document.lines.offsetAt(end));
    return { ...error, marked, line: text.split('\n')[start.line]?.trim() ?? '' };
  });
}

/** The one error of a report. */
function one(report: string, text: string): Imported {
  const [error, ...more] = imported(report, text);
  assert.ok(error && more.length === 0);
  return error;
}

/** Line and column, counted from 1, just behind the first place where a text stands. */
function behind(text: string, what: string): { readonly line: number; readonly column: number } {
  const before = text.slice(0, text.indexOf(what) + what.length).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

const text = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165' }, { ecqm: 'CMS122' }] });
const section = ['ClinicalDocument', 'component', 'structuredBody', 'component', 'section'];
const xpathReport = (path: string) => apiReport({ message: 'wrong', path });

describe('An error with an XPath', () => {
  it("of CMS's converter is at its element", () => {
    const { line, precision, marked } = one(
      xpathReport(converterPath(...section, 'entry[2]', 'organizer')),
      text,
    );
    assert.equal(precision, 'exact');
    assert.match(line, /^<organizer/);
    assert.equal(marked, 'organizer');
  });

  it('of an attribute is at its value', () => {
    const path = `${converterPath('ClinicalDocument', 'languageCode')}/@code`;
    assert.equal(one(xpathReport(path), text).marked, 'en');
  });

  it('is followed in every way it is written', () => {
    const paths = [
      '/ClinicalDocument/languageCode',
      '/cda:ClinicalDocument/cda:languageCode',
      '/Q{urn:hl7-org:v3}ClinicalDocument[1]/Q{urn:hl7-org:v3}languageCode[1]',
      "/*:ClinicalDocument[namespace-uri()='urn:hl7-org:v3'][1]/*:languageCode[namespace-uri()='urn:hl7-org:v3'][1]",
      "/*[local-name()='ClinicalDocument']/*[local-name()='languageCode'][1]",
      '//cda:languageCode[@code]',
      '/descendant::languageCode',
      "//*[local-name() = 'languageCode' and namespace-uri() = 'urn:hl7-org:v3']",
    ];
    for (const path of paths) {
      const { marked, precision } = one(xpathReport(path), text);
      assert.deepEqual([marked, precision], ['languageCode', 'exact'], path);
    }
  });

  it('whose place is gone is at the nearest element that is left, and says so', () => {
    const error = one(xpathReport(converterPath(...section, 'entry[9]', 'organizer')), text);
    assert.equal(error.precision, 'ancestor');
    assert.equal(error.marked, 'section');
    assert.match(error.notes.join(), /Nothing is at the path .*<section>/);
  });

  it('whose place is gone is at its line and column when those are there', () => {
    const place = behind(text, '<languageCode code="en"/>');
    const path = converterPath('ClinicalDocument', 'goneAway');
    const error = one(converterReport('a.xml', { errorCode: 999, message: 'm', path, ...place }), text);
    assert.deepEqual([error.marked, error.precision], ['languageCode', 'exact']);
  });

  it('that fits several elements is at the first and says how many', () => {
    const error = one(xpathReport(converterPath(...section, 'entry', 'organizer')), text);
    assert.match(error.notes.join(), /fits 2 elements/);
  });

  it('that is no XPath at all is at the root, without a throw', () => {
    const error = one(xpathReport('/*[[['), text);
    assert.deepEqual([error.marked, error.precision], ['ClinicalDocument', 'file']);
  });

  it('is found in a file that is damaged behind it', () => {
    const damaged = text.slice(0, text.indexOf('</organizer>'));
    const { line } = one(xpathReport(converterPath(...section, 'entry', 'organizer')), damaged);
    assert.match(line, /^<organizer/);
  });
});

describe('An error with line and column', () => {
  const at = (what: string) =>
    converterReport('a.xml', { errorCode: 999, message: 'm', ...behind(text, what) });

  it('behind a templateId is at the element that has the template', () => {
    const { marked } = one(
      at('<templateId root="2.16.840.1.113883.10.20.27.3.16" extension="2019-05-01"/>'),
      text,
    );
    assert.equal(marked, 'observation');
  });

  it('in a file of one line is at the same element', () => {
    const oneLine = text.replace(/\n\s*/g, '');
    const { column } = behind(oneLine, '<languageCode code="en"/>');
    assert.equal(one(`line 1, column ${column}`, oneLine).marked, 'languageCode');
  });

  it('in an attribute is at its value', () => {
    const { line, column } = behind(text, '<languageCode code="e');
    assert.equal(one(`line ${line}, column ${column}`, text).marked, 'en');
  });

  it('without a column is at the element that begins on the line', () => {
    const { line } = behind(text, '<languageCode');
    assert.equal(one(`CT - something - ${line}`, text).marked, 'languageCode');
  });

  it('behind the end of the file says how many lines there are', () => {
    const error = one('line 99999, column 3', text);
    assert.equal(error.precision, 'ancestor');
    assert.match(error.notes.join(), /the file has \d+ lines/);
  });

  it('in a QPP JSON file is at the value', () => {
    const json = fileOf('236', RATE);
    const { line, column } = behind(json, '"236');
    assert.equal(one(`line ${line}, column ${column}`, json).marked, '"236"');
  });
});

describe('An error with a JSON path', () => {
  const json = file([registrySet([measurement('236', RATE), measurement('001', RATE)])]);
  const markedAt = (path: string) => one(apiReport({ message: 'wrong', path }), json);

  it('is at the value', () => {
    for (const path of [
      '$.measurementSets[0].measurements[1].measureId',
      'measurementSets[0].measurements[1].measureId',
    ])
      assert.equal(markedAt(path).marked, '"001"', path);
  });

  it('of an object is at its key, of a list item at its bracket', () => {
    assert.equal(markedAt('$.measurementSets[0].measurements[1].value').marked, '"value"');
    assert.equal(markedAt('$.measurementSets[0].measurements[1]').marked, '{');
  });

  it('of a missing key is at the object that should have it, and says so', () => {
    const error = markedAt('$.measurementSets[0].measurements[1].value.gone');
    assert.deepEqual([error.marked, error.precision], ['"value"', 'ancestor']);
    assert.match(error.notes.join(), /has no measurementSets\[0\]\.measurements\[1\]\.value\.gone/);
  });

  it("is read as meant: CMS's own fixtures misspell a key and leave an index out", () => {
    assert.equal(markedAt('measurementsSets[0].measurements[0].measureId').marked, '"236"');
    const single = fileOf('236', RATE);
    const path = 'measurementSets[0].measurements.measureId';
    assert.equal(one(apiReport({ message: 'wrong', path }), single).marked, '"236"');
  });

  it('counts from the submission in the body of an API call', () => {
    const wrapped = `{"data":{"submission":${json}}}`;
    const path = '$.measurementSets[0].measurements[1].measureId';
    assert.equal(one(apiReport({ message: 'wrong', path }), wrapped).marked, '"001"');
  });

  it('in a QRDA III file is at what the JSON was made of', () => {
    const path = '$.measurementSets[0].measurements[1].measureId';
    const error = one(apiReport({ message: 'wrong', path }), text);
    assert.equal(error.marked, ecqm('CMS122', 2025).eMeasureGuid);
    assert.match(error.notes.join(), /in the QPP JSON made of this file/);
  });
});

describe('An error that QPP Lens finds too', () => {
  const stale = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165', guidsOf: 2024 }] });
  const path = converterPath(...section, 'entry', 'organizer');

  it('is at the value, and has the finding with its fix', () => {
    const error = one(
      converterReport('a.xml', { errorCode: 6, message: 'CT - The measure GUID is bad', path }),
      stale,
    );
    assert.equal(error.marked, ecqm('CMS165', 2024).eMeasureGuid);
    assert.deepEqual(
      error.findings.map(({ rule }) => rule),
      ['measure-guid-unknown'],
    );
    assert.ok(error.findings[0]?.fixes?.length);
  });

  it('has no finding of another element or another code', () => {
    const other = converterPath('ClinicalDocument', 'languageCode');
    const message = 'CT - The measure GUID is bad';
    assert.deepEqual(
      one(converterReport('a.xml', { errorCode: 6, message, path: other }), stale).findings,
      [],
    );
    assert.deepEqual(
      one(converterReport('a.xml', { errorCode: 71, message: 'CT - m', path }), stale).findings,
      [],
    );
  });

  it('is found by its rule where the report names no place', () => {
    const json = fileOf('236', RATE, { performanceEnd: '2024-12-31' });
    const [error] = imported('Message,Line\nSV - performanceEnd must match the year - null,', json);
    assert.equal(error?.marked, '2024-12-31');
    assert.match(error?.notes.join() ?? '', /names no place.*finds the same fault/);
  });
});

describe('A report of several files', () => {
  const report = 'File,Message\ngroup.xml,CT - one\nother.xml,CT - two\n"gro...",CT - three';

  it('gives the errors of this file, names cut off too', () => {
    const messages = imported(report, text, '/folder/group.xml').map(({ error }) => error.message);
    assert.deepEqual(messages, ['CT - one', 'CT - three']);
  });

  it('is taken whole when it names this file nowhere', () => {
    assert.equal(imported(report, text, 'renamed.xml').length, 3);
  });
});
