import type { XmlDocument, XmlElement } from '../../xml/tree.ts';
import { attributeValue } from '../../xml/tree.ts';
import {
  ACCEPTED_DOCUMENT_VERSION,
  DOCUMENT_TEMPLATE,
  isKnownTemplate,
  type TemplateKind,
  templateFact,
} from '../templates.ts';
import { populationCodes } from './values.ts';

/** An element that carries a template known to CMS's converter, in the tree the converter builds of them. */
export interface TemplateNode {
  readonly kind: TemplateKind;
  /** The element that carries the templateId. */
  readonly element: XmlElement;
  /** The templateId; `null` only for a document without CMS's document template. */
  readonly templateId: XmlElement | null;
  /** The nearest known template above, or beside and before. */
  readonly parent: TemplateNode | null;
  readonly children: readonly TemplateNode[];
}

/** The whole tree, with the converter's verdict on the document as such. */
export interface NodeTree {
  readonly root: TemplateNode;
  /**
   * The root element is `ClinicalDocument` and carries the one document template version that the
   * converter takes. The tree is built in any case: other findings do not depend on it.
   */
  readonly isAccepted: boolean;
}

type GrowingNode = TemplateNode & { readonly children: TemplateNode[] };

/**
 * Builds the tree of template nodes as CMS's converter does: templates match by root alone; an
 * element all of whose templates are unknown is skipped with everything in it; unknown and repeated
 * templates of one element are passed over; a second known template of an element becomes a child of
 * the first. `null` when the text has no root element.
 */
export function buildNodes(xml: XmlDocument): NodeTree | null {
  if (xml.root === null) return null;
  const templateId = documentTemplate(xml.root);
  const root: GrowingNode = { kind: 'document', element: xml.root, templateId, parent: null, children: [] };
  walkChildren(xml.root, root);
  const isAccepted = xml.root.local === 'ClinicalDocument' && isAcceptedVersion(templateId);
  return { root, isAccepted };
}

/** All nodes below (and with) a node, in document order, parents before children. */
export function* descendants(node: TemplateNode): Generator<TemplateNode> {
  const pending: TemplateNode[] = [node];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    yield next;
    for (let at = next.children.length - 1; at >= 0; at--) pending.push(next.children[at] as TemplateNode);
  }
}

/** The first node of that kind at or below, level by level: how the converter looks a node up. */
export function firstBreadthFirst(node: TemplateNode, kind: TemplateKind): TemplateNode | undefined {
  const queue: TemplateNode[] = [node];
  for (let at = 0; at < queue.length; at++) {
    const candidate = queue[at];
    if (candidate === undefined) break;
    if (candidate.kind === kind) return candidate;
    queue.push(...candidate.children);
  }
  return undefined;
}

/** The direct children of that kind. */
export function childNodes(node: TemplateNode, kind: TemplateKind): TemplateNode[] {
  return node.children.filter((child) => child.kind === kind);
}

function documentTemplate(root: XmlElement): XmlElement | null {
  const candidates = templateIds(root).filter((id) => attributeValue(id, 'root') === DOCUMENT_TEMPLATE);
  return candidates.find(isAcceptedVersion) ?? candidates[0] ?? null;
}

function isAcceptedVersion(templateId: XmlElement | null): boolean {
  return templateId !== null && attributeValue(templateId, 'extension') === ACCEPTED_DOCUMENT_VERSION;
}

function walk(element: XmlElement, parent: GrowingNode): void {
  if (!hasOnlyUnknownTemplates(element)) walkChildren(element, parent);
}

function walkChildren(element: XmlElement, parent: GrowingNode): void {
  let current = parent;
  for (const child of element.children) {
    if (child.local !== 'templateId') {
      walk(child, current);
      continue;
    }
    const fact = templateFact(attributeValue(child, 'root'));
    if (fact === undefined || fact.kind === 'document' || isAmong(fact.kind, current, parent)) continue;
    // A population whose code is not one of the seven is left out, silently and with all its siblings.
    if (fact.kind === 'measureData' && populationCodes(element).length === 0) return;
    const node: GrowingNode = { kind: fact.kind, element, templateId: child, parent: current, children: [] };
    current.children.push(node);
    if (fact.stops) return;
    current = node;
  }
}

/** Whether an element is of that kind already: its nodes stand below each other, from `last` up to, not with, `parent`. */
function isAmong(kind: TemplateKind, last: TemplateNode, parent: TemplateNode): boolean {
  for (let at: TemplateNode | null = last; at && at !== parent; at = at.parent)
    if (at.kind === kind) return true;
  return false;
}

function hasOnlyUnknownTemplates({ children }: XmlElement): boolean {
  let hasTemplate = false;
  for (const child of children) {
    if (child.local !== 'templateId') continue;
    if (isKnownTemplate(attributeValue(child, 'root'))) return false;
    hasTemplate = true;
  }
  return hasTemplate;
}

function templateIds(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => child.local === 'templateId');
}
