import type { YearCatalog } from '../../catalog/catalog.ts';
import { performanceYears } from '../../catalog/performanceYears.ts';
import type { JsonObject } from '../../json/tree.ts';
import { member } from '../../json/tree.ts';
import type { FieldPlace } from '../../qppJson/places.ts';
import type { SubmissionParts } from '../../qppJson/shape.ts';
import { textAt } from '../../qppJson/sourcedValue.ts';
import type { Span } from '../../text/span.ts';
import type { Proposal } from '../proposal.ts';
import { textProposal } from './textProposal.ts';

/** Values of keys that take one of a few, or that the rest of the file suggests. */
export function valueProposals(
  key: string,
  place: FieldPlace,
  parts: SubmissionParts,
  catalog: YearCatalog,
  span: Span,
): Proposal[] {
  const field = place.fields.find(({ name }) => name === key);
  if (!field) return [];
  if (field.type === 'boolean') return ['true', 'false'].map((word, order) => literal(word, span, order));
  if (key === 'performanceYear') {
    return performanceYears.toReversed().map((year, order) => literal(String(year), span, order));
  }
  return textValues(key, parts, catalog).map(([text, detail], order) =>
    textProposal(text, span, order, detail === undefined ? {} : { detail }),
  );
}

function literal(word: string, span: Span, order: number): Proposal {
  const { snippet: _, ...proposal } = textProposal(word, span, order);
  return { ...proposal, snippet: word, filterText: word };
}

type TextValue = readonly [text: string, detail?: string];

function textValues(key: string, parts: SubmissionParts, catalog: YearCatalog): TextValue[] {
  const { jsonFormat, performanceYear, mvps } = catalog;
  switch (key) {
    case 'entityType':
      return (jsonFormat?.entityTypes ?? []).map((type) => [type, ENTITY_TYPES[type]]);
    case 'category':
      return (jsonFormat?.categories ?? []).map((category) => [category, CATEGORIES[category]]);
    case 'submissionMethod':
      return (jsonFormat?.submissionMethods ?? []).map((method) => [method, METHODS[method]]);
    case 'programName':
      return [
        ...(jsonFormat?.programs ?? []).map((program): TextValue => [program]),
        ...[...mvps.values()].map(({ mvpId, title }): TextValue => [mvpId, title]),
      ].filter(([program]) => isOpenTo(program, parts, catalog));
    case 'performanceStart':
      return [[`${performanceYear}-01-01`]];
    case 'performanceEnd':
      return [[`${performanceYear}-12-31`]];
    case 'cehrtId':
      return cehrtIds(parts.sets).map((id) => [id, 'As in another set of this file']);
    default:
      return [];
  }
}

/** Whether the file's kind of participant can report to a program: a subgroup to MVPs alone. */
function isOpenTo(
  program: string,
  { participant }: SubmissionParts,
  { jsonFormat, mvps }: YearCatalog,
): boolean {
  const entityType = (participant && textAt(participant, 'entityType')?.value) ?? '';
  const limits = jsonFormat?.programsByEntityType ?? {};
  const programs = Object.hasOwn(limits, entityType) ? limits[entityType] : undefined;
  return (
    programs === undefined || programs.includes(program) || (programs.includes('MVP') && mvps.has(program))
  );
}

function cehrtIds(sets: readonly JsonObject[]): string[] {
  const ids = sets.map((set) => textAt(set, 'cehrtId')?.value).filter((id) => id !== undefined && id !== '');
  return [...new Set(ids)].filter((id) => id !== undefined);
}

const ENTITY_TYPES: Readonly<Record<string, string>> = {
  individual: 'One clinician in one practice: TIN and NPI',
  group: 'A practice: TIN, no NPI',
  virtualGroup: 'Several practices: entityId',
  apm: 'An APM entity: entityId',
  subgroup: 'Part of a group, for an MVP: entityId (SG-…)',
};

const CATEGORIES: Readonly<Record<string, string>> = {
  quality: 'Quality measures',
  pi: 'Promoting Interoperability',
  aci: 'Advancing Care Information, the name of Promoting Interoperability in 2017',
  ia: 'Improvement activities',
};

const METHODS: Readonly<Record<string, string>> = {
  registry: 'MIPS CQMs and QCDR measures; pi and ia that are not from QRDA',
  electronicHealthRecord: 'eCQMs; pi and ia from QRDA',
};

/** The strata of a measure that are not reported yet; `own` is the stratum whose name is being written. */
export function openStrata(value: JsonObject, names: readonly string[], own: JsonObject | null): string[] {
  const strata = member(value, 'strata');
  const items = strata?.type === 'array' ? strata.items : [];
  const taken = new Set(
    items.map((item) =>
      item.type === 'object' && item !== own ? textAt(item, 'stratum')?.value : undefined,
    ),
  );
  return names.filter((name) => !taken.has(name));
}
