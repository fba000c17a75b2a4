import { parseXml } from '../../server/src/xml/parse.ts';
import type { XmlAttribute, XmlElement } from '../../server/src/xml/tree.ts';

/** Numbers that look random and are the same in every run. */
export type Random = () => number;

/** Mulberry32: 32 bits of state are plenty to pick elements with. */
export function seededRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/**
 * A well-formed document with one to six faults of the kinds authors and programs make: elements and attributes
 * lost, doubled, renamed or swapped, values emptied, mistyped or taken from elsewhere in the file.
 */
export function damaged(text: string, random: Random): string {
  let result = text;
  const faults = 1 + Math.floor(random() * 6);
  for (let count = 0; count < faults; count++) {
    const edit = damageOnce(result, random);
    if (edit) result = result.slice(0, edit.start) + edit.newText + result.slice(edit.end);
  }
  return result;
}

function damageOnce(text: string, random: Random): Edit | null {
  const elements: XmlElement[] = [];
  const { root } = parseXml(text);
  if (!root) return null;
  collect(root, elements);
  const element = pick(elements.slice(1), random);
  const attribute = element && pick(element.attributes, random);
  const kind = random();
  if (element && kind < 0.2) return { start: element.start, end: element.end, newText: '' };
  if (element && kind < 0.3) return doubled(text, element);
  if (element && kind < 0.36) return swapped(text, element);
  if (element && kind < 0.4) return renamed(text, element, pick(elements, random)?.name ?? 'other');
  if (!attribute) return null;
  if (kind < 0.55) return { start: attribute.nameStart, end: attribute.valueEnd + 1, newText: '' };
  if (kind < 0.6 && element && !element.attributes.some(({ name }) => name === 'nullFlavor')) {
    return { start: attribute.nameStart, end: attribute.nameStart, newText: 'nullFlavor="NA" ' };
  }
  return { ...valueSpanOf(attribute), newText: otherValue(text, attribute, elements, random) };
}

function collect(element: XmlElement, elements: XmlElement[]): void {
  elements.push(element);
  for (const child of element.children) collect(child, elements);
}

function pick<Item>(items: readonly Item[], random: Random): Item | undefined {
  return items[Math.floor(random() * items.length)];
}

function doubled(text: string, element: XmlElement): Edit {
  return { start: element.end, end: element.end, newText: text.slice(element.start, element.end) };
}

function swapped(text: string, element: XmlElement): Edit | null {
  const siblings = element.parent?.children ?? [];
  const next = siblings[siblings.indexOf(element) + 1];
  if (!next) return null;
  const between = text.slice(element.end, next.start);
  const newText = text.slice(next.start, next.end) + between + text.slice(element.start, element.end);
  return { start: element.start, end: next.end, newText };
}

function renamed(text: string, element: XmlElement, name: string): Edit {
  const inside = text.slice(element.nameEnd, element.closeStart);
  const isClosed = element.closeStart < element.end;
  const newText = isClosed
    ? `<${name}${inside}</${name}>`
    : `<${name}${text.slice(element.nameEnd, element.end)}`;
  return { start: element.start, end: element.end, newText };
}

function valueSpanOf({ valueStart, valueEnd }: XmlAttribute) {
  return { start: valueStart, end: valueEnd };
}

/** Another value of the file, or the same one mistyped. */
function otherValue(
  text: string,
  attribute: XmlAttribute,
  elements: readonly XmlElement[],
  random: Random,
): string {
  const value = text.slice(attribute.valueStart, attribute.valueEnd);
  const kind = random();
  if (kind < 0.1) return '';
  if (kind < 0.2) return `${value} `;
  if (kind < 0.3) return `${value}1`;
  if (kind < 0.4) return value.slice(1);
  if (kind < 0.5) return '0.1234567';
  if (kind < 0.6) return '20250101120000-0500';
  const donor = pick(elements, random);
  const source =
    donor &&
    pick(
      donor.attributes.filter(({ name }) => !name.startsWith('xmlns')),
      random,
    );
  return source && source.namespace === null ? text.slice(source.valueStart, source.valueEnd) : 'XYZ';
}
