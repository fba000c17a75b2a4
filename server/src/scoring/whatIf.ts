/** A change to a measurement that is scored instead of what the files say. */
export interface WhatIf {
  readonly measureId: string;
  /** Of a quality measure, only what was sent by this collection type; without it, whatever was sent. */
  readonly collectionType?: string;
  /** Of a measure with several rates, the one that is meant. */
  readonly stratum?: string;
  readonly value: WhatIfValue;
}

/**
 * `counts`: numerator, and denominator without exclusions and exceptions. These and how many were not reported on stay
 * as the files have them.
 */
export type WhatIfValue =
  | { readonly kind: 'counts'; readonly met: number; readonly of: number }
  | { readonly kind: 'answer'; readonly yes: boolean }
  | { readonly kind: 'leftOut' };

/**
 * Reads `PI_EP_1=90/100`, `236=75/100`, `PI_HIE_5=yes`, `IA_PM_2=no`, `130=none`.
 * `null` when the text has none of these forms.
 */
export function parseWhatIf(text: string): WhatIf | null {
  const parts = /^\s*([A-Za-z0-9_]+)\s*=\s*(\S+)\s*$/.exec(text);
  const [, measureId, written] = parts ?? [];
  if (measureId === undefined || written === undefined) return null;
  const value = parseValue(written);
  return value && { measureId, value };
}

function parseValue(written: string): WhatIfValue | null {
  const fraction = /^(\d+)\/(\d+)$/.exec(written);
  if (fraction) {
    const met = Number(fraction[1]);
    const of = Number(fraction[2]);
    return met <= of ? { kind: 'counts', met, of } : null;
  }
  switch (written.toLowerCase()) {
    case 'yes':
    case 'true':
      return { kind: 'answer', yes: true };
    case 'no':
    case 'false':
      return { kind: 'answer', yes: false };
    case 'none':
      return { kind: 'leftOut' };
    default:
      return null;
  }
}
