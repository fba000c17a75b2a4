import type { YearCatalog } from '../../catalog/catalog.ts';
import type { EntityType, MeasurementSet } from '../../submission/submission.ts';
import { codedEntityType, ENTITY_REQUIREMENTS, has } from '../participant/entityTypes.ts';
import { participantWithoutId } from '../participant/participantIds.ts';
import type { Problem, Rule, RuleContext } from '../rule.ts';

/** A program that the entity type cannot report to. */
export const programEntityMismatch: Rule = {
  id: 'program-entity-mismatch',
  layer: 'upload',
  severity: 'error',
  source:
    'QPP submission API (programName by entityType and year); CMS QPP JSON documentation, program rules by year',
  title: 'The entity type cannot report to this program',
  documentation: `Not every kind of participant can report to every program:

- a **subgroup** exists from 2023 on and reports to a MIPS Value Pathway only;
- a **virtual group** exists from 2018 on and reports to MIPS, but neither to APP nor to APP Plus nor to a MIPS Value Pathway;
- **PCF** (2021 to 2024) and **CPC+** (to 2021) are reported by practices of the model, as entity type \`apm\`.

In a QRDA III file the MIPS Value Pathway is the id with root \`2.16.840.1.113883.3.249.5.6\` in a participant of the header. Without it CMS's converter writes a subgroup's data under \`mips\`, where it cannot count.`,
  *check(context) {
    const entityType = codedEntityType(context.submission);
    if (!entityType) return;
    yield* checkYear(entityType, context);
    for (const set of context.submission.measurementSets) {
      const reason = reasonAgainst(entityType, set, context);
      if (reason) yield problem(set, entityType, reason, context);
      // One program for the whole QRDA III file: the first set tells it all.
      if (reason && context.submission.format === 'qrda3') return;
    }
  },
};

function* checkYear(entityType: EntityType, context: RuleContext): Iterable<Problem> {
  const { submission, performanceYear, catalogs } = context;
  const coding = submission.documentProgram ?? submission.entityType;
  if (isOfYear(entityType, context.catalog) || !coding) return;
  const first = catalogs.years.find((year) => {
    const catalog = catalogs.year(year);
    return catalog?.jsonFormat && isOfYear(entityType, catalog);
  });
  yield {
    span: coding.span,
    message: `There were no ${entityType === 'subgroup' ? 'subgroups' : 'virtual groups'} in ${performanceYear}; they exist from ${first} on.`,
  };
}

/** Where nothing is known of the year's format, nothing is said against it. */
function isOfYear(entityType: EntityType, { jsonFormat }: YearCatalog): boolean {
  return jsonFormat === null || jsonFormat.entityTypes.includes(entityType);
}

/** A program of other years is told by program-not-in-year. */
function isProgramOfYear(program: string, { jsonFormat }: YearCatalog): boolean {
  return jsonFormat?.programs.some((name) => name.toLowerCase() === program.toLowerCase()) ?? true;
}

function reasonAgainst(
  entityType: EntityType,
  { programName }: MeasurementSet,
  { catalog, performanceYear }: RuleContext,
): string | null {
  const program = programName?.value ?? 'mips';
  const isMvp = catalog.mvps.has(program);
  if (entityType === 'subgroup') {
    // Before 2023 the year is the fault; a program nobody knows is another rule's.
    if (!isOfYear(entityType, catalog) || isMvp || !isProgramOfYear(program, catalog)) return null;
    return 'a subgroup reports to a MIPS Value Pathway (an id such as "G0055") and to nothing else';
  }
  if (entityType === 'virtualGroup' && (isMvp || /^app/i.test(program))) {
    return 'a virtual group reports to "mips" only';
  }
  // CMS's API took cpcPlus sets of individuals in 2017; the rule is documented from 2019 on.
  const isOfPractices = /^(?:pcf|cpcPlus)$/i.test(program) && isProgramOfYear(program, catalog);
  if (isOfPractices && entityType !== 'apm' && performanceYear >= 2019) {
    return `"${program}" is reported by entity type "apm"`;
  }
  return null;
}

function problem(
  set: MeasurementSet,
  entityType: EntityType,
  reason: string,
  { submission, document }: RuleContext,
): Problem {
  const program = set.programName?.value ?? 'mips';
  const isSubgroupWithoutMvp = submission.format === 'qrda3' && entityType === 'subgroup';
  const coding = submission.documentProgram ?? submission.entityType;
  return {
    span: (isSubgroupWithoutMvp ? coding?.span : set.programName?.span) ?? set.span,
    ...(isSubgroupWithoutMvp && participantWithoutId(document, 'TRC')),
    // Without a subgroup id the coding itself is in doubt, and that is told by identifier-missing.
    isEcho: isSubgroupWithoutMvp && !has(submission, 'subgroupId'),
    message: isSubgroupWithoutMvp
      ? `"${coding?.value}" is coded for ${ENTITY_REQUIREMENTS[entityType].label}, but the file names no MIPS Value Pathway: ${reason}.`
      : `The program "${program}" does not go with entity type "${entityType}": ${reason}.`,
    ...(coding &&
      !isSubgroupWithoutMvp && {
        related: [
          {
            span: coding.span,
            message: `The file is coded for ${ENTITY_REQUIREMENTS[entityType].label} here.`,
          },
        ],
      }),
  };
}
