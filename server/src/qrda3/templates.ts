/** What a template stands for. Only these templates matter to CMS's converter. */
export type TemplateKind =
  | 'document'
  | 'qualitySection'
  | 'piSection'
  | 'iaSection'
  | 'reportingParameters'
  | 'measure'
  | 'measureData'
  | 'performanceRate'
  | 'aggregateCount'
  | 'piProportion'
  | 'piNumerator'
  | 'piDenominator'
  | 'piAttestation'
  | 'iaMeasure'
  | 'measurePerformed'
  | 'reportingStratum'
  | 'sexSupplemental'
  | 'ethnicitySupplemental'
  | 'raceSupplemental'
  | 'payerSupplemental';

interface TemplateFact {
  readonly kind: TemplateKind;
  /** The converter does not look at the siblings that follow the templateId of such a template. */
  readonly stops?: true;
}

const BASE = '2.16.840.1.113883.10.20.';

/** The document template whose extension tells the version of the guide. */
export const DOCUMENT_TEMPLATE = `${BASE}27.1.2`;

/** HL7's category section. The converter reads only its extension. */
export const CATEGORY_SECTION_TEMPLATE = `${BASE}27.2.1`;

/** The one document template version that qpp.cms.gov's converter takes (June 2026), and code 95's section version. */
export const ACCEPTED_DOCUMENT_VERSION = '2024-12-01';
export const ACCEPTED_CATEGORY_SECTION_VERSION = '2020-12-01';

const FACTS: ReadonlyMap<string, TemplateFact> = new Map<string, TemplateFact>([
  [DOCUMENT_TEMPLATE, { kind: 'document' }],
  [`${BASE}27.2.3`, { kind: 'qualitySection' }],
  [`${BASE}27.2.5`, { kind: 'piSection' }],
  [`${BASE}27.2.4`, { kind: 'iaSection' }],
  [`${BASE}17.3.8`, { kind: 'reportingParameters', stops: true }],
  [`${BASE}27.3.17`, { kind: 'measure' }],
  [`${BASE}27.3.16`, { kind: 'measureData' }],
  [`${BASE}27.3.25`, { kind: 'performanceRate', stops: true }],
  [`${BASE}27.3.3`, { kind: 'aggregateCount', stops: true }],
  [`${BASE}27.3.28`, { kind: 'piProportion' }],
  [`${BASE}27.3.31`, { kind: 'piNumerator' }],
  [`${BASE}27.3.32`, { kind: 'piDenominator' }],
  [`${BASE}27.3.29`, { kind: 'piAttestation' }],
  [`${BASE}27.3.33`, { kind: 'iaMeasure' }],
  [`${BASE}27.3.27`, { kind: 'measurePerformed', stops: true }],
  [`${BASE}27.3.4`, { kind: 'reportingStratum', stops: true }],
  [`${BASE}27.3.6`, { kind: 'sexSupplemental' }],
  [`${BASE}27.3.7`, { kind: 'ethnicitySupplemental' }],
  [`${BASE}27.3.8`, { kind: 'raceSupplemental' }],
  [`${BASE}27.3.18`, { kind: 'payerSupplemental' }],
]);

/** The template of that root, whatever its extension: the converter looks at the root alone. */
export function templateFact(root: string | undefined): TemplateFact | undefined {
  return root === undefined ? undefined : FACTS.get(root);
}

/** Templates that the converter knows without reading anything from them: they keep their element from being skipped. */
export function isKnownTemplate(root: string | undefined): boolean {
  return root === CATEGORY_SECTION_TEMPLATE || templateFact(root) !== undefined;
}
