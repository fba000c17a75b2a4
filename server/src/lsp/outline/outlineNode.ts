import type { DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import type { LineIndex } from '../../text/lineIndex.ts';
import type { Span } from '../../text/span.ts';

/** An entry of the outline by offsets. */
export interface OutlineNode {
  readonly name: string;
  readonly detail: string;
  readonly kind: SymbolKind;
  /** All that belongs to it. */
  readonly extent: Span;
  /** Where the cursor goes. */
  readonly target: Span;
  readonly children: readonly OutlineNode[];
}

/**
 * The entry as LSP has it. In a damaged file a part may stand outside of its whole: the range of an entry then grows
 * to hold its children, and one whose target lies outside of it is shown at its start.
 */
export function toSymbol(node: OutlineNode, lines: LineIndex): DocumentSymbol {
  return symbolOf(grown(node), lines);
}

function grown(node: OutlineNode): OutlineNode {
  const children = node.children.map(grown).sort((a, b) => a.extent.start - b.extent.start);
  const extents = [node.extent, ...children.map(({ extent }) => extent)];
  const extent = {
    start: extents.reduce((start, other) => Math.min(start, other.start), node.extent.start),
    end: extents.reduce((end, other) => Math.max(end, other.end), node.extent.end),
  };
  const isInside = extent.start <= node.target.start && node.target.end <= extent.end;
  const target = isInside ? node.target : { start: extent.start, end: extent.start };
  return { ...node, extent, target, children };
}

function symbolOf(
  { name, detail, kind, extent, target, children }: OutlineNode,
  lines: LineIndex,
): DocumentSymbol {
  return {
    // LSP forbids a name of nothing but white space.
    name: name.trim() === '' ? 'Without name' : name,
    ...(detail !== '' && { detail }),
    kind,
    range: lines.rangeOf(extent),
    selectionRange: lines.rangeOf(target),
    ...(children.length > 0 && { children: children.map((child) => symbolOf(child, lines)) }),
  };
}
