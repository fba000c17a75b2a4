import assert from 'node:assert/strict';
import { openDocument } from '../../server/src/document/openDocument.ts';
import { formatXml } from '../../server/src/formatting/formatXml.ts';
import { convertQrda3 } from '../../server/src/qrda3/convert.ts';
import { checkDocument, DEFAULT_CHECK_OPTIONS } from '../../server/src/rules/run.ts';
import { formatQppJson } from '../../server/src/submission/qppJson.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { parseXml } from '../../server/src/xml/parse.ts';
import { knowledge } from '../fixtures/knowledge.ts';
import { qrda3Samples } from './qrda3Samples.ts';

const LAYOUT = { tabSize: 2, insertSpaces: true };

/** What must stay the same, to the character. */
function withoutWhiteSpaceBetweenTags(text: string): string {
  return text.replace(/>\s+</g, '><');
}

/** What all rules say, and what the file is converted to. */
function reading(text: string): readonly unknown[] {
  const document = openDocument(text, knowledge.catalogs, { performanceYear: null });
  const findings = checkDocument(document, knowledge, DEFAULT_CHECK_OPTIONS)
    .map(({ rule, message }) => `${rule}: ${message}`)
    .sort();
  if (document.format !== 'qrda3') return findings;
  const catalog = knowledge.catalogs.year(document.performanceYear ?? 2025);
  return [...findings, formatQppJson(convertQrda3(document.nodes, catalog).json)];
}

describe('Formatting the samples', () => {
  const texts = qrda3Samples().flatMap(({ name, text }) => [
    { name, text },
    { name: `${name} in one line`, text: withoutWhiteSpaceBetweenTags(text) },
  ]);

  it('changes only white space between tags, and nothing when done again', () => {
    let longest = 0;
    for (const { name, text } of texts) {
      const document = parseXml(text);
      const start = performance.now();
      const edits = formatXml(document, LAYOUT);
      longest = Math.max(longest, performance.now() - start);
      const formatted = applyEdits(text, edits);
      assert.equal(withoutWhiteSpaceBetweenTags(formatted), withoutWhiteSpaceBetweenTags(text), name);
      assert.deepEqual(formatXml(parseXml(formatted), LAYOUT), [], name);
    }
    console.log(`      ${texts.length} texts, the longest took ${longest.toFixed(0)} ms`);
  });

  it('changes no finding and no conversion', () => {
    for (const { name, text } of texts) {
      const formatted = applyEdits(text, formatXml(parseXml(text), LAYOUT));
      assert.deepEqual(reading(formatted), reading(text), name);
    }
  });
});
