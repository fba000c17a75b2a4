import type { YearCatalog } from '../../catalog/catalog.ts';
import type { Qrda3Document } from '../../document/document.ts';
import type { Knowledge } from '../../knowledge.ts';
import { type XmlCursor, xmlCursorAt } from '../../xml/cursor.ts';
import type { Proposal, Proposals } from '../proposal.ts';
import { attributeProposals } from './attributes.ts';
import { elementProposals } from './elements.ts';
import { endTagProposals } from './endTags.ts';
import { writingPlace } from './place.ts';
import { valueProposals } from './valueProposal.ts';
import { attributeValues } from './values.ts';

/**
 * What can be written at an offset of a QRDA III file, also where the tag there is still being typed: elements by
 * template and place, attributes, values, whole entries, end tags.
 */
export function xmlCompletion(
  document: Qrda3Document,
  offset: number,
  catalog: YearCatalog,
  knowledge: Pick<Knowledge, 'guides' | 'cdaSchema'>,
  trigger: string | null = null,
): Proposals {
  const cursor = xmlCursorAt(document.xml, offset);
  // A blank between words or a slash in a link is nobody's question.
  if (!cursor || (trigger !== null && !TRIGGERS[cursor.kind].includes(trigger))) return all([]);
  if (cursor.kind === 'endTag') return all(endTagProposals(cursor));
  const place = writingPlace(document, catalog, knowledge);
  if (!place) return all([]);
  switch (cursor.kind) {
    case 'tag':
      return elementProposals(cursor, place);
    case 'attribute':
      return all(attributeProposals(cursor, place));
    case 'value':
      return all(valueProposals(cursor, attributeValues(cursor, place), document.text));
  }
}

/** The characters behind which each place begins. */
const TRIGGERS: Readonly<Record<XmlCursor['kind'], string>> = {
  tag: '<',
  endTag: '/',
  attribute: ' ',
  value: '"\'',
};

function all(proposals: readonly Proposal[]): Proposals {
  return { proposals, isCut: false };
}
