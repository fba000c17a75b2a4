import assert from 'node:assert/strict';
import { createCatalogs } from '../../server/src/catalog/createCatalogs.ts';
import { schemasReader } from '../../server/src/catalog/schemasReader.ts';
import { openDocument } from '../../server/src/document/openDocument.ts';
import { buildNodes } from '../../server/src/qrda3/decode/nodes.ts';
import { ACCEPTED_DOCUMENT_VERSION } from '../../server/src/qrda3/templates.ts';
import { converterPosition } from '../../server/src/rules/converter/position.ts';
import { runConverterChecks } from '../../server/src/rules/converter/run.ts';
import { checkDocument, DEFAULT_CHECK_OPTIONS } from '../../server/src/rules/run.ts';
import { createLineIndex } from '../../server/src/text/lineIndex.ts';
import { parseXml } from '../../server/src/xml/parse.ts';
import { attribute } from '../../server/src/xml/tree.ts';
import { knowledge } from '../fixtures/knowledge.ts';
import { type ConverterError, qrda3Samples } from './qrda3Samples.ts';

const CONVERTER_YEAR = 2025;

const catalogs = createCatalogs(schemasReader('schemas'));

/** Codes with the place the converter gives them, sorted: it lists some of them in no fixed order. */
function errorsOf(text: string, dataYear: number): string[] {
  const xml = parseXml(text);
  const lines = createLineIndex(text);
  return runConverterChecks(xml, buildNodes(xml), catalogs.year(dataYear))
    .filter(({ isReported }) => isReported)
    .map(({ code, node }) => {
      const place = node === null ? null : converterPosition(node, lines);
      return describeError({ code, line: place?.converterLine ?? null, path: place?.converterPath ?? '' });
    })
    .sort();
}

function describeError({ code, line, path }: Omit<ConverterError, 'message'>): string {
  return line === null ? `${code}` : `${code} at line ${line}: ${path}`;
}

/** The same text with the document template the converter takes. */
function withAcceptedTemplate(text: string): string {
  const templateId = buildNodes(parseXml(text))?.root.templateId;
  if (templateId == null) return text;
  const extension = attribute(templateId, 'extension');
  return extension === undefined
    ? `${text.slice(0, templateId.nameEnd)} extension="${ACCEPTED_DOCUMENT_VERSION}"${text.slice(templateId.nameEnd)}`
    : text.slice(0, extension.valueStart) + ACCEPTED_DOCUMENT_VERSION + text.slice(extension.valueEnd);
}

describe("the errors of CMS's converter", () => {
  const samples = qrda3Samples();

  it('are ours, with line and path, for every sample and mutant by 2025 rules', () => {
    const judged = samples.filter(({ converter }) => converter !== null);
    for (const { name, text, converter } of judged) {
      assert.deepEqual(errorsOf(text, CONVERTER_YEAR), converter?.errors.map(describeError).sort(), name);
    }
    console.log(`      codes by 2025 rules: equal ${judged.length} of ${judged.length} files`);
  });

  it("are ours for every sample with its own year's measure data", () => {
    const judged = samples.filter(({ converterOfOwnYear }) => converterOfOwnYear !== null);
    for (const { name, text, dataYear, converterOfOwnYear } of judged) {
      const expected = converterOfOwnYear?.errors.map(describeError).sort();
      assert.deepEqual(errorsOf(withAcceptedTemplate(text), dataYear), expected, name);
    }
    console.log(`      codes by own data: equal ${judged.length} of ${judged.length} files`);
  });

  /** The converter codes of raw mode, judged by one year. */
  function rawCodes(text: string, performanceYear: number): number[] {
    const document = openDocument(text, knowledge.catalogs, { performanceYear, syntaxHint: 'xml' });
    const options = { ...DEFAULT_CHECK_OPTIONS, raw: true, performanceYear };
    return checkDocument(document, knowledge, options)
      .flatMap(({ converterCode }) => converterCode ?? [])
      .sort();
  }

  it('are the codes of raw mode, each as often as the converter gives it', () => {
    const judged = samples.filter(({ converter }) => converter !== null);
    for (const { name, text, converter } of judged) {
      const expected = converter?.errors.map(({ code }) => code).sort();
      assert.deepEqual(rawCodes(text, CONVERTER_YEAR), expected, name);
    }
    const ofOwnYear = samples.filter(({ converterOfOwnYear }) => converterOfOwnYear !== null);
    for (const { name, text, dataYear, converterOfOwnYear } of ofOwnYear) {
      const expected = converterOfOwnYear?.errors.map(({ code }) => code).sort();
      assert.deepEqual(rawCodes(withAcceptedTemplate(text), dataYear), expected, `${name} by its own year`);
    }
    console.log(
      `      codes in raw mode: equal ${judged.length + ofOwnYear.length} of ${judged.length + ofOwnYear.length}`,
    );
  });
});
