import { type ChildDemand, childDemands, mostSpecific } from '../../qrda3/guide/demands.ts';
import { oidName } from '../../qrda3/guide/oidNames.ts';
import { singleStep } from '../../qrda3/guide/roles.ts';
import { templatesIn } from '../../qrda3/guide/templatesIn.ts';
import { findTemplate } from '../../qrda3/guide/wording.ts';
import { allowedChildren } from '../../qrda3/schema/allowedChildren.ts';
import { elementKey } from '../../qrda3/schema/names.ts';
import { demandedChild, elementSkeleton, plainChild } from '../../qrda3/skeleton/element.ts';
import { MEASURE_TEMPLATES } from '../../qrda3/skeleton/measureTemplates.ts';
import type { Tag } from '../../qrda3/skeleton/tag.ts';
import type { TagCursor } from '../../xml/cursor.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { type Proposal, type Proposals, sortKey } from '../proposal.ts';
import { prefixAt, skeletonContext, type WritingPlace } from './place.ts';
import { tagProposal } from './tagProposal.ts';
import { type WholeEntry, wholeEntries } from './wholeEntries.ts';

/** How much text one answer carries at most: what is beyond is offered as more is typed. */
const TEXT_LIMIT = 100_000;

/**
 * The elements that may be written at a place, what guide and schema still want there first, then whole entries, then
 * what else the schema allows.
 */
export function elementProposals(cursor: TagCursor, place: WritingPlace): Proposals {
  const { parent } = cursor;
  if (!parent) return { proposals: [], isCut: false };
  const hasBracket = place.document.text[cursor.span.start] === '<';
  // Words of a narrative are no names of elements.
  if (!hasBracket && place.schema.typeOf(parent)?.isMixed) return { proposals: [], isCut: false };
  if (cursor.isNameOnly) return { proposals: nameProposals(parent, cursor, place), isCut: false };
  const wanted = wantedElements(parent, cursor, place);
  const whole = wholeProposals(parent, cursor, place);
  const of = (urgency: Wanted['urgency']) =>
    wanted.filter((one) => one.urgency === urgency).map(({ proposal }) => proposal);
  const proposals = [...of('missing'), ...whole.proposals, ...of('recommended'), ...of('possible')];
  return {
    proposals: proposals.map((proposal, order) => ({ ...proposal, sortText: sortKey(order) })),
    isCut: whole.isCut,
  };
}

/** The names of all elements that may stand at a place: the tag goes on behind the name. */
function nameProposals(parent: XmlElement, cursor: TagCursor, place: WritingPlace): Proposal[] {
  const prefix = prefixAt(parent);
  return allowedKeys(parent, cursor, place).map(({ key }, order) => ({
    label: key,
    kind: 'element',
    snippet: `<${prefix}${key}`,
    span: cursor.span,
    filterText: `<${prefix}${key}`,
    sortText: sortKey(order),
  }));
}

interface Wanted {
  readonly proposal: Proposal;
  /** Whether guide or schema ask for it here, the guide advises it, or it may be there. */
  readonly urgency: 'missing' | 'recommended' | 'possible';
}

function wantedElements(parent: XmlElement, cursor: TagCursor, place: WritingPlace): Wanted[] {
  const allowed = allowedKeys(parent, cursor, place);
  const rank = new Map(allowed.map(({ key }, order) => [key, order]));
  const asked = childDemands(parent, place.asked, [...cursor.before, ...cursor.after]);
  const demands = mostSpecific(asked.filter(({ isFull }) => !isFull)).filter(
    (demand) => rank.has(keyOf(demand)) && !needsMeasure(demand),
  );
  const named = new Set(asked.map(keyOf));
  const plain = allowed.filter(({ key }) => !named.has(key) && !key.includes(':'));
  const wanted = [
    ...demands.map((demand) => ({
      rank: rank.get(keyOf(demand)) ?? 0,
      urgency: urgencyOf(demand),
      make: () => demandProposal(parent, demand, cursor, place),
    })),
    ...plain.map(({ key, isRequired }) => ({
      // What the guide does not speak of comes behind what it does.
      rank: allowed.length + (rank.get(key) ?? 0),
      urgency: isRequired ? ('missing' as const) : ('possible' as const),
      make: () => plainProposal(parent, key, cursor, place),
    })),
  ];
  return fullestOfEach(
    wanted.sort((a, b) => a.rank - b.rank).map(({ make, urgency }) => ({ urgency, proposal: make() })),
  );
}

function urgencyOf({ isMet, isRequired, isAsked }: ChildDemand): Wanted['urgency'] {
  if (isMet || !isAsked) return 'possible';
  return isRequired ? 'missing' : 'recommended';
}

