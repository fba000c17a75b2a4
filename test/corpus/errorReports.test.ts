import assert from 'node:assert/strict';
import type { Qrda3Document } from '../../server/src/document/document.ts';
import { openDocument } from '../../server/src/document/openDocument.ts';
import { PLAIN_ERROR } from '../../server/src/errorReports/errorReport.ts';
import { importReport } from '../../server/src/errorReports/importReport.ts';
import { placeOfError } from '../../server/src/errorReports/locate.ts';
import type { Place } from '../../server/src/errorReports/place.ts';
import { readErrorReport } from '../../server/src/errorReports/readReport.ts';
import { localNamePath } from '../../server/src/xml/localNamePath.ts';
import type { XmlElement } from '../../server/src/xml/tree.ts';
import { evaluateXpath } from '../../server/src/xpath/evaluate.ts';
import { knowledge } from '../fixtures/knowledge.ts';
import { type ConverterError, qrda3Samples } from './qrda3Samples.ts';
import { listShared, readShared } from './shared.ts';

interface Case {
  readonly name: string;
  readonly document: Qrda3Document;
  readonly errors: readonly ConverterError[];
}

/** Every sample with the errors that CMS's converter placed in it. */
function* cases(): Iterable<Case> {
  for (const { name, text, converter, converterOfOwnYear } of qrda3Samples()) {
    const all = [...(converter?.errors ?? []), ...(converterOfOwnYear?.errors ?? [])];
    const errors = all.filter(({ path }) => path !== '');
    const document = openDocument(text, knowledge.catalogs, { performanceYear: null });
    if (errors.length > 0 && document.format === 'qrda3') yield { name, document, errors };
  }
}

/** The element that a place is; the corpus has no error at anything else. */
function pathOf(place: Place | null): string {
  assert.ok(place && 'children' in place.extent);
  return localNamePath(place.extent as XmlElement);
}

describe("Every error that CMS's converter placed", () => {
  let count = 0;

  it('is at its element by its XPath, as the XPath library finds it too', () => {
    for (const { name, document, errors } of cases()) {
      const answers = evaluateXpath(
        document.xml,
        errors.map(({ path }) => ({ context: path })),
      );
      for (const [at, { path }] of errors.entries()) {
        const place = placeOfError({ ...PLAIN_ERROR, path }, document, new Map());
        assert.equal(place?.precision, 'exact', name);
        assert.equal(pathOf(place), path, name);
        assert.deepEqual(answers[at], { kind: 'found', places: [place?.span], count: 1 }, name);
        count++;
      }
    }
    assert.ok(count > 0);
    console.log(`      ${count} errors placed`);
  });

  it('is at the same element by its line alone', () => {
    for (const { name, document, errors } of cases()) {
      for (const { path, line } of errors) {
        assert.equal(pathOf(placeOfError({ ...PLAIN_ERROR, line }, document, new Map())), path, name);
      }
    }
  });

  it('has a meaning', () => {
    for (const { name, errors } of cases()) {
      for (const { code, message } of errors) {
        const known = knowledge.explainMessage({ ...PLAIN_ERROR, code, message });
        assert.deepEqual([known?.id, known?.caution], [`CT-${code}`, null], name);
      }
    }
  });
});

describe('The error reports of the samples', () => {
  const names = listShared('samples', 'qpp-json').filter((name) => /\.response\.json$|\.csv$/.test(name));

  it('are read without rest, and every error is laid upon the file', () => {
    assert.ok(names.length > 0);
    const text = readShared('samples', 'qpp-json', 'ct-response.json');
    const document = openDocument(text, knowledge.catalogs, { performanceYear: null });
    for (const name of names) {
      const report = readErrorReport(readShared('samples', 'qpp-json', name));
      assert.deepEqual(report.unread, [], name);
      assert.ok(report.errors.length > 0, name);
      const target = { document, fileName: null, findings: [] };
      for (const { explanation } of importReport(report, target, new Map(), knowledge.explainMessage)
        .errors) {
        assert.ok(explanation, name);
      }
    }
  });

  it("place the submission API's errors at their values", () => {
    const report = readErrorReport(readShared('samples', 'qpp-json', 'gg-9XBxkRiAQ6k.response.json'));
    const text = readShared('samples', 'qpp-json', 'ct-response.json');
    const document = openDocument(text, knowledge.catalogs, { performanceYear: null });
    const placed = report.errors.map((error) => placeOfError(error, document, new Map()));
    assert.deepEqual(
      placed.map((place) => place?.precision),
      ['exact', 'exact', 'exact', 'exact'],
    );
    assert.equal(text.slice(placed[1]?.span.start, placed[1]?.span.end), 'true');
  });
});
