import type { QppDocument } from '../document/document.ts';
import type { JsonDocument } from '../json/tree.ts';
import type { Span } from '../text/span.ts';
import type { XmlDocument, XmlElement } from '../xml/tree.ts';
import type { RuleResult } from './oneFault.ts';

/**
 * Leaves out what only follows from a tag or bracket that is missing or wrong. Around the damage the reader had to guess
 * what belongs where, so nothing is said there about what an element or object holds or lacks; a finding on a value,
 * such as a measure GUID of another year, holds all the same.
 */
export function withoutEchoesOfDamage(results: readonly RuleResult[], document: QppDocument): RuleResult[] {
  if (document.format === 'qrda3') return results.filter(not(echoesInXml(document.xml)));
  if (document.format === 'qpp-json') return results.filter(not(echoesInJson(document.json)));
  return [...results];
}

type Test = (result: RuleResult) => boolean;

function not(test: Test): Test {
  return (result) => result.rule.layer === 'syntax' || !test(result);
}

/** In the damaged elements, and on the tags of the elements around them. */
function echoesInXml({ text, problems, damaged }: XmlDocument): Test {
  const faults = problems.map(({ span }) => span);
  const outermost = outermostOf(damaged);
  const around = new Set(outermost.flatMap((element) => [...ancestors(element)]).map(({ start }) => start));
  return ({ rule, problem: { span } }) => {
    const tag = tagAt(text, span);
    if (tag !== null && around.has(tag)) return true;
    const isAboutStructure = tag !== null || rule.layer === 'guide' || rule.layer === 'schema';
    if (!isAboutStructure) return false;
    return outermost.some((element) => holds(element, span)) || faults.some((fault) => overlap(fault, span));
  };
}

/** Anywhere, since one bracket moves all that follows. */
function echoesInJson({ text, isUnbalanced }: JsonDocument): Test {
  return ({ rule, problem: { span } }) => {
    if (!isUnbalanced) return false;
    return rule.layer === 'score' || /[{[]/.test(text.charAt(span.start)) || isKey(text, span);
  };
}

function isKey(text: string, { end }: Span): boolean {
  return /^"?\s*:/.test(text.slice(end, end + 40));
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
