import { type Tag, writeTag } from '../../qrda3/skeleton/tag.ts';
import { inReadingOrder } from '../../text/snippet.ts';
import type { TagCursor } from '../../xml/cursor.ts';
import { type Proposal, sortKey } from '../proposal.ts';
import { prefixAt } from './place.ts';

/** An element as a proposal: in place of its `<` and what has been typed of its name. */
export function tagProposal(
  { span, parent }: TagCursor,
  text: string,
  tag: Tag,
  order: number,
  { label, detail, kind }: Pick<Proposal, 'label' | 'detail' | 'kind'>,
): Proposal {
  const hasBracket = text[span.start] === '<';
  const name = /^\S*/.exec(tag.written)?.[0] ?? '';
  return {
    label,
    kind,
    ...(detail !== undefined && { detail }),
    snippet: inReadingOrder(writeTag(tag, parent ? prefixAt(parent) : '')),
    span,
    filterText: `${hasBracket ? '<' : ''}${label.startsWith(name) ? '' : `${name} `}${label}`,
    sortText: sortKey(order),
  };
}
