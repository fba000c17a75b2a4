import { propertyOf } from '../../json/locate.ts';
import { replacement } from '../../text/edit.ts';
import { choice } from '../fixing/proposals.ts';
import { deleteProperty } from '../qppJson/edits.ts';
import type { Problem, ProposedFix, Rule, RuleContext } from '../rule.ts';
import { codedEntityType, ENTITY_REQUIREMENTS, IDENTIFIER_NAMES } from './entityTypes.ts';

/** A QPP JSON file has an id that its entity type must not have. */
export const identifierNotAllowed: Rule = {
  id: 'identifier-not-allowed',
  layer: 'upload',
  severity: 'error',
  source:
    'QPP submission API (identifiers by entityType); CMS data submission guide: a group is reported by its TIN without any NPI',
  title: 'The entity type must not have this id',
  documentation: `In QPP JSON \`nationalProviderIdentifier\` belongs to \`entityType: "individual"\` alone. A group is filed by its TIN without any NPI, and an APM entity, virtual group or subgroup by its \`entityId\`. Remove the NPI, or make the file an individual's.`,
  *check(context) {
    const { submission } = context;
    const entityType = codedEntityType(submission);
    if (submission.format !== 'qpp-json' || !entityType || entityType === 'individual') return;
    for (const { kind, value, span } of submission.identifiers) {
      if (kind !== 'npi' || !value) continue;
      yield {
        span,
        message: `entityType "${entityType}" means ${ENTITY_REQUIREMENTS[entityType].label}, which has no ${IDENTIFIER_NAMES[kind]}: "${value}" must not stand here. Only "individual" has one.`,
        fixes: () => fixes(context, span),
        ...(submission.entityType && {
          related: [
            { span: submission.entityType.span, message: `The file is coded as "${entityType}" here.` },
          ],
        }),
      };
    }
  },
};

/** Whose data it is cannot be told from the file: the NPI is too much, or the entity type is wrong. */
function fixes({ document, submission }: RuleContext, npi: Problem['span']): ProposedFix[] {
  if (document.format !== 'qpp-json') return [];
  const found = propertyOf(document.json, npi.start);
  const { entityType } = submission;
  return [
    ...(found
      ? [
          {
            ...deleteProperty(found.object, found.property),
            title: 'Delete the NPI',
            isChoice: true,
          } as const,
        ]
      : []),
    ...(entityType
      ? [choice('Change entityType to "individual"', [replacement(entityType.span, 'individual')])]
      : []),
  ];
}
