import type { Edit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import type { XmlDocument, XmlElement } from '../xml/tree.ts';
import { attributeValue } from '../xml/tree.ts';
import { type DamagedStretches, damagedStretches } from './damagedStretches.ts';
import { type Gap, gapsBetween } from './gaps.ts';

/** How to lay a file out; the names are those of LSP's FormattingOptions. */
export interface LayoutOptions {
  /** Columns of one level. */
  readonly tabSize: number;
  /** Spaces, not tabs. */
  readonly insertSpaces: boolean;
}

/** What one run over a file shares. */
interface Run {
  readonly document: XmlDocument;
  readonly damaged: DamagedStretches;
  /** The white space of one level. */
  readonly unit: string;
  readonly lineBreak: string;
  readonly edits: Edit[];
}

/** Narrative blocks hold text between elements, where a line break may be meant. */
const NARRATIVE = 'text';

/**
 * Gives every element, comment and instruction a line of its own, indented by its depth, and touches nothing else:
 * only white space between tags changes, where an element holds elements alone. Text, narrative blocks,
 * `xml:space="preserve"`, CDATA, what stands inside tags and comments, and damaged stretches stay as they are. A
 * comment behind a tag keeps its place, and one empty line between two elements stays.
 * @param within only edits inside this stretch, for a range that was selected
 */
export function formatXml(
  document: XmlDocument,
  { tabSize, insertSpaces }: LayoutOptions,
  within: Span = { start: 0, end: document.text.length },
): Edit[] {
  const { text, root } = document;
  if (!root) return [];
  const run: Run = {
    document,
    damaged: damagedStretches(document),
    unit: insertSpaces ? ' '.repeat(tabSize) : '\t',
    lineBreak: /\r\n?|\n/.exec(text)?.[0] ?? '\n',
    edits: [],
  };
  layOutProlog(root, run);
  layOutElement(root, 0, run);
  return run.edits.filter(({ span }) => span.start >= within.start && span.end <= within.end);
}

/** The declaration, comments and instructions before the root stand on lines of their own. */
function layOutProlog(root: XmlElement, run: Run): void {
  const start = run.document.text.startsWith('\ufeff') ? 1 : 0;
  const gaps = gapsBetween(run.document.text, start, root.start);
  if (gaps === null) return;
  // Nothing is put before what begins the file.
  gaps.forEach((gap, index) => {
    if (index > 0) layOutGap(gap, '', run);
  });
}

function layOutElement(element: XmlElement, depth: number, run: Run): void {
  const { children } = element;
  if (children.length === 0 || element.local === NARRATIVE || isPreserved(element)) return;
  if (run.damaged.holds(element)) return;
  const gaps = gapsOf(element, run.document.text);
  if (gaps === null) return;
  const inner = run.unit.repeat(depth + 1);
  const last = gaps.pop();
  for (const gap of gaps) layOutGap(gap, inner, run);
  // An element that the file's end cuts off has no end tag to put on a line.
  const isClosed = element.closeStart < element.end;
  if (last && isClosed) layOutGap({ ...last, mayBeEmptyLine: false }, run.unit.repeat(depth), run);
  for (const child of children) layOutElement(child, depth + 1, run);
}

function isPreserved(element: XmlElement): boolean {
  return attributeValue(element, 'xml:space') === 'preserve';
}

/** The white space before each node of an element and before its end tag; `null` when it holds text. */
function gapsOf(element: XmlElement, text: string): Gap[] | null {
  const gaps: Gap[] = [];
  let from = element.openEnd;
  for (const { start, end } of [...element.children, { start: element.closeStart, end: element.end }]) {
    const found = gapsBetween(text, from, start);
    if (found === null) return null;
    for (const gap of found) gaps.push(gap);
    from = end;
  }
  const [first] = gaps;
  if (first) gaps[0] = { ...first, mayBeEmptyLine: false };
  return gaps;
}

function layOutGap({ span, isBeforeTrailingComment, mayBeEmptyLine }: Gap, indent: string, run: Run): void {
  if (isBeforeTrailingComment) return;
  const { text } = run.document;
  const written = text.slice(span.start, span.end);
  const emptyLine = mayBeEmptyLine && /(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)/.test(written) ? run.lineBreak : '';
  const newText = `${emptyLine}${run.lineBreak}${indent}`;
  if (newText !== written) run.edits.push({ span, newText });
}
