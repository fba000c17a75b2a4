import assert from 'node:assert/strict';
import { performanceYears } from '../../../server/src/catalog/performanceYears.ts';
import { newFileProposals } from '../../../server/src/lsp/newFile.ts';
import { CURSOR, cursorIn } from '../../fixtures/cursor.ts';
import { knowledge } from '../../fixtures/knowledge.ts';
import { filled } from '../../fixtures/snippet.ts';
import { findingsIn } from '../rules/findings.ts';

function proposalsAt(marked: string) {
  const { text, offset } = cursorIn(marked);
  return newFileProposals(text, offset, knowledge).proposals;
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

  it('offers nothing in a file that holds something', () => {
    assert.deepEqual(proposalsAt(`<note>${CURSOR}</note>`), []);
    assert.deepEqual(proposalsAt(`${CURSOR}<note/>`), []);
    assert.deepEqual(proposalsAt(`{${CURSOR}`), []);
  });
});