/** Two templates may ask for the same element, one in more detail: the fuller one meets both. */
function fullestOfEach(wanted: readonly Wanted[]): Wanted[] {
  const byLabel = new Map<string, Wanted>();
  for (const one of wanted) {
    const known = byLabel.get(one.proposal.label);
    if (!known || known.proposal.snippet.length < one.proposal.snippet.length)
      byLabel.set(one.proposal.label, one);
  }
  return [...byLabel.values()];
}

function allowedKeys(parent: XmlElement, { before, after }: TagCursor, { schema }: WritingPlace) {
  const type = schema.typeOf(parent);
  return type && !type.isUnchecked ? allowedChildren(type.content, before, after) : [];
}

function keyOf({ step }: ChildDemand): string {
  return elementKey(step.local, step.namespace);
}

function demandProposal(
  parent: XmlElement,
  demand: ChildDemand,
  cursor: TagCursor,
  place: WritingPlace,
): Proposal {
  const made = elementSkeleton(demandedChild(parent, demand), skeletonContext(place), DEPTH);
  const id = demand.isAsked ? null : idWithin(made);
  const what = [...describedBy(demand, place), ...(id === null ? [] : [id])];
  const state = stateOf(demand);
  return tagProposal(cursor, place.document.text, made, 0, {
    label: [demand.step.local, ...what].join(' · '),
    detail: state,
    kind: 'element',
  });
}

/** What the id inside an element is, which tells one kind of participant from another. */
function idWithin({ written, content }: Tag): string | null {
  const root = /^id .*?root="([^"]*)"/.exec(written)?.[1];
  if (root !== undefined) return oidName(root) ?? null;
  if (typeof content === 'string') return null;
  return content.map(idWithin).find((id) => id !== null) ?? null;
}

function stateOf({ isMet, isAsked, isRequired }: ChildDemand): string {
  if (isMet) return 'one more';
  if (!isAsked) return 'optional';
  return isRequired ? 'required' : 'recommended';
}

/** Deeper content is offered in its turn. */
const DEPTH = 3;

function plainProposal(parent: XmlElement, key: string, cursor: TagCursor, place: WritingPlace): Proposal {
  const made = elementSkeleton(plainChild(parent, key), skeletonContext(place), 1);
  return tagProposal(cursor, place.document.text, made, 0, { label: key, kind: 'element' });
}

/** What tells an element from others of its name: its template, or what its id is. */
function describedBy({ step, check }: ChildDemand, { table }: WritingPlace): string[] {
  const root = step.conditions.find((is) => is.kind === 'equals' && is.attribute === 'root');
  const value = root?.kind === 'equals' ? root.value : undefined;
  if (value !== undefined) return [findTemplate(table, value)?.name ?? oidName(value) ?? value];
  const inside = templatesIn(check);
  const names = inside.flatMap(({ root: oid }) => findTemplate(table, oid)?.name ?? []);
  if (names.length > 0) return names.slice(0, 1);
  const held = (check.having ?? []).flatMap((has) =>
    has.kind === 'occurs' ? (singleStep(has)?.local ?? []) : [],
  );
  if (held.length > 0) return held.slice(0, 1);
  return step.conditions.flatMap((is) => (is.kind === 'equals' ? [is.value] : []));
}

/** Whether an element is written whole from a measure's data instead. */
function needsMeasure({ check }: ChildDemand): boolean {
  return templatesIn(check).some(({ root }) => MEASURE_TEMPLATES.has(root));
}

/** Whole entries whose names have the words that are typed, as many as an answer can carry. */
function wholeProposals(parent: XmlElement, cursor: TagCursor, place: WritingPlace): Proposals {
  const { text } = place.document;
  const typed = text.slice(cursor.span.start, cursor.span.end).replace(/^</, '');
  const entries = wholeEntries(parent, [...cursor.before, ...cursor.after], place).filter((entry) =>
    hasWords(entry, typed),
  );
  const proposals: Proposal[] = [];
  let size = 0;
  for (const entry of entries) {
    if (size > TEXT_LIMIT) return { proposals, isCut: true };
    const made = entry.make(skeletonContext(place));
    if (!made) continue;
    const { label, detail } = entry;
    const proposal = tagProposal(cursor, text, made, 0, { label, detail, kind: 'snippet' });
    size += proposal.snippet.length;
    proposals.push(proposal);
  }
  return { proposals, isCut: false };
}

/** Whether a label has every typed word, or the beginning of the element's name is typed. */
function hasWords({ label }: WholeEntry, typed: string): boolean {
  const words = typed
    .toLowerCase()
    .split(/[^\w]+/)
    .filter(Boolean);
  const lower = label.toLowerCase();
  return words.every(
    (word) => lower.includes(word) || 'component entry observation organizer section'.includes(word),
  );
}
