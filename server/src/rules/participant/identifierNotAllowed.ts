import type { Rule } from '../rule.ts';
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
  *check({ submission }) {
    const entityType = codedEntityType(submission);
    if (submission.format !== 'qpp-json' || !entityType || entityType === 'individual') return;
    for (const { kind, value, span } of submission.identifiers) {
      if (kind !== 'npi' || !value) continue;
      yield {
        span,
        message: `entityType "${entityType}" means ${ENTITY_REQUIREMENTS[entityType].label}, which has no ${IDENTIFIER_NAMES[kind]}: "${value}" must not stand here. Only "individual" has one.`,
        ...(submission.entityType && {
          related: [
            { span: submission.entityType.span, message: `The file is coded as "${entityType}" here.` },
          ],
        }),
      };
    }
  },
};
