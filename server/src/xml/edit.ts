import { type Edit, indentBefore, insertion, removal, replacement, withLine } from '../text/edit.ts';
import { attribute, type XmlAttribute, type XmlElement } from './tree.ts';

/** An element to be written: names without prefix, values not yet escaped. */
export interface NewElement {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly children?: readonly NewElement[];
  readonly text?: string;
}

/** Gives an attribute a value, whether it is there or not. */
export function setAttribute(element: XmlElement, name: string, value: string): Edit {
  const known = attribute(element, name);
  if (known) return replacement({ start: known.valueStart, end: known.valueEnd }, escaped(value));
  // By custom xsi:type stands first.
  const last = name.endsWith(':type') ? undefined : element.attributes.at(-1);
  return insertion(last ? last.valueEnd + 1 : element.nameEnd, ` ${name}="${escaped(value)}"`);
}

/** Takes an attribute away with the blanks before it. */
export function removeAttribute(text: string, { nameStart, valueEnd }: XmlAttribute): Edit {
  let start = nameStart;
  while (/\s/.test(text[start - 1] ?? '')) start--;
  return removal({ start, end: valueEnd + 1 });
}

/** Takes an element away, with its line where it has one to itself. */
export function removeElement(text: string, { start, end }: XmlElement): Edit {
  return removal(withLine(text, { start, end }));
}

/** Gives an element another name, in both tags; its prefix stays. */
export function renameElement(element: XmlElement, local: string): Edit[] {
  const name = prefixOf(element) + local;
  const edits = [replacement({ start: element.start + 1, end: element.nameEnd }, name)];
  if (element.closeStart < element.end) {
    const start = element.closeStart + 2;
    edits.push(replacement({ start, end: start + element.name.length }, name));
  }
  return edits;
}

/** Inserts a child before the child at an index (behind the last one at their number), indented like its siblings. */
export function insertChild(text: string, parent: XmlElement, index: number, child: NewElement): Edit {
  return insertText(text, parent, index, (indent, unit) => rendered(child, prefixOf(parent), indent, unit));
}

/** Moves a child before the sibling at an index of its parent's children. */
export function moveChild(text: string, parent: XmlElement, child: XmlElement, index: number): Edit[] {
  const moved = text.slice(child.start, child.end);
  return [removeElement(text, child), insertText(text, parent, index, () => moved)];
}

/** Inserts ready-made text as a child; `make` gets the indentation of its first line (`null`: all on one line). */
export function insertText(
  text: string,
  parent: XmlElement,
  index: number,
  make: (indent: string | null, unit: string) => string,
): Edit {
  const previous = parent.children[index - 1];
  const next = parent.children[index];
  const outer = indentBefore(text, parent.start);
  const sibling = previous ?? next;
  const inner = sibling ? indentBefore(text, sibling.start) : outer && `${outer}  `;
  const unit = inner !== null && outer !== null ? inner.slice(outer.length) || '  ' : '  ';
  const line = inner === null ? '' : `${lineBreakOf(text)}${inner}`;
  if (previous) return insertion(previous.end, line + make(inner, unit));
  if (parent.closeStart < parent.end)
    return insertion(parent.openEnd, line + make(inner, unit) + (next ? '' : closing(text, parent, outer)));
  const start = emptyTagEnd(text, parent);
  const close = outer === null || inner === null ? '' : `${lineBreakOf(text)}${outer}`;
  return replacement({ start, end: parent.openEnd }, `>${line}${make(inner, unit)}${close}</${parent.name}>`);
}

/** An element without children whose tags stand on one line gets its end tag a line of its own. */
function closing(text: string, parent: XmlElement, outer: string | null): string {
  const isOpen = text.slice(parent.openEnd, parent.closeStart).includes('\n');
  return isOpen || outer === null ? '' : `${lineBreakOf(text)}${outer}`;
}

/** Where the `/>` of an empty-tagged element begins, with the blanks before it. */
function emptyTagEnd(text: string, { openEnd }: XmlElement): number {
  let start = openEnd - 2;
  while (/\s/.test(text[start - 1] ?? '')) start--;
  return start;
}

/** The element on one line, without the prefix it gets. */
export function newElementText(element: NewElement): string {
  return rendered(element, '', null, '');
}

function rendered(
  { name, attributes, children = [], text }: NewElement,
  prefix: string,
  indent: string | null,
  unit: string,
): string {
  const written = attributes.map(([key, value]) => ` ${key}="${escaped(value)}"`).join('');
  const tag = `${prefix}${name}`;
  if (text !== undefined) return `<${tag}${written}>${escaped(text)}</${tag}>`;
  if (children.length === 0) return `<${tag}${written}/>`;
  const inner = indent === null ? null : indent + unit;
  const line = (blanks: string | null) => (blanks === null ? '' : `\n${blanks}`);
  const inside = children.map((child) => line(inner) + rendered(child, prefix, inner, unit)).join('');
  return `<${tag}${written}>${inside}${line(indent)}</${tag}>`;
}

function prefixOf({ name, local }: XmlElement): string {
  return name.slice(0, name.length - local.length);
}

function lineBreakOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** A value as it stands between double quotes, and as text. */
export function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
