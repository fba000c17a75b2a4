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
export function toSymbol(
  { name, detail, kind, extent, target, children }: OutlineNode,
  lines: LineIndex,
): DocumentSymbol {
  const inside = children.map((child) => ({ extent: grownExtent(child), symbol: toSymbol(child, lines) }));
  inside.sort((a, b) => a.extent.start - b.extent.start);
  const whole = wholeOf(extent, inside);
  const isInside = whole.start <= target.start && target.end <= whole.end;
  const symbol: DocumentSymbol = {
    // LSP forbids a name of nothing but white space.
    name: name.trim() === '' ? 'Without name' : name,
    kind,
    range: lines.rangeOf(whole),
    selectionRange: lines.rangeOf(isInside ? target : { start: whole.start, end: whole.start }),
  };
  // Set one by one, for a file has thousands of entries and spreading is slow.
  if (detail !== '') symbol.detail = detail;
  if (inside.length > 0) symbol.children = inside.map((child) => child.symbol);
  return symbol;
}

function grownExtent({ extent, children }: OutlineNode): Span {
  return children.length === 0
    ? extent
    : wholeOf(
        extent,
        children.map((child) => ({ extent: grownExtent(child) })),
      );
}

function wholeOf(extent: Span, parts: readonly { readonly extent: Span }[]): Span {
  let { start, end } = extent;
  for (const part of parts) {
    start = Math.min(start, part.extent.start);
    end = Math.max(end, part.extent.end);
  }
  return { start, end };
}
