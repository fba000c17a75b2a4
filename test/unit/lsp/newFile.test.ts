import assert from 'node:assert/strict';
import { performanceYears } from '../../../server/src/catalog/performanceYears.ts';
import { newFileProposals } from '../../../server/src/lsp/newFile/newFile.ts';
import { CURSOR, cursorIn } from '../../fixtures/cursor.ts';
import { knowledge } from '../../fixtures/knowledge.ts';
import { filled } from '../../fixtures/snippet.ts';
import { findingsIn } from '../rules/findings.ts';

function proposalsAt(marked: string, languageId = 'xml') {
  const { text, offset } = cursorIn(marked);
  return newFileProposals(text, offset, languageId, knowledge).proposals;
}

describe('Completion in a new file', () => {
  it('writes a whole document of every year, valid as it stands', () => {
    const proposals = proposalsAt(CURSOR);
    assert.equal(proposals.length, 2 * performanceYears.length);
    for (const { label, snippet } of proposals) {
      const errors = findingsIn(filled(snippet), { profile: 'guide' }).filter(
        ({ severity }) => severity === 'error',
      );
      assert.deepEqual(errors, [], label);
    }
  });

  it('offers the newest year first', () => {
    assert.match(proposalsAt(CURSOR)[0]?.label ?? '', /2026 · MIPS_GROUP/);
  });

  it('keeps a declaration that stands there, and replaces what has been typed', () => {
    const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
    for (const typed of ['', '<', '<Clin', 'QRDA III']) {
      const [first] = proposalsAt(`${declaration}\n${typed}${CURSOR}`);
      assert.equal(first && first.span.end - first.span.start, typed.length, typed);
      assert.ok(first?.snippet.startsWith('<ClinicalDocument'), typed);
    }
  });

  it('writes a whole QPP JSON submission of every year, valid as it stands', () => {
    for (const marked of [CURSOR, `{${CURSOR}}`, `{\n  ${CURSOR}\n}`]) {
      const proposals = proposalsAt(marked, 'json');
      assert.equal(proposals.length, 2 * performanceYears.length);
      for (const { label, snippet, span } of proposals) {
        assert.equal(span.end - span.start, marked.length - CURSOR.length);
        const errors = findingsIn(filled(snippet)).filter(({ severity }) => severity === 'error');
        assert.deepEqual(errors, [], label);
      }
    }
  });

  it('offers nothing in a file that holds something', () => {
    assert.deepEqual(proposalsAt(`<note>${CURSOR}</note>`), []);
    assert.deepEqual(proposalsAt(`${CURSOR}<note/>`), []);
    assert.deepEqual(proposalsAt(`{${CURSOR}`), []);
    assert.deepEqual(proposalsAt(`{ "name": ${CURSOR} }`, 'json'), []);
    assert.deepEqual(proposalsAt(CURSOR, 'plaintext'), []);
  });
});
