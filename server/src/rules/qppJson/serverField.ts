import { fieldsByName } from '../../qppJson/fieldIndex.ts';
import type { Rule } from '../rule.ts';
import { deleteProperty } from './edits.ts';
import { jsonParts } from './jsonParts.ts';

/** A key that CMS sets, copied from one of its answers. */
export const jsonServerField: Rule = {
  id: 'json-server-field',
  layer: 'upload',
  severity: 'warning',
  source:
    "CMS QPP submissions API documentation (fields that are not writable); CMS's upload client removes them before it sends a set",
  title: 'CMS sets this key itself',
  documentation: `Keys such as \`id\`, \`createdAt\`, \`submissionId\`, \`submitterId\` or \`suppressed\` stand in the answers of the API. They are not for upload; CMS's own upload client removes those of measurement sets before sending. Delete them.`,
  *check(context) {
    const parts = jsonParts(context);
    if (!parts || parts.shape === 'response') return;
    for (const { kind, object, fields, label } of parts.objects) {
      const known = fieldsByName(fields);
      for (const property of object.properties) {
        if (known.get(property.key)?.role !== 'server') continue;
        // The body of one set may name its submission by id instead of nesting it.
        if (kind === 'set' && parts.shape === 'measurement-set' && property.key === 'submissionId') continue;
        yield {
          span: property.keySpan,
          message: `"${property.key}" of ${label} is set by CMS and not uploaded.`,
          fixes: [deleteProperty(object, property)],
        };
      }
    }
  },
};
