import type { Qrda3Document } from '../document/document.ts';
import { participantIds, programNames } from '../qrda3/decode/values.ts';
import { OID } from '../qrda3/oids.ts';
import { isProgramOfYear } from '../qrda3/programs.ts';
import type { Edit } from '../text/edit.ts';
import { valueSpan } from '../xml/tree.ts';
import type { Leftover, Move, PartMove } from './yearMove.ts';

/** The MVP where it has another id in the new year; programs and MVPs that the year does not have stay and are told. */
export function headerEdits({ nodes }: Qrda3Document, move: Move): PartMove {
  const edits: Edit[] = [];
  const leftovers: Leftover[] = [];
  for (const name of programNames(nodes.root.element)) {
    if (!isProgramOfYear(name.value, move.to.performanceYear)) {
      leftovers.push({ span: valueSpan(name), message: goneProgram(name.value, move) });
    }
  }
  for (const id of participantIds(nodes.root.element, OID.mvp)) {
    const newText = renamedMvp(id.value, move);
    if (newText !== null) edits.push({ span: valueSpan(id), newText });
    else if (!move.to.mvps.has(id.value)) {
      leftovers.push({ span: valueSpan(id), message: goneProgram(id.value, move) });
    }
  }
  return { edits, leftovers };
}

/** Which program takes its place is the participant's choice. */
export function goneProgram(program: string, { to }: Move): string {
  return `The program "${program}" is none of ${to.performanceYear}; it stays, as no other takes its place by itself.`;
}

/** The new year's id of an MVP of the old one, by its title; `null` where it keeps its id or is gone. */
export function renamedMvp(mvpId: string, { from, to }: Move): string | null {
  if (to.mvps.has(mvpId)) return null;
  const title = from.mvps.get(mvpId)?.title;
  if (title === undefined) return null;
  for (const mvp of to.mvps.values()) if (mvp.title === title) return mvp.mvpId;
  return null;
}
