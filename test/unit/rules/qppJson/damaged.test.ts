import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { openDocument } from '../../../../server/src/document/openDocument.ts';
import { jsonHover } from '../../../../server/src/lsp/hover/jsonHover.ts';
import { jsonCompletion } from '../../../../server/src/lsp/jsonCompletion/jsonCompletion.ts';
import { knowledge } from '../../../fixtures/knowledge.ts';
import { findingsIn } from '../findings.ts';

const EXAMPLE = readFileSync(path.resolve(__dirname, '../../../../examples/2025/individual.json'), 'utf8');

/** The example with stretches cut out and strange pieces put in their place. */
const damaged = fc
  .array(
    fc.record({
      at: fc.nat(EXAMPLE.length),
      length: fc.nat(60),
      piece: fc.constantFrom(
        '',
        '{',
        '}',
        '[',
        ']',
        '"',
        ',',
        ':',
        'null',
        '1e999',
        '{}',
        '[]',
        '"x"',
        '\u0000',
        '//',
      ),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((cuts) =>
    cuts.reduce(
      (text, { at, length, piece }) => text.slice(0, at) + piece + text.slice(at + length),
      EXAMPLE,
    ),
  );

describe('A damaged QPP JSON file', () => {
  it('never makes a rule fail, and every finding lies inside it', () => {
    fc.assert(
      fc.property(damaged, (text) => {
        const lineCount = text.split('\n').length;
        for (const { rule, range, data } of findingsIn(text)) {
          assert.equal(data?.internal, undefined, rule);
          assert.ok(range.start.line >= 0 && range.end.line < lineCount, rule);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is told about in good time, however many strange keys and blanks it has', () => {
    const keys = Array.from({ length: 50_000 }, (_, at) => `"performanceMe${at}": ${at}`);
    const strange = EXAMPLE.replace('"performanceMet": 28', keys.join(','));
    assert.ok(findingsIn(strange).some(({ rule }) => rule === 'json-key-unknown'));
    const blank = EXAMPLE.replace('"quality"', `"quality${' '.repeat(500_000)}x`);
    assert.ok(findingsIn(blank).some(({ rule }) => rule === 'json-malformed'));
  });

  it('never makes completion or hover fail, wherever the cursor is', () => {
    const catalog = knowledge.catalogs.year(2025);
    assert.ok(catalog);
    fc.assert(
      fc.property(damaged, fc.nat(EXAMPLE.length), (text, offset) => {
        const document = openDocument(text, knowledge.catalogs, { performanceYear: null });
        if (document.format !== 'qpp-json') return;
        for (const { span } of jsonCompletion(document, Math.min(offset, text.length), catalog)) {
          assert.ok(span.start <= span.end && span.end <= text.length);
        }
        jsonHover(document, Math.min(offset, text.length), catalog);
      }),
      { numRuns: 300 },
    );
  });
});
