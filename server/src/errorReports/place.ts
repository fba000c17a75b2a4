import type { Span } from '../text/span.ts';

/** Where an error is in the file as it stands now. */
export interface Place {
  readonly span: Span;
  /** `exact`: what the report names. `ancestor`: what it names is gone, and this is the nearest thing still there. */
  readonly precision: 'exact' | 'ancestor';
  /** A sentence where it is not simply what the report names. */
  readonly note: string | null;
  /** All of the element or value: what our own findings say within it may be the same fault. */
  readonly extent: Span;
}
