import { type CheckScope, compileCheck } from '../../qrda3/guide/checks.ts';
import { guideAttribute } from '../../qrda3/guide/element.ts';
import type { Test } from '../../qrda3/guide/evaluation.ts';
import { numberOf } from '../../qrda3/guide/formats.ts';
import { selectValues } from '../../qrda3/guide/select.ts';
import { parseSelector } from '../../qrda3/guide/selector.ts';
import type { Check } from '../../qrda3/guide/table.ts';
import {
  amount,
  checkPhrase,
  FORMAT_PHRASES,
  named,
  plain,
  valueSetPhrase,
} from '../../qrda3/guide/wording.ts';
import { nameSpan, type XmlElement } from '../../xml/tree.ts';
import type { Explaining, Fault } from './fault.ts';
import { occursFault } from './occurrences.ts';
import { attributeFault, fixedFault, missingAttribute, valueFault } from './values.ts';

/** Explains checks that elements of one document do not pass. */
export function createExplainer(explaining: Explaining): (check: Check, element: XmlElement) => Fault {
  const { table, evaluation } = explaining;
  const scope: CheckScope = {
    valueSets: new Map(table.valueSets.map((set) => [set.oid, new Set(set.codes)])),
    programs: selectValues(parseSelector(table.program.at)),
  };
  const tests = new Map<Check, Test>();
  const passes = (check: Check, element: XmlElement): boolean => {
    let test = tests.get(check);
    if (!test) {
      test = compileCheck(check, scope);
      tests.set(check, test);
    }
    return test(element, evaluation);
  };
  const explain = (check: Check, element: XmlElement): Fault => explainCheck(check, element);
  const search = { explaining, passes, explain };

  function explainCheck(check: Check, element: XmlElement): Fault {
    switch (check.kind) {
      case 'occurs':
        return occursFault(check, element, search);
      case 'fixed':
        return fixedFault(check, element, explaining);
      case 'forPrograms':
        return explain(check.then, element);
      case 'when':
        return explain(check.then, element);
      case 'all':
        return explainAll(check.checks, element);
      case 'any':
        return explainAny(check.checks, element);
      case 'not':
        return explainNot(check.check, element);
      case 'present':
        return valueFault(
          'missing-attribute',
          check.what,
          `must have ${plain(check.what)}`,
          element,
          explaining,
        );
      case 'valueOrNullFlavor':
        return explainNullFlavor(plain(check.what), element);
      case 'notTogether':
        return explainNotTogether(check.what.map(plain), element);
      default:
        return explainValue(check, element);
    }
  }

  function explainAll(checks: readonly Check[], element: XmlElement): Fault {
    const failed = checks.find((part) => !passes(part, element));
    return failed ? explain(failed, element) : explainValue({ kind: 'all', checks }, element);
  }

  /** None of several ways is taken. Which one was meant can be told when there is but one beside nullFlavor. */
  function explainAny(checks: readonly Check[], element: XmlElement): Fault {
    if (checks.some((check) => check.kind === 'together')) return timeZoneFault(element);
    const ways = checks.filter((check) => check.kind !== 'inside' && !isNullFlavor(check));
    const faults = ways.map((way) => explain(way, element));
    const [first] = faults;
    const stale = faults.find((fault) => fault.kind === 'template-version');
    if (stale) return stale;
    if (first && ways.length === 1) {
      return checks.some(isNullFlavor) ? { ...first, wanted: `${first.wanted}, or nullFlavor` } : first;
    }
    const isOneMatter = faults.every(({ owner, matter }) => owner === element && matter === first?.matter);
    return {
      kind: first?.kind ?? 'missing-element',
      owner: element,
      span: nameSpan(element),
      wanted: `must be one of these: it ${ways.map((way) => checkPhrase(way, table)).join('; or it ')}`,
      found: 'it is none',
      matter: isOneMatter && first ? first.matter : `choice:${first?.kind}`,
    };
  }

  function timeZoneFault(element: XmlElement): Fault {
    const wanted =
      'must give an offset from UTC exactly when the effectiveTime of the document does, or stop at the day';
    return valueFault('time-zone', '@value', wanted, element, explaining);
  }

  /** Something that must not stand together: the last of its parts that can be pointed at. */
  function explainNot(check: Check, element: XmlElement): Fault {
    const names = (check.kind === 'all' ? check.checks : [check]).flatMap((part) =>
      part.kind === 'present' ? [plain(part.what)] : [],
    );
    const absent = check.kind === 'all' ? check.checks.find((part) => part.kind === 'absent') : undefined;
    if (absent?.kind === 'absent') {
      const name = plain(absent.what);
      return missingAttribute(element, name, `must have ${name} beside ${names.join(', ')}`);
    }
    return explainNotTogether(names, element);
  }

  function explainNotTogether(names: readonly string[], element: XmlElement): Fault {
    const attribute = names
      .map((name) => guideAttribute(element, name))
      .findLast((found) => found !== undefined);
    const wanted = `must not have ${names.join(' and ')} at once`;
    if (attribute) return attributeFault('value-or-null-flavor', element, attribute, wanted);
    return { ...missingAttribute(element, names[0] ?? '', wanted), kind: 'value-or-null-flavor' };
  }

  function explainNullFlavor(name: string, element: XmlElement): Fault {
    const nullFlavor = guideAttribute(element, 'nullFlavor');
    if (nullFlavor) {
      const wanted = `must have either ${name} or nullFlavor, not both`;
      return attributeFault('value-or-null-flavor', element, nullFlavor, wanted);
    }
    const wanted = `must have ${name}, or nullFlavor where there is no value`;
    return { ...missingAttribute(element, name, wanted), kind: 'value-or-null-flavor' };
  }

  function explainValue(check: Check, element: XmlElement): Fault {
    switch (check.kind) {
      case 'inValueSet': {
        const wanted = `must have ${named(check.what)} of ${valueSetPhrase(table, check.valueSet)}`;
        return valueFault('value-set', check.what, wanted, element, explaining);
      }
      case 'length': {
        if (plain(check.what) === 'text') {
          return valueFault('value-format', check.what, 'must not be empty', element, explaining);
        }
        const wanted = `must have ${named(check.what)} of ${amount(check.min, check.max)} characters`;
        return valueFault('value-format', check.what, wanted, element, explaining);
      }
      case 'range': {
        const wanted = `must have ${named(check.what)} from ${check.min} to ${check.max}`;
        const fault = valueFault('value-format', check.what, wanted, element, explaining);
        const value = guideAttribute(element, plain(check.what))?.value;
        return value !== undefined && Number.isNaN(numberOf(value))
          ? { ...fault, found: `"${value}" is no number` }
          : fault;
      }
      case 'decimals': {
        const wanted = `must have ${named(check.what)} with at most ${check.max} digits behind the point`;
        return valueFault('value-format', check.what, wanted, element, explaining);
      }
      case 'format': {
        const wanted = `must have ${named(check.what)} that is ${FORMAT_PHRASES[check.format]}`;
        return valueFault('value-format', check.what, wanted, element, explaining);
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

  return explain;
}

function isNullFlavor(check: Check): boolean {
  return check.kind === 'present' && check.what === '@nullFlavor';
}
