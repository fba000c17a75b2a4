import { createElementPaths } from '../../qrda3/guide/elementPath.ts';
import type { SchemaFaultKind } from '../../qrda3/schema/fault.ts';
import type { Span } from '../../text/span.ts';
import { guideProblems } from '../guide/diagnosed.ts';
import type { GuideContext } from '../guide/guideFor.ts';
import type { Problem, Rule } from '../rule.ts';
import { EXPLANATIONS } from './explanations.ts';
import { schemaFixes } from './fixes.ts';
import { schemaMessage } from './wording.ts';

/** What the schema's rules look at. */
export type SchemaContext = GuideContext;

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
  const { document, before, cdaSchema } = context;
  if (document.format !== 'qrda3') return [];
  const xmlBefore = before?.format === 'qrda3' ? before.xml : null;
  const faults = cdaSchema.faults(document.xml, xmlBefore).filter((fault) => fault.kind === kind);
  if (faults.length === 0) return [];
  const pathOf = createElementPaths();
  const told = spansToldByGuide(context);
  return faults.map((fault) => ({
    span: fault.span,
    message: schemaMessage(fault),
    data: { xpath: pathOf(fault.element) },
    ...(told.has(spanKey(fault.span)) && { isEcho: true }),
    fixes: () => schemaFixes(fault, document.xml, cdaSchema),
  }));
}

/** A value or tag the guide finds fault with too is told once, by the guide, which says more about it. */
function spansToldByGuide(context: SchemaContext): ReadonlySet<string> {
  const problems = [...guideProblems(context).values()].flat();
  return new Set(problems.filter(({ isEcho }) => !isEcho).map(({ span }) => spanKey(span)));
}

function spanKey({ start, end }: Span): string {
  return `${start} ${end}`;
}
