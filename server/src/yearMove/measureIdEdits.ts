import { measureSuccessor } from '../catalog/successor.ts';
import type { Qrda3Document } from '../document/document.ts';
import { descendants } from '../qrda3/decode/nodes.ts';
import { elementsAt, measureIds } from '../qrda3/decode/values.ts';
import type { Edit } from '../text/edit.ts';
import { valueSpan } from '../xml/tree.ts';
import type { Move } from './yearMove.ts';

/** Ids of Promoting Interoperability measures and improvement activities that have another name in the new year. */
export function measureIdEdits({ nodes, text }: Qrda3Document, move: Move): Edit[] {
  return [...descendants(nodes.root)].flatMap((node) => {
    if (node.kind !== 'piProportion' && node.kind !== 'piAttestation' && node.kind !== 'iaMeasure') return [];
    const [id] = measureIds(node.element);
    const successor = id && renamedId(id.value, move);
    if (!id || !successor) return [];
    // Files often repeat the id as the measure's text.
    const texts = elementsAt(node.element, ['reference', 'externalDocument', 'text']).filter(
      ({ openEnd, closeStart }) => text.slice(openEnd, closeStart).trim() === id.value,
    );
    const spans = [
      valueSpan(id),
      ...texts.map(({ openEnd, closeStart }) => ({ start: openEnd, end: closeStart })),
    ];
    return spans.map((span) => ({ span, newText: successor }));
  });
}

/** The new year's id of a measure of the old one; `null` where it keeps its id, or nothing tells what became of it. */
export function renamedId(id: string, { from, to }: Move): string | null {
  if (to.measures.has(id)) return null;
  const measure = from.measures.get(id);
  return (measure && measureSuccessor(measure, to)?.measureId) ?? null;
}
