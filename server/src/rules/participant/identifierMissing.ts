import type { QppDocument, Qrda3Document } from '../../document/document.ts';
import { CLINICIAN_PATH } from '../../qrda3/decode/values.ts';
import { sameProgramFor } from '../../qrda3/programs.ts';
import type { EntityType, Identifier, Submission } from '../../submission/submission.ts';
import type { Span } from '../../text/span.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { child, nameSpan } from '../../xml/tree.ts';
import { writeInstead } from '../fixing/proposals.ts';
import type { Explained, Problem, ProposedFix, Rule, RuleContext } from '../rule.ts';
import { codedEntityType, ENTITY_REQUIREMENTS, has, IDENTIFIER_NAMES } from './entityTypes.ts';

/** CONF ids of the guide that ask for the id, for the programs of each entity type. */
const CONF: Readonly<Record<EntityType, Partial<Record<Identifier['kind'], readonly string[]>>>> = {
  individual: { tin: ['CMS_112'], npi: [] },
  group: { tin: ['CMS_82'] },
  virtualGroup: { virtualGroupId: ['CMS_83'] },
  apm: { apmEntityId: ['CMS_109'] },
  subgroup: { subgroupId: ['CMS_114'] },
};

/** The file says who it is for, but lacks the id by which CMS files that kind of participant. */
export const identifierMissing: Rule = {
  id: 'identifier-missing',
  layer: 'upload',
  severity: 'error',
  source:
    'QPP submission API (identifiers by entityType); CMS_82, CMS_83, CMS_109, CMS_112, CMS_114; CMS converter code 78 for virtual groups',
  title: 'The id that the entity type needs is missing',
  documentation: `Who a submission counts for is coded twice: by the program name (QRDA III: \`MIPS_INDIV\`, \`MIPS_GROUP\`, …) or \`entityType\` (QPP JSON), and by the ids in the file. They must fit:

| entity type | needs |
|---|---|
| individual | TIN and NPI |
| group | TIN |
| virtual group | virtual group id |
| APM entity | APM entity id |
| subgroup | subgroup id |

CMS's converter itself refuses only a virtual group without id (error 78). It converts the others, and the submission API then refuses the JSON. Where the ids in the file fit another entity type exactly, the coding is the likelier fault and is underlined; otherwise the place where the id should stand is.`,
  *check(context) {
    const entityType = codedEntityType(context.submission);
    if (!entityType) return;
    const missing = ENTITY_REQUIREMENTS[entityType].required.filter((kind) => !has(context.submission, kind));
    // Where the coding is the likelier fault it is one fault, however many ids it asks for in vain.
    const isCodingWrong = codedOtherwise(context.submission, entityType) !== undefined;
    for (const kind of isCodingWrong ? missing.slice(0, 1) : missing) {
      yield problem(kind, entityType, context);
    }
  },
};

function problem(
  kind: Identifier['kind'],
  entityType: EntityType,
  { submission, document }: RuleContext,
): Problem {
  const { label } = ENTITY_REQUIREMENTS[entityType];
  const coding = submission.documentProgram ?? submission.entityType;
  const other = codedOtherwise(submission, entityType);
  const place = submission.identifiers.find(
    (identifier) => identifier.kind === kind && !identifier.value?.trim(),
  );
  const subject = submission.documentProgram
    ? `The program "${submission.documentProgram.value}"`
    : `entityType "${entityType}"`;
  const missing = place?.nullFlavor
    ? `its ${IDENTIFIER_NAMES[kind]} is given as nullFlavor "${place.nullFlavor}"`
    : `it has no ${IDENTIFIER_NAMES[kind]}`;
  const fits = other ? ` The ids in the file are those of ${ENTITY_REQUIREMENTS[other].label}.` : '';
  const conf = submission.format === 'qrda3' ? (CONF[entityType][kind] ?? []) : [];
  return {
    span:
      (other ? coding?.span : (place?.span ?? placeFor(kind, document) ?? coding?.span)) ?? submission.span,
    message: `${subject} means ${label}, but ${missing}. CMS files ${label} by ${listOf(entityType)}.${fits}`,
    conf,
    ...(other && { fixes: programFixes(other, submission) }),
    ...(document.format === 'qrda3' && { explains: explainedBy(document, place) }),
    ...(entityType === 'virtualGroup' && submission.format === 'qrda3' && { converterCode: 78 }),
    ...(coding &&
      other === undefined &&
      place && { related: [{ span: coding.span, message: `The file is coded for ${label} here.` }] }),
  };
}

/** The name that the same program has for the entity type the ids are those of. */
export function programFixes(entityType: EntityType, { documentProgram }: Submission): ProposedFix[] {
  const code = documentProgram && sameProgramFor(documentProgram.value, entityType);
  return code ? [writeInstead(documentProgram.span, code, `Change the program to ${code}`)] : [];
}

/**
 * The element of a QRDA III header that should hold the id, or the nearest around it that is there: the NPI stands with
 * the clinician, all others with the organisation.
 */
function placeFor(kind: Identifier['kind'], document: QppDocument): Span | undefined {
  if (document.format !== 'qrda3') return undefined;
  const path = kind === 'npi' ? CLINICIAN_PATH : [...CLINICIAN_PATH, 'representedOrganization'];
  const place = deepest(document.nodes.root.element, path);
  return nameSpan(place);
}

/** What the guide and the schema say of the performer, and of the id itself, where it lacks a value. */
function explainedBy(document: Qrda3Document, place: Identifier | undefined): Explained[] {
  const performer = deepest(document.nodes.root.element, CLINICIAN_PATH);
  const isThere = performer.local === CLINICIAN_PATH.at(-1);
  return [
    {
      rules: ['guide-program', 'guide-required-element', 'schema-missing-element'],
      within: isThere ? performer : nameSpan(performer),
    },
    ...(place ? [{ rules: ['guide-null-flavor'], within: place.span }] : []),
  ];
}

/** As far down the path as there are elements. */
function deepest(element: XmlElement, [local, ...further]: readonly string[]): XmlElement {
  const next = local === undefined ? undefined : child(element, local);
  return next ? deepest(next, further) : element;
}

function listOf(entityType: EntityType): string {
  return ENTITY_REQUIREMENTS[entityType].required.map((kind) => IDENTIFIER_NAMES[kind]).join(' and ');
}

/**
 * Another entity type whose ids the file has in full, and whose absent ids it leaves out on purpose: a group says
 * so by an NPI with nullFlavor (CONF 5562-18177_C01), or the file carries an entity id of another kind.
 */
function codedOtherwise(submission: Submission, coded: EntityType): EntityType | undefined {
  if (submission.format === 'qpp-json') return undefined;
  const candidates = (Object.keys(ENTITY_REQUIREMENTS) as EntityType[]).filter(
    (candidate) =>
      candidate !== coded && ENTITY_REQUIREMENTS[candidate].required.every((kind) => has(submission, kind)),
  );
  const withEntityId = candidates.find(
    (candidate) => candidate === 'virtualGroup' || candidate === 'apm' || candidate === 'subgroup',
  );
  if (withEntityId) return withEntityId;
  if (candidates.includes('individual')) return 'individual';
  const leavesOutNpi = submission.identifiers.some(
    ({ kind, nullFlavor }) => kind === 'npi' && nullFlavor !== null,
  );
  return candidates.includes('group') && leavesOutNpi ? 'group' : undefined;
}
