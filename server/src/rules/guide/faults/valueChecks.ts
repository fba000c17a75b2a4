import { guideAttribute } from '../../../qrda3/guide/element.ts';
import { numberOf } from '../../../qrda3/guide/formats.ts';
import type { Check } from '../../../qrda3/guide/table.ts';
import {
  amount,
  checkPhrase,
  FORMAT_PHRASES,
  named,
  plain,
  valueSetPhrase,
} from '../../../qrda3/guide/wording.ts';
import { nameSpan, type XmlElement } from '../../../xml/tree.ts';
import type { Explainer } from './explainer.ts';
import type { Fault } from './fault.ts';
import { valueFault } from './values.ts';

/** A value that is not as a check asks; for anything else, what the check asks in words. */
export function explainValue(check: Check, element: XmlElement, explainer: Explainer): Fault {
  const { table } = explainer;
  switch (check.kind) {
    case 'inValueSet': {
      const wanted = `must have ${named(check.what)} of ${valueSetPhrase(table, check.valueSet)}`;
      return valueFault('value-set', check.what, wanted, element, explainer);
    }
    case 'length': {
      if (plain(check.what) === 'text') {
        return valueFault('value-format', check.what, 'must not be empty', element, explainer);
      }
      const wanted = `must have ${named(check.what)} of ${amount(check.min, check.max)} characters`;
      return valueFault('value-format', check.what, wanted, element, explainer);
    }
    case 'range': {
      const wanted = `must have ${named(check.what)} from ${check.min} to ${check.max}`;
      const fault = valueFault('value-format', check.what, wanted, element, explainer);
      const value = guideAttribute(element, plain(check.what))?.value;
      return value !== undefined && Number.isNaN(numberOf(value))
        ? { ...fault, found: `"${value}" is no number` }
        : fault;
    }
    case 'decimals': {
      const wanted = `must have ${named(check.what)} with at most ${check.max} digits behind the point`;
      return valueFault('value-format', check.what, wanted, element, explainer);
    }
    case 'format': {
      const wanted = `must have ${named(check.what)} that is ${FORMAT_PHRASES[check.format]}`;
      return valueFault('value-format', check.what, wanted, element, explainer);
    }
    default:
      return {
        kind: 'missing-element',
        owner: element,
        span: nameSpan(element),
        wanted: `must be such that it ${checkPhrase(check, table)}`,
        found: 'it is not',
        matter: `check:${check.kind}`,
      };
  }
}
