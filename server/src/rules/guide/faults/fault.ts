import type { ElementStep } from '../../../qrda3/guide/selector.ts';
import type { Check } from '../../../qrda3/guide/table.ts';
import type { Span } from '../../../text/span.ts';
import type { XmlAttribute, XmlElement } from '../../../xml/tree.ts';

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
  /** What would be right, where the guide leaves no choice. */
  readonly remedy?: Remedy;
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

/** What to do about a fault. */
export type Remedy =
  | {
      readonly kind: 'set-attribute';
      readonly owner: XmlElement;
      readonly name: string;
      readonly value: string;
    }
  | { readonly kind: 'remove-attribute'; readonly owner: XmlElement; readonly attribute: XmlAttribute }
  | { readonly kind: 'set-text'; readonly owner: XmlElement; readonly span: Span; readonly value: string }
  /** Add the first element of the steps to the owner, and in it what the other steps name. */
  | {
      readonly kind: 'add-element';
      readonly owner: XmlElement;
      readonly steps: readonly ElementStep[];
      readonly having: readonly Check[];
    }
  /** Take an element away, if it only repeats one of the others. */
  | {
      readonly kind: 'remove-repetition';
      readonly element: XmlElement;
      readonly others: readonly XmlElement[];
    }
  /** Give all these times the offset from UTC that the document's has, or none. */
  | { readonly kind: 'set-offset'; readonly offset: string };
