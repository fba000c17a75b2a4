import { attributeValue, child, type XmlElement } from '../../xml/tree.ts';
import type { Diagnosis } from './diagnosis.ts';
import type { FaultKind } from './faults/fault.ts';

/**
 * The diagnoses that only repeat another one's cause:
 * - the same place and matter, told by a second constraint (HL7 and CMS ask for much twice);
 * - a kind of id that is missing where there is no id at all, and that is told;
 * - an element that lacks a part with a template, where that part is there and its templateId is at fault;
 * - a value beside a nullFlavor, where the value itself is told not to belong;
 * - times that disagree with the document's about the offset from UTC, after the first, and those that are no times;
 * - what depends on the program, while the program is missing or unknown.
 */
export function echoes(diagnoses: readonly Diagnosis[], isProgramKnown: boolean): ReadonlySet<Diagnosis> {
  const hidden = new Set<Diagnosis>();
  const told = mattersByOwner(diagnoses);
  const templateFaults = templateFaultsByRoot(diagnoses);
  const unexpected = startsOf(diagnoses, 'unexpected-element');
  const first = new Set<string>();
  for (const diagnosis of [...diagnoses].sort(byRank)) {
    const { fault } = diagnosis;
    const key =
      fault.kind === 'time-zone' ? fault.kind : `${fault.span.start} ${fault.span.end} ${fault.matter}`;
    if (
      first.has(key) ||
      (fault.widerMatter !== undefined && told.get(fault.owner)?.has(fault.widerMatter)) ||
      isTemplateEcho(diagnosis, templateFaults) ||
      isNoTime(diagnosis) ||
      (fault.kind === 'value-or-null-flavor' &&
        firstAfter(unexpected, fault.owner.start) < fault.owner.openEnd) ||
      (!isProgramKnown && diagnosis.rule === 'guide-program')
    ) {
      hidden.add(diagnosis);
    }
    first.add(key);
  }
  return hidden;
}

/** A dash in a date looks to the published check like the offset of a time; the CDA schema says what it is. */
function isNoTime({ fault }: Diagnosis): boolean {
  return fault.kind === 'time-zone' && !(isTime(fault.owner) && isTime(timeOfDocument(fault.owner)));
}

function isTime(element: XmlElement | undefined): boolean {
  const value = element && attributeValue(element, 'value');
  return value === undefined || /^[0-9]{1,17}(?:\.[0-9]+)?(?:[+-][0-9]{1,4})?$/.test(value);
}

/** The time that all others are compared with. */
function timeOfDocument(element: XmlElement): XmlElement | undefined {
  let root = element;
  while (root.parent !== null) root = root.parent;
  return child(root, 'effectiveTime');
}

function mattersByOwner(diagnoses: readonly Diagnosis[]): ReadonlyMap<XmlElement, ReadonlySet<string>> {
  const told = new Map<XmlElement, Set<string>>();
  for (const { fault } of diagnoses) {
    const matters = told.get(fault.owner);
    if (matters) matters.add(fault.matter);
    else told.set(fault.owner, new Set([fault.matter]));
  }
  return told;
}

/** Where the faults of a kind begin, ascending. */
function startsOf(diagnoses: readonly Diagnosis[], kind: FaultKind): number[] {
  const faults = diagnoses.map(({ fault }) => fault).filter((fault) => fault.kind === kind);
  return faults.map(({ span }) => span.start).sort((a, b) => a - b);
}

/** What should be told first of two that say the same: what the published checker says, errors, CMS's own. */
function byRank(a: Diagnosis, b: Diagnosis): number {
  const byWeight = weight(a) - weight(b);
  if (byWeight !== 0) return byWeight;
  const byPlace = a.violation.element.start - b.violation.element.start;
  // Of two that say the same, the one that was tested nearer to the fault is the plainer.
  return a.fault.kind === 'time-zone' ? byPlace : -byPlace;
}

function weight({ violation: { constraint, origin }, rule }: Diagnosis): number {
  const isUnpublished = origin !== 'published';
  return (
    (isUnpublished ? 4 : 0) + (constraint.strength === 'SHOULD' ? 2 : 0) + (rule === 'guide-program' ? 1 : 0)
  );
}

/** Where the elements begin whose templateId for a root is missing or of the wrong version, ascending. */
function templateFaultsByRoot(diagnoses: readonly Diagnosis[]): ReadonlyMap<string, readonly number[]> {
  const byRoot = new Map<string, number[]>();
  for (const { fault } of diagnoses) {
    if (fault.kind !== 'template-version' || fault.templateRoot === undefined) continue;
    const starts = byRoot.get(fault.templateRoot);
    if (starts) starts.push(fault.owner.start);
    else byRoot.set(fault.templateRoot, [fault.owner.start]);
  }
  for (const starts of byRoot.values()) starts.sort((a, b) => a - b);
  return byRoot;
}

function isTemplateEcho(
  { fault }: Diagnosis,
  templateFaults: ReadonlyMap<string, readonly number[]>,
): boolean {
  if (fault.kind !== 'missing-element' || fault.templateRoot === undefined) return false;
  return firstAfter(templateFaults.get(fault.templateRoot) ?? [], fault.owner.start) < fault.owner.end;
}

/** The first of the ascending offsets behind another, by bisection: a file may have thousands of faults. */
function firstAfter(offsets: readonly number[], offset: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return offsets[low] ?? Number.POSITIVE_INFINITY;
}
