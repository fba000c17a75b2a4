import type { GuideTable } from '../../qrda3/guide/table.ts';
import type { SkeletonContext } from '../../qrda3/skeleton/context.ts';
import { type Tag, writeTag } from '../../qrda3/skeleton/tag.ts';
import type { Edit } from '../../text/edit.ts';
import { createGaps, withoutGaps } from '../../text/snippet.ts';
import { insertText } from '../../xml/edit.ts';
import type { XmlElement } from '../../xml/tree.ts';

/** Writes a skeleton as a child, with what its gaps are filled with at first. */
export function insertSkeleton(
  text: string,
  parent: XmlElement,
  index: number,
  make: (context: SkeletonContext) => Tag,
  table: GuideTable,
): Edit {
  const prefix = parent.name.slice(0, parent.name.length - parent.local.length);
  const context = { table, gaps: createGaps(), newId: () => derivedId(parent.start) };
  return insertText(text, parent, index, (indent) => {
    const written = withoutGaps(writeTag(make(context), prefix, indent ?? '')).trimStart();
    return indent === null ? written.replace(/\n\s*/g, '') : written;
  });
}

/** A UUID that is the same whenever the fix is made: a fix is a function of the text. */
function derivedId(seed: number): string {
  const digits = Array.from({ length: 32 }, (_, index) =>
    ((Math.imul(seed + 1, 2654435761 + index * 40503) >>> (index % 24)) & 15).toString(16),
  );
  const hex = digits.join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}
