import assert from 'node:assert/strict';
import type { ReportedError } from '../../../server/src/errorReports/errorReport.ts';
import { readErrorReport } from '../../../server/src/errorReports/readReport.ts';
import { apiReport, converterPath, converterReport } from '../../fixtures/errorReports.ts';

/** What an error says beyond nulls. */
function facts(error: ReportedError | undefined): Partial<ReportedError> {
  const told = Object.entries(error ?? {}).filter(([, value]) => value !== null && value !== false);
  return Object.fromEntries(told);
}

function factsOf(text: string): Partial<ReportedError>[] {
  return readErrorReport(text).errors.map(facts);
}

describe("The answer of CMS's converter", () => {
  const path = converterPath('ClinicalDocument', 'component');

  it('gives code, message, path, line, column and file of each error', () => {
    const text = converterReport('a.xml', {
      errorCode: 6,
      message: 'CT - No such GUID.',
      path,
      line: 12,
      column: 73,
    });
    assert.equal(readErrorReport(text).form, 'converter-json');
    assert.deepEqual(factsOf(text), [
      { message: 'CT - No such GUID.', code: 6, path, line: 12, column: 73, file: 'a.xml' },
    ]);
  });

  it('gives no place for an error about the whole file', () => {
    const text = converterReport('a.xml', { errorCode: 2, message: 'CT - Not XML.' });
    assert.deepEqual(factsOf(text), [{ message: 'CT - Not XML.', code: 2, file: 'a.xml' }]);
  });

  it('is read behind a byte order mark', () => {
    assert.equal(factsOf(`\ufeff${converterReport('a.xml', { errorCode: 2, message: 'm' })}`).length, 1);
  });

  it('is read as far as it goes when it was cut off, and says so', () => {
    const text = converterReport(
      'a.xml',
      { errorCode: 6, message: 'first' },
      { errorCode: 7, message: 'second' },
    );
    const report = readErrorReport(text.slice(0, text.indexOf('second')));
    assert.equal(report.errors[0]?.message, 'first');
    assert.match(report.unread[0] ?? '', /damaged JSON/);
  });

  it('counts entries that are no errors', () => {
    const report = readErrorReport('{"errors":[{"details":[{"errorCode":6,"message":"m"},{"x":1},7]}]}');
    assert.equal(report.errors.length, 1);
    assert.match(report.unread[0] ?? '', /^2 of 3 entries/);
  });

  it('tells warnings from errors', () => {
    const text = '{"warnings":[{"details":[{"errorCode":107,"message":"m"}]}]}';
    assert.equal(readErrorReport(text).errors[0]?.isWarning, true);
  });
});

describe('The answer of the submission API', () => {
  it('gives type, message and JSON path', () => {
    const text = apiReport({
      type: 'InvalidValue',
      message: 'SV - wrong',
      path: '$.measurementSets[0].category',
    });
    assert.equal(readErrorReport(text).form, 'api-json');
    assert.deepEqual(factsOf(text), [
      { message: 'SV - wrong', type: 'InvalidValue', path: '$.measurementSets[0].category' },
    ]);
  });

  it('may have its path within a location', () => {
    const text = apiReport({ message: 'wrong', location: { path: 'measurementSets[0].measurements[24]' } });
    assert.deepEqual(factsOf(text), [
      { message: 'wrong', type: 'ValidationError', path: 'measurementSets[0].measurements[24]' },
    ]);
  });

  it('has the sentence of its envelope when its details have none', () => {
    const text =
      '{"error":{"type":"DuplicateEntryError","message":"There already","details":[{"submissionId":"1"}]}}';
    assert.deepEqual(factsOf(text), [{ message: 'There already', type: 'DuplicateEntryError' }]);
  });

  it('is found inside of what a log wraps around it', () => {
    const text = `{"response":{"status":422,"body":${apiReport({ message: 'wrong' })}}}`;
    assert.deepEqual(factsOf(text), [{ message: 'wrong', type: 'ValidationError' }]);
  });
});

