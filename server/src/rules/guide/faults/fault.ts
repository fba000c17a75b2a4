import type { Span } from '../../../text/span.ts';
import type { XmlElement } from '../../../xml/tree.ts';

/** What a violation comes down to: one thing at one place that can be changed. */
export interface Fault {
  readonly kind: FaultKind;
  /** The element that lacks something, holds too much or has the wrong value. */
  readonly owner: XmlElement;
  /** The value or tag to change. */
  readonly span: Span;
  /** What is asked for, to follow the element's name: `must have code="en"`. */
  readonly wanted: string;
  /** What there is instead: `it has code="fr"`. */
  readonly found: string;
  /** Two faults at one span with the same matter are the same fault. */
  readonly matter: string;
  /** The matter of a wider fault of the same owner that, where it is told, says this too. */
  readonly widerMatter?: string;
  /** The template root whose absence is the fault. */
  readonly templateRoot?: string;
  readonly replacement?: Replacement;
}

export type FaultKind =
  | 'missing-element'
  | 'too-many-elements'
  | 'unexpected-element'
  | 'missing-attribute'
  | 'fixed-value'
  | 'value-set'
  | 'value-format'
  | 'value-or-null-flavor'
  | 'template-version'
  | 'time-zone';

/** A value that would be right. */
export interface Replacement {
  readonly span: Span;
  readonly newText: string;
  readonly title: string;
}
