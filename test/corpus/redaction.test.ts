import assert from 'node:assert/strict';
import type { QppDocument } from '../../server/src/document/document.ts';
import { openDocument } from '../../server/src/document/openDocument.ts';
import { type Redaction, redact } from '../../server/src/redaction/redact.ts';
import { checkDocument, DEFAULT_CHECK_OPTIONS } from '../../server/src/rules/run.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { seededRandom } from '../fixtures/damage.ts';
import { knowledge } from '../fixtures/knowledge.ts';
import { listShared, readShared } from './shared.ts';

const SAMPLES: readonly (readonly string[])[] = [
  ...listShared('samples', 'qrda3', 'files').map((name) => ['qrda3', 'files', name]),
  ...listShared('samples', 'qrda3', 'mutants')
    .filter((name) => name.endsWith('.xml'))
    .map((name) => ['qrda3', 'mutants', name]),
  ...listShared('samples', 'qpp-json')
    .filter((name) => name !== 'manifest.json')
    .map((name) => ['qpp-json', name]),
];

function open(text: string): QppDocument {
  return openDocument(text, knowledge.catalogs, { performanceYear: null });
}

function redactOne(document: QppDocument): { readonly copy: string; readonly originals: readonly string[] } {
  const [{ edits } = { edits: [] }]: readonly Partial<Redaction>[] = redact([document]);
  const originals = (edits ?? []).map(({ span }) => document.text.slice(span.start, span.end));
  return { copy: applyEdits(document.text, edits ?? []), originals: [...new Set(originals)] };
}

/** Values of four characters and more stand nowhere as a word of their own; ids of eight not even within one. */
function assertNoneLeft(originals: readonly string[], copy: string, name: string): void {
  for (const original of originals.filter(({ length }) => length >= 4)) {
    if (/^\d{8,}$/.test(original)) assert.ok(!copy.includes(original), `${name} still has ${original}`);
    const quoted = original.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
    const pattern = new RegExp(`(?<![\\p{L}\\d])${quoted}(?![\\p{L}\\d])`, 'u');
    assert.doesNotMatch(copy, pattern, `${name} still has ${original}`);
  }
}

/** Rule, severity and line: the messages name the values. */
function findingsOf(document: QppDocument): string[] {
  return checkDocument(document, knowledge, DEFAULT_CHECK_OPTIONS)
    .map(({ rule, severity, range }) => `${rule} ${severity} ${range.start.line}`)
    .sort();
}

describe('Redacted copies of the samples', () => {
  it('hold no original value and have the findings of the original', () => {
    let values = 0;
    for (const path of SAMPLES) {
      const name = path.join('/');
      const document = open(readShared('samples', ...path));
      const { copy, originals } = redactOne(document);
      values += originals.length;
      assertNoneLeft(originals, copy, name);
      assert.deepEqual(findingsOf(open(copy)), findingsOf(document), name);
    }
    console.log(`      ${SAMPLES.length} files, ${values} values replaced`);
  });

  it('hold no id of the whole file when the file is cut off anywhere', () => {
    const random = seededRandom(7);
    for (const path of SAMPLES) {
      const text = readShared('samples', ...path);
      const ids = redactOne(open(text)).originals.filter((value) => /^\d{9,10}$/.test(value));
      for (let cut = 0; cut < 4; cut++) {
        const part = text.slice(0, Math.floor(random() * text.length));
        assertNoneLeft(ids, redactOne(open(part)).copy, `${path.join('/')} cut at ${part.length}`);
      }
    }
  });
});
