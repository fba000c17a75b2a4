import type { EndTagCursor } from '../../xml/cursor.ts';
import { type Proposal, sortKey } from '../proposal.ts';

/** The end tag of the element that is open, and of those around it. */
export function endTagProposals({ element, span }: EndTagCursor): Proposal[] {
  const names: string[] = [];
  for (let at = element.parent; at; at = at.parent) if (!names.includes(at.name)) names.push(at.name);
  return [element.name, ...names.filter((name) => name !== element.name)].map((name, order) => ({
    label: `</${name}>`,
    kind: 'element',
    snippet: `</${name}>`,
    span,
    filterText: `</${name}>`,
    sortText: sortKey(order),
  }));
}
