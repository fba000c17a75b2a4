import type { YearCatalog } from '../../catalog/catalog.ts';
import type { Header } from '../../qrda3/decode/header.ts';
import type { TemplateNode } from '../../qrda3/decode/nodes.ts';
import type { GuideTable } from '../../qrda3/guide/table.ts';
import type { TemplateKind } from '../../qrda3/templates.ts';
import type { Span } from '../../text/span.ts';
import { isRepetition } from '../../xml/compare.ts';
import { removeElement } from '../../xml/edit.ts';
import { attribute, child, nameSpan, valueSpan, type XmlAttribute, type XmlElement } from '../../xml/tree.ts';
import type { Severity } from '../finding.ts';
import type { Problem, ProposedFix } from '../rule.ts';

/** One error code of CMS's converter, as a rule of ours: its documentation stands beside its check. */
export interface RefusalCode {
  readonly code: number;
  /** The rule's id. */
  readonly id: string;
  readonly title: string;
  readonly documentation: string;
}

/** One error CMS's converter gives for a file. */
export interface Refusal {
  readonly code: number;
  /** Where the converter says it is; `null` for errors about the file as such, which it gives no place. */
  readonly node: TemplateNode | null;
  /** Where it really is. */
  readonly span: Span;
  readonly message: string;
  /** The converter counts errors of one code at one node once unless their messages differ: what they differ in. */
  readonly detail?: string;
  readonly fixes?: Problem['fixes'];
  readonly severity?: Severity;
  /** Another rule tells this cause better. */
  readonly isEcho?: boolean;
  readonly explains?: Problem['explains'];
}

/** What a check of one node may look at besides the node. */
export interface ConverterScope {
  readonly header: Header;
  readonly catalog: YearCatalog | undefined;
  /** What fixes are written with. */
  readonly text: string;
  /** The guide of the file's year; `undefined` before there was one. */
  readonly table: GuideTable | undefined;
}

/** The checks the converter makes of nodes of certain kinds, with the codes that are documented beside them. */
export interface NodeCheck {
  readonly kinds: readonly TemplateKind[];
  readonly codes: readonly RefusalCode[];
  check(node: TemplateNode, scope: ConverterScope): Iterable<Refusal>;
}

/** The name of the node's element: where to point when something is missing in it. */
export function spanOf(node: TemplateNode): Span {
  return nameSpan(node.element);
}

/** The element below the node's in which something is missing, as far down the path as there is one. */
export function spanOfDeepest(node: TemplateNode, path: readonly string[]): Span {
  let deepest = node.element;
  for (const local of path) {
    const next = child(deepest, local);
    if (next === undefined) break;
    deepest = next;
  }
  return nameSpan(deepest);
}

/** Where the id of a PI measure or improvement activity stands, or should. */
export function spanOfId(measure: TemplateNode): Span {
  return spanOfDeepest(measure, ['reference', 'externalDocument', 'id']);
}

/** The value if there is one, else the node's element. */
export function spanOfValue(value: XmlAttribute | undefined, node: TemplateNode): Span {
  return value === undefined ? spanOf(node) : valueSpan(value);
}

const REPETITION = ['guide-repeated-element', 'guide-required-element', 'schema-repeated-element'];

/** A value that stands there several times is told once, not of its elements too. */
export function explainsRepetition(values: readonly XmlAttribute[]): Pick<Refusal, 'explains'> {
  const [first] = values;
  const last = values.at(-1);
  if (first === undefined || last === first || last === undefined) return {};
  return { explains: [{ rules: REPETITION, within: { start: first.valueStart, end: last.valueEnd } }] };
}

/** A part that is missing, or there several times, is told once, not of the elements around its place too. */
export function explainsPart({ element }: TemplateNode): Pick<Refusal, 'explains'> {
  return {
    explains: [
      { rules: ['schema-missing-element'], within: element },
      { rules: ['guide-required-element'], within: nameSpan(element) },
    ],
  };
}

/** Takes a node away that says what one before it says; nothing where they differ. */
export function withoutRepetition(nodes: readonly TemplateNode[], text: string): ProposedFix[] {
  const [first, ...others] = nodes.map(surplusElement);
  const [second, ...more] = others;
  if (!first || !second || others.some((other) => other === first || !isRepetition(text, first, other)))
    return [];
  const what = more.length === 0 ? `Remove the repeated <${second.name}>` : 'Remove the repetitions';
  return [{ title: what, edits: others.map((other) => removeElement(text, other)) }];
}

/** A node that should not be there: the name of the element one would take out, with the templateId where that is all. */
export function spanOfSurplus(node: TemplateNode): Span {
  const around = node.parent?.element;
  if (around === undefined || around === node.element) {
    const root = node.templateId === null ? undefined : attribute(node.templateId, 'root');
    return spanOfValue(root, node);
  }
  return nameSpan(surplusElement(node));
}

/** The element one would take out to be rid of a node: the outermost that holds no other of its parent's. */
function surplusElement(node: TemplateNode): XmlElement {
  const around = node.parent?.element;
  const others = node.parent?.children.filter((other) => other !== node) ?? [];
  let { element } = node;
  for (let wider = element.parent; wider !== null && wider !== around; wider = wider.parent) {
    const { start, end } = wider;
    const holdsAnother = others.some(({ element: other }) => start <= other.start && other.end <= end);
    if (wider.local === 'structuredBody' || holdsAnother) break;
    element = wider;
  }
  return element;
}
