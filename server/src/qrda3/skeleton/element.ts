import type { XmlElement } from '../../xml/tree.ts';
import {
  type AttributeDemand,
  attributeDemands,
  type ChildDemand,
  childDemands,
  mostSpecific,
} from '../guide/demands.ts';
import { declaredTemplate, guideAttribute, templateIds } from '../guide/element.ts';
import { imagined } from '../guide/imagined.ts';
import type { Asked } from '../guide/roles.ts';
import { CDA_NAMESPACE } from '../namespaces.ts';
import { allowedChildren, missingBeside } from '../schema/allowedChildren.ts';
import type { CompiledType } from '../schema/compile.ts';
import { elementKey } from '../schema/names.ts';
import type { CdaSchema } from '../schema/schema.ts';
import { choiceGap, filledGap, type SkeletonContext, templateTags } from './context.ts';
import { type Tag, tag, textTag, xmlText } from './tag.ts';
import { templateSkeleton } from './templates.ts';

/** What an element's skeleton is written with: what guide and schema say of its place. */
export interface ElementContext extends SkeletonContext {
  readonly asked: Asked;
  readonly schema: CdaSchema;
}

/** Elements nested deeper are left to the author. */
const DEPTH = 4;

/** Longer lists are no choice in a gap, but completed there. */
const CHOICES = 20;

/**
 * An element as guide and schema ask for it at its place: with the attributes and children it must have, gaps where
 * the value is the author's.
 * @param element an imagined one, as {@link imagined} makes it
 */
export function elementSkeleton(element: XmlElement, context: ElementContext, depth = DEPTH): Tag {
  for (const templateId of templateIds(element)) {
    const whole = templateSkeleton(declaredTemplate(templateId).root, context);
    if (whole) return whole;
  }
  const type = context.schema.typeOf(element);
  const attributes = attributesOf(element, context, type);
  const written = [element.name, ...attributes].join(' ');
  const children = depth > 0 ? childrenOf(element, context, type, depth) : [];
  if (children.length > 0) return tag(written, children);
  if (type?.isMixed === true && attributes.length === 0) return textTag(written, textGap(element, context));
  return attributes.length > 0 ? tag(written) : leaf(written, context, type);
}

/** What is usually written where guide and schema leave a choice. */
const USUAL: Readonly<Record<string, string>> = {
  'act classCode': 'ACT',
  'externalDocument classCode': 'DOC',
  'externalObservation classCode': 'OBS',
  'observation classCode': 'OBS',
  'organizer classCode': 'CLUSTER',
};

function attributesOf(
  element: XmlElement,
  context: ElementContext,
  type: CompiledType | undefined,
): string[] {
  const own = element.attributes.map(({ name, value }) => `${name}="${xmlText(value)}"`);
  // A nullFlavor stands in place of a value.
  if (guideAttribute(element, 'nullFlavor')) return own;
  const has = (name: string) => guideAttribute(element, name) !== undefined;
  const demanded = attributeDemands(element, context.asked).filter(
    ({ name }) => !has(name) && name !== 'nullFlavor',
  );
  const required = (type?.required ?? [])
    .filter((name) => !has(name) && !demanded.some((demand) => demand.name === name))
    .map((name) => ({ name, values: [], valueSet: null }));
  return [...own, ...[...demanded, ...required].map((demand) => demandedAttribute(element, demand, context))];
}

function demandedAttribute(
  element: XmlElement,
  { name, values, valueSet }: AttributeDemand,
  context: ElementContext,
): string {
  const [fixed = USUAL[`${element.local} ${name}`] ?? (name === 'moodCode' ? 'EVN' : undefined)] = values;
  if (fixed !== undefined) return `${name}="${xmlText(fixed)}"`;
  if (valueSet && valueSet.codes.length <= CHOICES)
    return `${name}="${choiceGap(context, ...valueSet.codes)}"`;
  const isOwnId = element.local === 'id' && name === 'root' && !element.parent?.local.startsWith('external');
  return `${name}="${isOwnId ? context.newId() : filledGap(context, '')}"`;
}

function childrenOf(
  element: XmlElement,
  context: ElementContext,
  type: CompiledType | undefined,
  depth: number,
): Tag[] {
  const order = type ? allowedChildren(type.content, [], []).map(({ key }) => key) : [];
  const inOrder = <T extends { readonly key: string }>(parts: readonly T[]) =>
    [...parts].sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
  const declared = new Set(templateIds(element).map((id) => declaredTemplate(id).root));
  const asked = inOrder(
    mostSpecific(
      childDemands(element, context.asked).filter(
        ({ isRequired, isMet, isAlternative }) => isRequired && !isMet && !isAlternative,
      ),
    )
      .filter(({ step }) => !step.conditions.some((is) => is.kind === 'equals' && declared.has(is.value)))
      .map((demand) => ({
        key: elementKey(demand.step.local, demand.step.namespace),
        made: [elementSkeleton(demandedChild(element, demand), context, depth - 1)],
      })),
  );
  const missing = type
    ? missingBeside(
        type.content,
        asked.map(({ key }) => key),
      )
    : [];
  const required = missing
    .filter((key) => !key.includes(':'))
    .map((key) => ({ key, made: [elementSkeleton(plainChild(element, key), context, depth - 1)] }));
  const templates = { key: 'templateId', made: templateTags(context, ...declared) };
  return inOrder([templates, ...asked, ...required]).flatMap(({ made }) => made);
}

/** The child that a demand is about, before it is written. */
export function demandedChild(parent: XmlElement, { step, check, isRequired }: ChildDemand): XmlElement {
  return imagined(parent, { step, having: check.having ?? [], isRequired });
}

/** A child by its name in the structure data, before it is written. */
export function plainChild(parent: XmlElement, key: string): XmlElement {
  const step = { kind: 'element', local: key, namespace: CDA_NAMESPACE, conditions: [] } as const;
  return imagined(parent, { step, having: [], isRequired: false });
}

function textGap(element: XmlElement, context: ElementContext): string {
  const title = element.local === 'title' && element.parent?.local === 'section' ? 'Measure Section' : '';
  return filledGap(context, title);
}

/** An element of which nothing is asked: a gap where its type has its value. */
function leaf(written: string, context: SkeletonContext, type: CompiledType | undefined): Tag {
  for (const name of ['value', 'code', 'root']) {
    if (type?.attributes.has(name)) return tag(`${written} ${name}="${filledGap(context, '')}"`);
  }
  return textTag(written, filledGap(context, ''));
}
