import { attributeDemands } from '../../qrda3/guide/demands.ts';
import { guideAttribute } from '../../qrda3/guide/element.ts';
import { snippetText } from '../../text/snippet.ts';
import type { AttributeCursor } from '../../xml/cursor.ts';
import { type Proposal, sortKey } from '../proposal.ts';
import type { WritingPlace } from './place.ts';

/** The attributes an element may have and does not have yet, what guide and schema ask for first. */
export function attributeProposals(cursor: AttributeCursor, place: WritingPlace): Proposal[] {
  const { element, span } = cursor;
  const type = place.schema.typeOf(element);
  const demands = attributeDemands(element, place.asked);
  const asked = demands.map(({ name }) => name);
  const required = (type?.required ?? []).filter((name) => !asked.includes(name));
  const typed = place.document.text.slice(span.start, span.end);
  const known = [...asked, ...required, ...(type?.attributes.keys() ?? [])];
  const names = [...new Set(known)].filter(
    (name) => !name.startsWith('{') && (name === typed || guideAttribute(element, name) === undefined),
  );
  return names.map((name, order) => {
    const demand = demands.find((candidate) => candidate.name === name);
    const { codes } = type?.attributes.get(name)?.type ?? {};
    const fixed = demand?.values.length === 1 ? demand.values[0] : codes?.length === 1 ? codes[0] : undefined;
    const value = fixed === undefined ? '$1' : snippetText(fixed);
    const isAsked = demand !== undefined || required.includes(name);
    return {
      label: name,
      kind: 'key',
      ...(isAsked && { detail: fixed === undefined ? 'asked for' : `"${fixed}"` }),
      snippet: cursor.isNameOnly ? name : `${name}="${value}"`,
      span,
      filterText: name,
      sortText: sortKey(order),
    };
  });
}
