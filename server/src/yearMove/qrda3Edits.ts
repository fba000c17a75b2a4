import type { Qrda3Document } from '../document/document.ts';
import type { Edit } from '../text/edit.ts';
import { guidEdits } from './guidEdits.ts';
import { headerEdits } from './headerEdits.ts';
import { measureIdEdits } from './measureIdEdits.ts';
import { measureReferenceEdits } from './measureReferenceEdits.ts';
import { narrativeLeftovers } from './narrative.ts';
import { periodEdits } from './periodEdits.ts';
import { sexEdits } from './sexEdits.ts';
import { templateEdits } from './templateEdits.ts';
import type { Move, PartMove } from './yearMove.ts';

/** All that changes in a QRDA III file when it moves to another year, as far as it can be told from the file itself. */
export function qrda3Edits(document: Qrda3Document, move: Move): PartMove {
  const templates = templateEdits(document, move);
  const guids = guidEdits(document.text, move);
  const header = headerEdits(document, move);
  const edits = [
    ...templates.edits,
    ...guids.edits,
    ...measureReferenceEdits(document, move),
    ...measureIdEdits(document, move),
    ...header.edits,
    ...periodEdits(document.xml, move),
    ...sexEdits(document.xml, move),
  ];
  const narrative = move.years === 0 ? [] : narrativeLeftovers(document, move);
  return {
    edits: withoutOverlaps(edits),
    leftovers: [...templates.leftovers, ...guids.leftovers, ...header.leftovers, ...narrative],
  };
}

/** Of edits at one place, the first in the list. */
function withoutOverlaps(edits: readonly Edit[]): Edit[] {
  const kept: Edit[] = [];
  for (const edit of edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    const last = kept.at(-1);
    if (last === undefined || edit.span.start >= last.span.end) kept.push(edit);
  }
  return kept;
}
