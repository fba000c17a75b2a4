import { guideAttribute } from '../../../qrda3/guide/element.ts';
import { selectElements } from '../../../qrda3/guide/select.ts';
import { parseSelector } from '../../../qrda3/guide/selector.ts';
import type { FixedCheck } from '../../../qrda3/guide/table.ts';
import { plain } from '../../../qrda3/guide/wording.ts';
import type { Span } from '../../../text/span.ts';
import { textPieces } from '../../../xml/text.ts';
import { nameSpan, valueSpan, type XmlAttribute, type XmlElement } from '../../../xml/tree.ts';
import type { Explainer } from './explainer.ts';
import type { Fault, FaultKind, Remedy } from './fault.ts';

/** What a check on a value finds at its path. */
interface ValuePlace {
  readonly owner: XmlElement;
  /** `code`; `text` when the element's text is meant. */
  readonly name: string;
  readonly attribute: XmlAttribute | undefined;
}

/** A value that is missing, or is not what `wanted` says. */
export function valueFault(
  kind: FaultKind,
  what: string,
  wanted: string,
  element: XmlElement,
  explainer: Explainer,
): Fault {
  const { owner, name, attribute } = placeOf(what, element, explainer);
  if (name === 'text') return textFault(kind, wanted, owner, explainer);
  if (!attribute) return missingAttribute(owner, name, wanted);
  return {
    kind,
    owner,
    span: valueSpan(attribute),
    wanted,
    found: `it has ${name}="${attribute.value}"`,
    matter: '',
  };
}

/** A value that must be one certain value: that value is the fix. */
export function fixedFault(check: FixedCheck, element: XmlElement, explainer: Explainer): Fault {
  const name = plain(check.what.slice(check.what.lastIndexOf('/') + 1)).replace('text()', 'text');
  const wanted = name === 'text' ? `must read "${check.value}"` : `must have ${name}="${check.value}"`;
  const fault = valueFault('fixed-value', check.what, wanted, element, explainer);
  const { owner } = placeOf(check.what, element, explainer);
  const isOnTemplateId = owner.local === 'templateId';
  return {
    ...fault,
    kind: isOnTemplateId ? 'template-version' : fault.kind,
    remedy:
      name === 'text'
        ? { kind: 'set-text', owner, span: fault.span, value: check.value }
        : setAttribute(owner, name, check.value),
  };
}

/** Gives an attribute its one right value. */
export function setAttribute(owner: XmlElement, name: string, value: string): Remedy {
  return { kind: 'set-attribute', owner, name, value };
}

/** An attribute the element does not have. */
export function missingAttribute(owner: XmlElement, name: string, wanted: string): Fault {
  return {
    kind: 'missing-attribute',
    owner,
    span: nameSpan(owner),
    wanted,
    found: `it has no ${name}`,
    matter: `missing:@${name}`,
  };
}

/** An attribute that must not stand where it does. */
export function attributeFault(
  kind: FaultKind,
  owner: XmlElement,
  attribute: XmlAttribute,
  wanted: string,
): Fault {
  return {
    kind,
    owner,
    span: valueSpan(attribute),
    wanted,
    found: `it has ${attribute.name}="${attribute.value}"`,
    matter: '',
  };
}

function textFault(kind: FaultKind, wanted: string, owner: XmlElement, { evaluation }: Explainer): Fault {
  const piece = textPieces(evaluation.document, owner).find(({ value }) => value.trim() !== '');
  return {
    kind,
    owner,
    span: piece ? trimmed(piece.span, evaluation.document.text) : nameSpan(owner),
    wanted,
    found: piece ? `it reads "${piece.value.trim()}"` : 'it is empty',
    matter: piece ? '' : 'missing:text',
  };
}

function trimmed({ start, end }: Span, text: string): Span {
  const raw = text.slice(start, end);
  return { start: start + raw.length - raw.trimStart().length, end: start + raw.trimEnd().length };
}

function placeOf(what: string, element: XmlElement, { evaluation }: Explainer): ValuePlace {
  const selector = parseSelector(what);
  const last = selector.steps.at(-1);
  const isValue = last?.kind === 'attribute' || last?.kind === 'text';
  const steps = isValue ? selector.steps.slice(0, -1) : selector.steps;
  const owner = selectElements({ ...selector, steps })(element, evaluation)[0] ?? element;
  if (last?.kind !== 'attribute') return { owner, name: 'text', attribute: undefined };
  return { owner, name: last.attribute, attribute: guideAttribute(owner, last.attribute) };
}
