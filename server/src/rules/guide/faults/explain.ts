import { guideAttribute } from '../../../qrda3/guide/element.ts';
import type { Check } from '../../../qrda3/guide/table.ts';
import { checkPhrase, plain } from '../../../qrda3/guide/wording.ts';
import { child, nameSpan, type XmlElement } from '../../../xml/tree.ts';
import { offsetOf } from '../remedies/timeZones.ts';
import type { Explainer } from './explainer.ts';
import type { Fault } from './fault.ts';
import { explainNotTogether, explainNullFlavor } from './nullFlavors.ts';
import { occursFault } from './occurrences.ts';
import { explainValue } from './valueChecks.ts';
import { fixedFault, missingAttribute, valueFault } from './values.ts';

/** Goes down to the part of a check that fails. */
export function explainCheck(check: Check, element: XmlElement, explainer: Explainer): Fault {
  switch (check.kind) {
    case 'occurs':
      return occursFault(check, element, explainer);
    case 'fixed':
      return fixedFault(check, element, explainer);
    case 'forPrograms':
    case 'when':
      return explainer.explain(check.then, element);
    case 'all':
      return explainAll(check.checks, element, explainer);
    case 'any':
      return explainAny(check.checks, element, explainer);
    case 'not':
      return explainNot(check.check, element);
    case 'present':
      return valueFault(
        'missing-attribute',
        check.what,
        `must have ${plain(check.what)}`,
        element,
        explainer,
      );
    case 'valueOrNullFlavor':
      return explainNullFlavor(plain(check.what), element);
    case 'notTogether':
      return explainNotTogether(check.what.map(plain), element);
    default:
      return explainValue(check, element, explainer);
  }
}

function explainAll(checks: readonly Check[], element: XmlElement, explainer: Explainer): Fault {
  const failed = checks.find((part) => !explainer.passes(part, element));
  return failed
    ? explainer.explain(failed, element)
    : explainValue({ kind: 'all', checks }, element, explainer);
}

/** None of several ways is taken. Which one was meant can be told when there is but one beside nullFlavor. */
function explainAny(checks: readonly Check[], element: XmlElement, explainer: Explainer): Fault {
  if (checks.some((check) => check.kind === 'together')) return timeZoneFault(element, explainer);
  const ways = checks.filter((check) => check.kind !== 'inside' && !isNullFlavor(check));
  const faults = ways.map((way) => explainer.explain(way, element));
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
    wanted: `must be one of these: it ${ways.map((way) => checkPhrase(way, explainer.table)).join('; or it ')}`,
    found: 'it is none',
    matter: isOneMatter && first ? first.matter : `choice:${first?.kind}`,
  };
}

function timeZoneFault(element: XmlElement, explainer: Explainer): Fault {
  const wanted =
    'must give an offset from UTC exactly when the effectiveTime of the document does, or stop at the day';
  const fault = valueFault('time-zone', '@value', wanted, element, explainer);
  const offset = documentOffset(explainer);
  return offset === null ? fault : { ...fault, remedy: { kind: 'set-offset', offset } };
}

function documentOffset({ evaluation: { document } }: Explainer): string | null {
  const written = document.root && child(document.root, 'effectiveTime');
  return offsetOf((written && guideAttribute(written, 'value')?.value) ?? '');
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

function isNullFlavor(check: Check): boolean {
  return check.kind === 'present' && check.what === '@nullFlavor';
}
