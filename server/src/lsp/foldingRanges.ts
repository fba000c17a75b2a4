import type { FoldingRange } from 'vscode-languageserver';
import { FoldingRangeKind } from 'vscode-languageserver';
import type { QppDocument } from '../document/document.ts';
import type { LineIndex } from '../text/lineIndex.ts';
import type { XmlElement } from '../xml/tree.ts';

/** A folding range with the depth of what it folds: 0 for comments and the document itself. */
interface NestedFold {
  readonly fold: FoldingRange;
  readonly depth: number;
}

/**
 * What can be folded in a QRDA III file: elements and comments of several lines, the narrative of a section as a
 * region ("Fold All Regions" leaves the entries). The line of the end tag stays. `null` for other files, so that the
 * editor's own folding remains.
 * @param limit how many the editor takes; the deepest are left out first
 */
export function foldingRanges(document: QppDocument, limit: number): FoldingRange[] | null {
  if (document.format !== 'qrda3') return null;
  const folds = commentFolds(document.text, document.lines);
  if (document.xml.root) collectElements(document.xml.root, document.lines, folds);
  return shallowest(folds, limit).map(({ fold }) => fold);
}

function collectElements(root: XmlElement, lines: LineIndex, folds: NestedFold[]): void {
  const pending: { readonly element: XmlElement; readonly depth: number }[] = [{ element: root, depth: 0 }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { element, depth } = next;
    const startLine = lines.positionAt(element.start).line;
    const lastLine = lines.positionAt(element.end).line;
    // What stands on one line has nothing inside that spans several.
    if (lastLine === startLine) continue;
    const endLine = element.closeStart < element.end ? lastLine - 1 : lastLine;
    if (endLine > startLine) folds.push({ fold: { startLine, endLine, ...kindOf(element) }, depth });
    for (const child of element.children.toReversed()) pending.push({ element: child, depth: depth + 1 });
  }
}

function kindOf({ local, parent }: XmlElement): Pick<FoldingRange, 'kind'> {
  return local === 'text' && parent?.local === 'section' ? { kind: FoldingRangeKind.Region } : {};
}

function commentFolds(text: string, lines: LineIndex): NestedFold[] {
  const folds: NestedFold[] = [];
  for (let at = text.indexOf('<!--'); at !== -1; ) {
    const close = text.indexOf('-->', at + 4);
    const end = close === -1 ? text.length : close + 3;
    const startLine = lines.positionAt(at).line;
    const endLine = lines.positionAt(end).line;
    if (endLine > startLine)
      folds.push({ fold: { startLine, endLine, kind: FoldingRangeKind.Comment }, depth: 0 });
    at = text.indexOf('<!--', end);
  }
  return folds;
}

function shallowest(folds: readonly NestedFold[], limit: number): readonly NestedFold[] {
  if (folds.length <= limit) return folds;
  const countAtDepth: number[] = [];
  for (const { depth } of folds) countAtDepth[depth] = (countAtDepth[depth] ?? 0) + 1;
  let kept = 0;
  let depthLimit = 0;
  while (kept + (countAtDepth[depthLimit] ?? 0) <= limit) kept += countAtDepth[depthLimit++] ?? 0;
  return folds.filter(({ depth }) => depth < depthLimit);
}