describe('The CSV report of the QPP site', () => {
  it('ends a message with the line of the XML file, or with null', () => {
    const text = [
      'File No,Size,Timestamp,Status,Message',
      '"MIPS J...",6.2 KB,2022-11-01,Upload Failed,CT - No such GUID. - 3058',
      '"MIPS J...",6.2 KB,2022-11-01,Upload Failed,SV - The period is wrong - null',
    ].join('\r\n');
    assert.deepEqual(factsOf(text), [
      { message: 'CT - No such GUID.', line: 3058, file: 'MIPS J...' },
      { message: 'SV - The period is wrong', file: 'MIPS J...' },
    ]);
  });

  it('is read by its header whatever the order, with a byte order mark, semicolons and quotes', () => {
    const text =
      '\ufeffError Code;"Error Description";Line;Column;XPath;File Name\n6;"No ""GUID"";\nnone";4;7;/a/b;"x, y.xml"\n';
    assert.deepEqual(factsOf(text), [
      { message: 'No "GUID";\nnone', code: 6, line: 4, column: 7, path: '/a/b', file: 'x, y.xml' },
    ]);
  });

  it('may hold several messages in one cell', () => {
    const text = 'File,Message\na.xml,"CT - one - 5\nSV - two - null"';
    assert.deepEqual(
      factsOf(text).map(({ message, line }) => [message, line]),
      [
        ['CT - one', 5],
        ['SV - two', undefined],
      ],
    );
  });

  it('passes over files that were accepted and counts other rows without a message', () => {
    const report = readErrorReport(
      'File,Status,Message\na.xml,Success,\nb.xml,Failed,\nc.xml,Failed,CT - x - 1',
    );
    assert.equal(report.errors.length, 1);
    assert.deepEqual(report.unread, ['1 of 3 rows have no message.']);
  });

  it('is read to its end when a quote is never closed', () => {
    assert.equal(readErrorReport('File,Message\na.xml,"CT - one\nb.xml,CT - two').errors.length, 1);
  });
});

describe('A plain text with errors', () => {
  it('names a line and column', () => {
    assert.deepEqual(factsOf('line 1, column 162942'), [
      { message: 'line 1, column 162942', line: 1, column: 162942 },
    ]);
  });

  it("names a file, a line and a parser's complaint", () => {
    const [error] = factsOf('group.xml:12:5: parser error : mismatch');
    assert.deepEqual([error?.file, error?.line, error?.column], ['group.xml', 12, 5]);
  });

  it('has the place of an error on lines of its own', () => {
    const path = converterPath('ClinicalDocument', 'component[2]');
    const text = `CT - No such GUID.\n  at ${path}\n  line 12, column 5\n\nSV - Another one - null`;
    assert.deepEqual(factsOf(text), [
      { message: 'CT - No such GUID.', path, line: 12, column: 5 },
      { message: 'SV - Another one' },
    ]);
  });

  it('goes on with an error on the next line', () => {
    assert.deepEqual(factsOf('Error on line 12 column 5:\n  not closed'), [
      { message: 'Error on line 12 column 5: not closed', line: 12, column: 5 },
    ]);
  });

  it('names a JSON path in a sentence', () => {
    const [error] = factsOf("field 'value' in Submission.measurementSets[0].measurements[24] is invalid");
    assert.equal(error?.path, 'Submission.measurementSets[0].measurements[24]');
  });

  it('counts the lines that say nothing', () => {
    assert.deepEqual(readErrorReport('hello\nworld').unread, ['2 lines name no error.']);
  });
});

describe("A Schematron's report", () => {
  it('gives the sentence and the XPath of what failed', () => {
    const text = `<svrl:schematron-output xmlns:svrl="http://purl.oclc.org/dsdl/svrl">
      <svrl:failed-assert id="a-1-warning" location="/*:a[namespace-uri()='urn:hl7-org:v3'][1]"><svrl:text>
        It shall be
        there.</svrl:text></svrl:failed-assert></svrl:schematron-output>`;
    const report = readErrorReport(text);
    assert.equal(report.form, 'schematron');
    const [error] = report.errors;
    assert.deepEqual(
      [error?.message, error?.path, error?.isWarning],
      ['It shall be there.', "/*:a[namespace-uri()='urn:hl7-org:v3'][1]", true],
    );
  });
});

describe('Whatever else is given for a report', () => {
  it('gives no error and says so', () => {
    for (const text of ['', '{}', '[]', '{', '"', '\u0000', 'null', '<a/>', '{"errors":7}', '[[[[1]]]]']) {
      const report = readErrorReport(text);
      assert.deepEqual([report.errors.length, report.unread.length > 0], [0, true], JSON.stringify(text));
    }
  });

  it('is cut at five thousand errors, and says how many there are', () => {
    const details = Array.from({ length: 6000 }, (_, at) => ({ message: `m${at}` }));
    const report = readErrorReport(apiReport(...details));
    assert.equal(report.errors.length, 5000);
    assert.match(report.unread[0] ?? '', /6000 errors/);
  });

  it('does not run out of stack however deep it is nested', () => {
    assert.equal(readErrorReport('['.repeat(200_000)).errors.length, 0);
  });

  it('is read however long its lines are', () => {
    for (const part of ['/a', '/a[', 'line ', ',', '"', 'measurementSets[0].', '<svrl:failed-assert>']) {
      assert.ok(readErrorReport(part.repeat(500_000)).errors.length <= 5000, part);
    }
  });
});
