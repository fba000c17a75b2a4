import { replacement } from '../../text/edit.ts';
import { setAttribute } from '../../xml/edit.ts';
import { attribute, type XmlElement } from '../../xml/tree.ts';
import type { ProposedFix } from '../rule.ts';

/**
 * Writes the rate that the counts give into the value of a performance rate, as the guide wants it: at most six
 * decimals, or nullFlavor `NA` where nothing is left of the denominator.
 * @param rate 0 to 1
 */
export function rateFixes(value: XmlElement, rate: number | null): ProposedFix[] {
  const [given, nullFlavor] = [attribute(value, 'value'), attribute(value, 'nullFlavor')];
  if (given && nullFlavor) return [];
  const [name, newValue] = rate === null ? ['nullFlavor', 'NA'] : ['value', String(Number(rate.toFixed(6)))];
  const title =
    rate === null ? 'Give the rate as nullFlavor "NA"' : `Write the rate by the counts, ${newValue}`;
  const wrong = given ?? nullFlavor;
  const edit = wrong
    ? replacement({ start: wrong.nameStart, end: wrong.valueEnd + 1 }, `${name}="${newValue}"`)
    : setAttribute(value, name, newValue);
  return [{ title, edits: [edit] }];
}
