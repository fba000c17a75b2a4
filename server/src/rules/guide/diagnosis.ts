import { createElementPaths } from '../../qrda3/guide/elementPath.ts';
import { startEvaluation } from '../../qrda3/guide/evaluation.ts';
import { selectValues } from '../../qrda3/guide/select.ts';
import { parseSelector } from '../../qrda3/guide/selector.ts';
import type { GuideTable } from '../../qrda3/guide/table.ts';
import type { Guide } from '../../qrda3/guide/tables.ts';
import type { Violation } from '../../qrda3/guide/violations.ts';
import { programsPhrase, templateLabel } from '../../qrda3/guide/wording.ts';
import type { CdaSchema } from '../../qrda3/schema/schema.ts';
import type { XmlDocument, XmlElement } from '../../xml/tree.ts';
import type { Problem, ProposedFix } from '../rule.ts';
import { echoes } from './echoes.ts';
import { createExplainer } from './faults/explainer.ts';
import type { Fault, FaultKind, Remedy } from './faults/fault.ts';
import { remedyFixes } from './remedies/remedies.ts';

/** A fault with the rule that reports it and where it comes from. */
export interface Diagnosis {
  readonly rule: string;
  readonly fault: Fault;
  readonly violation: Violation;
}

/** What a problem's wording draws on. */
interface Telling {
  readonly document: XmlDocument;
  readonly cdaSchema: CdaSchema;
  readonly table: GuideTable;
  /** The program names the file gives. */
  readonly named: readonly string[];
  readonly diagnoses: readonly Diagnosis[];
  pathOf(element: XmlElement): string;
}

const RULE_OF: Readonly<Record<FaultKind, string>> = {
  'missing-element': 'guide-required-element',
  'too-many-elements': 'guide-repeated-element',
  'unexpected-element': 'guide-unexpected-element',
  'missing-attribute': 'guide-required-attribute',
  'fixed-value': 'guide-fixed-value',
  'value-set': 'guide-value-set',
  'value-format': 'guide-value-format',
  'value-or-null-flavor': 'guide-null-flavor',
  'template-version': 'guide-template-version',
  'time-zone': 'guide-time-zone',
};

/** What a document's violations come down to, as problems by the id of their rule; `before` is the version checked before. */
export function diagnose(
  guide: Guide,
  document: XmlDocument,
  before: XmlDocument | null,
  cdaSchema: CdaSchema,
): ReadonlyMap<string, readonly Problem[]> {
  const { table } = guide;
  const evaluation = startEvaluation(document);
  const { explain } = createExplainer(table, evaluation);
  const diagnoses: Diagnosis[] = guide.violations(document, before).map((violation) => {
    const fault = explain(violation.constraint.check, violation.element);
    return { rule: ruleOf(violation, fault), fault, violation };
  });
  const named = selectValues(parseSelector(table.program.at))(evaluation.top, evaluation);
  const hidden = echoes(diagnoses, isOneProgram(named, table));
  const telling: Telling = { table, named, diagnoses, document, cdaSchema, pathOf: createElementPaths() };
  const problems = new Map<string, Problem[]>();
  for (const diagnosis of diagnoses) {
    const isEcho = hidden.has(diagnosis);
    // What the published checker does not say is worth telling only where it adds something.
    if (isEcho && isUnpublished(diagnosis)) continue;
    const problem = toProblem(diagnosis, telling, isEcho);
    const same = problems.get(diagnosis.rule);
    if (same) same.push(problem);
    else problems.set(diagnosis.rule, [problem]);
  }
  return problems;
}

function isOneProgram(named: readonly string[], table: GuideTable): boolean {
  const [first, ...others] = new Set(named);
  const known = table.valueSets.find((set) => set.oid === table.program.valueSet)?.codes ?? [];
  return first !== undefined && others.length === 0 && known.includes(first);
}

function ruleOf({ constraint, origin }: Violation, { kind }: Fault): string {
  if (origin === 'overlooked') return 'guide-overlooked';
  return constraint.check.kind === 'forPrograms' ? 'guide-program' : RULE_OF[kind];
}

/** Of the programs a check is for, the file's own, when it is one of them. */
function meantPrograms(programs: readonly string[], named: readonly string[]): readonly string[] {
  const own = programs.filter((program) => named.includes(program));
  return own.length > 0 ? own : programs;
}

function isUnpublished({ violation }: Diagnosis): boolean {
  return violation.origin !== 'published';
}

function toProblem(diagnosis: Diagnosis, telling: Telling, isEcho: boolean): Problem {
  const { fault, violation } = diagnosis;
  const { constraint, element, origin } = violation;
  return {
    span: fault.span,
    message: messageOf(diagnosis, telling),
    severity: constraint.strength === 'SHOULD' || origin === 'overlooked' ? 'warning' : 'error',
    conf: constraint.conf ? [constraint.conf] : [],
    ...(fault.remedy && { fixes: lazyFixes(fault.remedy, telling) }),
    data: {
      assertId: constraint.assert,
      xpath: telling.pathOf(element),
      ...(constraint.includes && { includes: constraint.includes }),
    },
    ...(fault.kind === 'time-zone' && !isEcho && { related: otherTimes(diagnosis, telling) }),
    ...(isEcho && { isEcho: true }),
    ...(isUnpublished(diagnosis) && { isUnpublished: true }),
  };
}

function lazyFixes(remedy: Remedy, { document, table, cdaSchema, diagnoses }: Telling): () => ProposedFix[] {
  return () =>
    remedyFixes(remedy, { document, table, cdaSchema, faults: diagnoses.map(({ fault }) => fault) });
}

/** The other times of the file with the same fault, which this problem stands for. */
function otherTimes({ fault }: Diagnosis, { diagnoses }: Telling): NonNullable<Problem['related']> {
  return diagnoses
    .map((other) => other.fault)
    .filter((other) => other.kind === 'time-zone' && other.span.start !== fault.span.start)
    .map(({ span, found }) => ({ span, message: `The same here: ${found}.` }));
}

/** `For the program X, <element> must …; it ….` and where the claim comes from. */
function messageOf({ fault, violation }: Diagnosis, { table, named }: Telling): string {
  const { owner, found } = fault;
  const { check, conf, remark, strength } = violation.constraint;
  const wanted = strength === 'SHOULD' ? fault.wanted.replace(/^must/, 'should') : fault.wanted;
  const subject = owner.name === '' ? 'the document' : `<${owner.name}>`;
  const programs =
    check.kind === 'forPrograms' ? `For ${programsPhrase(meantPrograms(check.programs, named))}, ` : '';
  const sentence = `${programs}${subject} ${wanted}; ${found}.`;
  const sources = [violation.template && templateLabel(table, violation.template), conf];
  const source = sources.filter((part) => part).join(', ');
  const goesOn = isDocumentTemplate(fault)
    ? `The rest of the file is checked against the guide of ${table.performanceYear} all the same.`
    : '';
  const parts = [sentence[0]?.toUpperCase() + sentence.slice(1), source && `[${source}]`, remark, goesOn];
  return parts.filter((part) => part).join(' ');
}

/** The published checker stops looking at a document of another version; ours does not. */
function isDocumentTemplate({ kind, owner }: Fault): boolean {
  return kind === 'template-version' && (owner.parent === null || owner.parent.parent === null);
}
