import { elementPath } from '../../qrda3/guide/elementPath.ts';
import type { SchemaFault, SchemaFaultKind } from '../../qrda3/schema/fault.ts';
import { guideProblems } from '../guide/diagnosed.ts';
import type { GuideContext } from '../guide/guideRule.ts';
import type { Problem, Rule, RuleContext } from '../rule.ts';
import { EXPLANATIONS } from './explanations.ts';
import { schemaMessage } from './wording.ts';

/** What the schema's rules look at. */
export type SchemaContext = GuideContext & Pick<RuleContext, 'cdaSchema'>;

const SOURCE = 'HL7 CDA R2 schema with the SDTC extensions, against which QRDA III files are validated';

/** The layer `schema`, one rule for each way a document can differ from the CDA schema. */
export const schemaRules: readonly Rule<SchemaContext>[] = Object.entries(EXPLANATIONS).map(
  ([kind, explanation]) => ({
    id: `schema-${kind}`,
    layer: 'schema',
    severity: 'error',
    source: SOURCE,
    ...explanation,
    check: (context) => problemsOf(kind as SchemaFaultKind, context),
  }),
);

function problemsOf(kind: SchemaFaultKind, context: SchemaContext): Problem[] {
  const { document, cdaSchema } = context;
  if (document.format !== 'qrda3') return [];
  const faults = cdaSchema.faults(document.xml).filter((fault) => fault.kind === kind);
  return faults.map((fault) => toProblem(fault, context));
}

function toProblem(fault: SchemaFault, context: SchemaContext): Problem {
  return {
    span: fault.span,
    message: schemaMessage(fault),
    data: { xpath: elementPath(fault.element) },
    ...(isToldByGuide(fault, context) && { isEcho: true }),
  };
}

/** A value or tag the guide finds fault with too is told once, by the guide, which says more about it. */
function isToldByGuide({ span }: SchemaFault, context: SchemaContext): boolean {
  for (const problems of guideProblems(context).values()) {
    const isSame = problems.some(
      (problem) => !problem.isEcho && problem.span.start === span.start && problem.span.end === span.end,
    );
    if (isSame) return true;
  }
  return false;
}
