import type { JsonObject, JsonProperty } from '../../json/tree.ts';
import type { Field } from '../../qppJson/fields.ts';
import { gap } from '../../qppJson/skeleton.ts';
import { createGaps, snippetText } from '../../text/snippet.ts';
import type { Span } from '../../text/span.ts';
import { type Proposal, sortKey } from '../proposal.ts';

/** The keys an object does not have yet, those it needs first. Keys that CMS sets or works out are not offered. */
export function keyProposals(
  object: JsonObject,
  property: JsonProperty | null,
  fields: readonly Field[],
  span: Span,
): Proposal[] {
  const present = new Set(object.properties.filter((other) => other !== property).map(({ key }) => key));
  const open = fields.filter(({ name, role }) => role === undefined && !present.has(name));
  const ordered = [...open].sort((a, b) => Number(b.isRequired ?? false) - Number(a.isRequired ?? false));
  return ordered.map((field, order) => {
    const key = JSON.stringify(field.name);
    const hasValue = property !== null && property.value !== null;
    return {
      label: field.name,
      kind: 'key',
      detail: field.description,
      snippet: hasValue ? snippetText(key) : `${snippetText(key)}: ${gap(field, createGaps())}`,
      span,
      filterText: key,
      sortText: sortKey(order),
    };
  });
}
