import type { YearCatalog } from '../../catalog/catalog.ts';
import { performanceYears } from '../../catalog/performanceYears.ts';
import type { Knowledge } from '../../knowledge.ts';
import { EXAMPLE_NPI, EXAMPLE_TIN } from '../../submission/exampleIds.ts';
import { inReadingOrder } from '../../text/snippet.ts';
import { type Proposal, type Proposals, sortKey } from '../proposal.ts';

/** A new file holds at most the braces of an empty object, or a word. */
const NEW_JSON = /^\ufeff?\s*(?:\{\s*\}?|[\w ]*)\s*$/;

/** Whole QPP JSON submissions by year for a file in which nothing stands yet, the newest year first. */
export function newQppJsonProposals(
  text: string,
  offset: number,
  { catalogs }: Pick<Knowledge, 'catalogs'>,
): Proposals {
  if (offset > text.length || text.length > 1_000 || !NEW_JSON.test(text))
    return { proposals: [], isCut: false };
  const proposals = performanceYears.toReversed().flatMap((year) => {
    const catalog = catalogs.year(year);
    const activity = catalog && firstActivity(catalog);
    if (!catalog || activity === undefined) return [];
    return (['group', 'individual'] as const).map((entityType): Proposal => {
      const label = `QPP JSON submission of ${year} · ${entityType}`;
      return {
        label,
        kind: 'snippet',
        detail: `for ${entityType === 'group' ? 'a practice' : 'one clinician'}, with an activity`,
        snippet: inReadingOrder(submission(year, entityType, activity)),
        span: { start: 0, end: text.length },
        filterText: `${text.slice(0, offset)}${label}`,
        sortText: '',
      };
    });
  });
  return {
    proposals: proposals.map((proposal, order) => ({ ...proposal, sortText: sortKey(order) })),
    isCut: false,
  };
}

function firstActivity(catalog: YearCatalog): string | undefined {
  for (const { category, measureId } of catalog.measures.values()) if (category === 'ia') return measureId;
  return undefined;
}

function submission(year: number, entityType: 'group' | 'individual', activity: string): string {
  return [
    '{',
    `  "performanceYear": ${year},`,
    `  "entityType": "${entityType}",`,
    `  "taxpayerIdentificationNumber": "\${1:${EXAMPLE_TIN}}",`,
    ...(entityType === 'individual' ? [`  "nationalProviderIdentifier": "\${2:${EXAMPLE_NPI}}",`] : []),
    '  "measurementSets": [',
    '    {',
    '      "category": "ia",',
    '      "submissionMethod": "registry",',
    '      "programName": "mips",',
    `      "performanceStart": "${year}-01-01",`,
    `      "performanceEnd": "${year}-12-31",`,
    '      "measurements": [',
    `        { "measureId": "\${3:${activity}}", "value": \${4|true,false|} }`,
    '      ]',
    '    }',
    '  ]',
    '}',
  ].join('\n');
}
