import assert from 'node:assert/strict';
import { codeLenses, lensTitles } from '../../server/src/lsp/codeLens/codeLens.ts';
import { documentHighlights } from '../../server/src/lsp/documentHighlights.ts';
import { documentLinks } from '../../server/src/lsp/documentLinks.ts';
import { foldingRanges } from '../../server/src/lsp/foldingRanges.ts';
import { inlayHints } from '../../server/src/lsp/inlayHints/inlayHints.ts';
import { linkedEditing } from '../../server/src/lsp/linkedEditing.ts';
import { documentSymbols } from '../../server/src/lsp/outline/outline.ts';
import { definition, references } from '../../server/src/lsp/references.ts';
import { selectionRanges } from '../../server/src/lsp/selectionRanges.ts';
import { DEFAULT_OPTIONS } from '../../server/src/scoring/options.ts';
import { seededRandom } from '../fixtures/damage.ts';
import { damaged } from '../fixtures/damaged.ts';
import { knowledge } from '../fixtures/knowledge.ts';
import { assertNested } from '../fixtures/nestedSymbols.ts';
import { opened } from '../fixtures/openedText.ts';
import { listShared, readShared } from './shared.ts';

const FOLDERS: readonly (readonly string[])[] = [
  ['qrda3', 'files'],
  ['qrda3', 'mutants'],
  ['qrda3', 'qpp-json'],
  ['qpp-json'],
];
const OFFSETS = 12;
const KINDS = { measureNames: true, populationRoles: true, rates: true, dates: true };

const samples = FOLDERS.flatMap((folder) =>
  listShared('samples', ...folder)
    .filter((name) => /\.(xml|json)$/.test(name))
    .map((name) => ({ name, text: readShared('samples', ...folder, name) })),
);

/** Asks for all that is told of a file as a whole. */
function lookOver(text: string): void {
  const { document, catalog } = opened(text);
  const { catalogs } = knowledge;
  const { lines } = document;
  assertNested(documentSymbols(document, catalog, catalogs), lines, text.length);
  const whole = lines.rangeOf({ start: 0, end: text.length });
  const places = inlayHints(document, whole, catalog, catalogs, KINDS).map(({ position }) => position);
  const offsets = places.map((position) => lines.offsetAt(position));
  assert.equal(new Set(offsets).size, offsets.length, 'two hints at one place');
  documentLinks(document, catalog, catalogs, knowledge.guides.guide(catalog.performanceYear)?.table);
  foldingRanges(document, 5000);
  const open = { uri: 'file:///sample', version: 1, document, catalog, findings: [] };
  const titles = lensTitles(open, DEFAULT_OPTIONS, knowledge);
  for (const { command } of codeLenses(open, titles)) assert(command?.title);
}

/** Asks for all that is told of a place, at some places. */
function lookAround(text: string, seed: number): void {
  const { document } = opened(text);
  const random = seededRandom(seed);
  for (let count = 0; count < OFFSETS; count++) {
    const offset = Math.floor(random() * (text.length + 1));
    selectionRanges(document, [document.lines.positionAt(offset)]);
    linkedEditing(document, offset);
    documentHighlights(document, offset);
    references(document, offset, true);
    definition(document, offset);
  }
}

describe('the editor’s view of every sample', () => {
  it('has nested entries, one hint to a place, and a title for each lens', () => {
    assert(samples.length > 300);
    for (const { name, text } of samples) {
      try {
        lookOver(text);
        lookAround(text, text.length);
      } catch (cause) {
        throw new Error(name, { cause });
      }
    }
  });

  it('is the same sound view where parts of it are cut out, doubled or cut off', () => {
    for (const [index, { name, text }] of samples.entries()) {
      const broken = damaged(text, index + 1);
      try {
        lookOver(broken);
        lookAround(broken, index);
      } catch (cause) {
        throw new Error(`${name}, damaged with seed ${index + 1}`, { cause });
      }
    }
  });
});
