import type { Node } from '@xmldom/xmldom';
import { type EvaluationOptions, type ParsedExpression, parse } from 'xpath';
import type { Span } from '../text/span.ts';
import type { XmlDocument } from '../xml/tree.ts';
import { buildDom, type PlacedDom } from './dom.ts';
import { KNOWN_PREFIXES } from './prefixes.ts';
import { LISTED_PLACES, LONGEST_EXPRESSION, type XpathAnswer, type XpathQuery } from './query.ts';

/**
 * Makes a text ready to be asked. Loads two libraries, so who needs it seldom imports it when it is needed; who must
 * stay responsive asks it through a worker, for nothing interrupts an expression once it runs.
 */
export function openXpath(xml: XmlDocument): (query: XpathQuery) => XpathAnswer {
  const dom = buildDom(xml);
  return (query) => answer(dom, query);
}

/** Answers some queries of one text. */
export function evaluateXpath(xml: XmlDocument, queries: readonly XpathQuery[]): XpathAnswer[] {
  return queries.map(openXpath(xml));
}

function answer(dom: PlacedDom, { context, test }: XpathQuery): XpathAnswer {
  try {
    const selected = select(dom, context);
    if (test === undefined) return found(dom, selected);
    const expression = parsed(test);
    return found(
      dom,
      selected.filter((node) => !expression.evaluateBoolean(options(dom, node))),
    );
  } catch (error) {
    return { kind: 'fault', reason: reasonOf(error) };
  }
}

/** An expression that gives no nodes throws. */
function select(dom: PlacedDom, expression: string): Node[] {
  try {
    const nodes = parsed(expression).evaluateNodeSet(options(dom, dom.document)).toUnsortedArray();
    return [...new Set(nodes)].sort((a, b) => dom.orderOf(a) - dom.orderOf(b));
  } catch (error) {
    const [, type] = /^Cannot convert (\w+) to nodeset$/.exec(reasonOf(error)) ?? [];
    throw type ? new Error(`"${shortened(expression)}" gives a ${type}, not nodes of the file`) : error;
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function parsed(expression: string): ParsedExpression {
  if (expression.length > LONGEST_EXPRESSION) {
    throw new Error(
      `the expression has ${expression.length} characters; ${LONGEST_EXPRESSION} are the limit`,
    );
  }
  try {
    return parse(expression);
  } catch (error) {
    throw new Error(`"${shortened(expression)}" is no XPath 1.0 (${reasonOf(error)})`);
  }
}

function shortened(expression: string): string {
  return expression.length > 80 ? `${expression.slice(0, 80)}…` : expression;
}

/** A name without prefix means an element of any namespace that is written without one, as in the file itself. */
function options({ namespaceOf }: PlacedDom, node: Node): EvaluationOptions {
  return {
    node,
    namespaces: (prefix) => namespaceOfPrefix(prefix, namespaceOf),
    allowAnyNamespaceForNoPrefix: true,
  };
}

/** The library asks for the empty prefix too. */
function namespaceOfPrefix(prefix: string, namespaceOf: PlacedDom['namespaceOf']): string | undefined {
  const namespace = KNOWN_PREFIXES[prefix] ?? namespaceOf(prefix);
  if (namespace !== undefined || prefix === '' || prefix === 'xml') return namespace;
  const known = Object.keys(KNOWN_PREFIXES).join(', ');
  throw new Error(`the prefix "${prefix}" is bound to no namespace; ${known} always are`);
}

function found({ placeOf }: PlacedDom, nodes: readonly Node[]): XpathAnswer {
  const places: Span[] = [];
  for (const node of nodes.slice(0, LISTED_PLACES)) {
    // The document node stands for the whole file.
    places.push(placeOf(node) ?? { start: 0, end: 0 });
  }
  return { kind: 'found', places, count: nodes.length };
}
