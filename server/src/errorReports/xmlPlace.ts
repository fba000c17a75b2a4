import type { LineIndex } from '../text/lineIndex.ts';
import type { Span } from '../text/span.ts';
import { attributeAt, elementAt } from '../xml/locate.ts';
import { nameSpan, valueSpan, type XmlDocument, type XmlElement } from '../xml/tree.ts';
import type { XpathAnswer } from '../xpath/query.ts';
import { resolveSteps } from '../xpath/resolveSteps.ts';
import { parseStepPath } from '../xpath/stepPath.ts';
import type { Place } from './place.ts';

/** The place of an XPath of steps; `null` when it is another XPath or there is no element at all. */
export function placeOfSteps(xml: XmlDocument, path: string): Place | null {
  const steps = readSteps(xml, path);
  if (steps === null) return null;
  const { elements, attributes, nearest } = resolveSteps(xml, steps);
  const [element] = elements;
  const [attribute] = attributes;
  if (element) {
    const note = elements.length > 1 ? `The path fits ${elements.length} elements; this is the first.` : null;
    const span = attribute ? valueSpan(attribute) : nameSpan(element);
    return { span, precision: 'exact', note, extent: element };
  }
  if (nearest === null) return null;
  return {
    span: nameSpan(nearest),
    precision: 'ancestor',
    note: `Nothing is at the path (any more); <${nearest.name}> is the nearest element on it.`,
    extent: nearest,
  };
}

/** Whether a path needs the XPath library. */
export function isStepPath(xml: XmlDocument, path: string): boolean {
  return readSteps(xml, path) !== null;
}

function readSteps(xml: XmlDocument, path: string) {
  const declared = xml.root?.attributes ?? [];
  return parseStepPath(path, (prefix) => declared.find(({ name }) => name === `xmlns:${prefix}`)?.value);
}

/** The place that the XPath library found for any other path. */
export function placeOfAnswer(xml: XmlDocument, answer: XpathAnswer): Place | null {
  if (answer.kind === 'fault' || answer.places[0] === undefined) return null;
  const [span] = answer.places;
  const note = answer.count > 1 ? `The path fits ${answer.count} places; this is the first.` : null;
  return { span, precision: 'exact', note, extent: elementAt(xml, span.start) ?? span };
}

/**
 * The element at a line and column, counted from 1. CMS's converter gives the position just behind a templateId's start
 * tag and means the element around it; parsers give the position behind what they have read.
 */
export function placeOfPosition(
  xml: XmlDocument,
  lines: LineIndex,
  line: number,
  column: number | null,
): Place | null {
  const { text, root } = xml;
  if (root === null) return null;
  if (line > lines.lineCount) {
    const note = `There is no line ${line}; the file has ${lines.lineCount} lines.`;
    return { span: nameSpan(root), precision: 'ancestor', note, extent: root };
  }
  const offset =
    column === null
      ? firstTagIn(text, lines, line)
      : lines.offsetAt({ line: line - 1, character: column - 1 });
  const before = elementAt(xml, offset - 1);
  const element = column !== null && before?.openEnd === offset ? before : elementAt(xml, offset);
  const meant = element?.local === 'templateId' && element.parent ? element.parent : element;
  const span = meant ? spanIn(meant, element, offset, text) : wordAt(text, offset);
  return { span, precision: 'exact', note: null, extent: meant ?? span };
}

/** In a tag its attribute or name; in text the word itself, for what a parser complains of stands there. */
function spanIn(meant: XmlElement, element: XmlElement | null, offset: number, text: string): Span {
  if (element !== meant || offset <= meant.openEnd) {
    const attribute = element === meant ? attributeAt(meant, offset) : undefined;
    return attribute ? valueSpan(attribute) : nameSpan(meant);
  }
  return /\s/.test(text[offset] ?? ' ') ? nameSpan(meant) : wordAt(text, offset);
}

function firstTagIn(text: string, lines: LineIndex, line: number): number {
  const start = lines.offsetAt({ line: line - 1, character: 0 });
  const end = lines.offsetAt({ line, character: 0 });
  const tag = text.slice(start, end).search(/<[^/!?]/);
  return tag === -1 ? start + text.slice(start, end).search(/\S|$/) : start + tag;
}

function wordAt(text: string, offset: number): Span {
  const [word = ''] = /^\S{1,80}/.exec(text.slice(offset, offset + 80)) ?? [];
  const start = Math.min(offset, Math.max(text.length - 1, 0));
  return { start, end: Math.min(start + Math.max(word.length, 1), text.length) };
}
