import type { QppDocument } from '../document/document.ts';
import type { Span } from '../text/span.ts';
import type { XmlElement } from '../xml/tree.ts';
import type { RuleResult } from './oneFault.ts';

/**
 * Leaves out what only follows from a tag that is missing or wrong. In the element around the damage the reader had to
 * guess what belongs where, so nothing is said there, nor of the elements around it, about what an element holds or lacks;
 * a finding on a value, such as a measure GUID of another year, holds all the same.
 */
export function withoutEchoesOfDamage(results: readonly RuleResult[], document: QppDocument): RuleResult[] {
  const xml = document.format === 'qpp-json' ? null : document.xml;
  if (!xml || xml.problems.length === 0) return [...results];
  const faults = xml.problems.map(({ span }) => span);
  const outermost = outermostOf(xml.damaged);
  const around = new Set(outermost.flatMap((element) => [...ancestors(element)]).map(({ start }) => start));
  const isEcho = ({ rule, problem: { span } }: RuleResult): boolean => {
    if (rule.layer === 'syntax') return false;
    const tag = tagAt(xml.text, span);
    if (tag !== null && around.has(tag)) return true;
    const isAboutStructure = tag !== null || rule.layer === 'guide' || rule.layer === 'schema';
    if (!isAboutStructure) return false;
    return outermost.some((element) => holds(element, span)) || faults.some((fault) => overlap(fault, span));
  };
  return results.filter((result) => !isEcho(result));
}

/** Those of the elements that stand in no other of them. */
function outermostOf(elements: readonly XmlElement[]): XmlElement[] {
  const damaged = new Set(elements);
  return [...damaged].filter((element) => {
    for (const outer of ancestors(element)) if (damaged.has(outer)) return false;
    return true;
  });
}

function* ancestors(element: XmlElement): Iterable<XmlElement> {
  for (let outer = element.parent; outer; outer = outer.parent) yield outer;
}

/** Where the start tag begins that a finding underlines, or whose name it underlines. */
function tagAt(text: string, { start }: Span): number | null {
  if (text[start] === '<') return start;
  return text[start - 1] === '<' ? start - 1 : null;
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
