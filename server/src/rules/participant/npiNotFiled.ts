import { replacement } from '../../text/edit.ts';
import { removeAttribute } from '../../xml/edit.ts';
import { elementAt } from '../../xml/locate.ts';
import { attribute } from '../../xml/tree.ts';
import { choice } from '../fixing/proposals.ts';
import type { Problem, ProposedFix, Rule, RuleContext } from '../rule.ts';
import { codedEntityType, ENTITY_REQUIREMENTS } from './entityTypes.ts';
import { programFixes } from './identifierMissing.ts';

/** Programs of the guide that want the NPI as nullFlavor NA, with no extension. */
const NPI_IS_NULL = /^(?:MIPS_GROUP|MIPS_VIRTUALGROUP|MIPS_APMENTITY|MIPS_APP1_GROUP|MIPS_APP1_APMENTITY)$/i;

/** A QRDA III file names a clinician, but is coded for a participant that is filed without one. */
export const npiNotFiled: Rule = {
  id: 'npi-not-filed',
  layer: 'score',
  severity: 'warning',
  source:
    'CMS converter (the NPI is read for individuals only); CMS QRDA III implementation guide, CONF 5562-18177_C01 and its earlier numbers',
  title: 'The NPI in the file is not filed',
  documentation: `An NPI stands in a file that is coded for a group, virtual group, APM entity or subgroup. CMS's converter reads an NPI for individual programs only, so the data counts for the whole group or entity and the NPI is dropped without a word. Where the data is one clinician's, the program must be the individual one (\`MIPS_INDIV\`, \`MIPS_APP1_INDIV\`, \`APP_PLUS_INDIV\`); where it is the group's, give the NPI as \`<id root="2.16.840.1.113883.4.6" nullFlavor="NA"/>\`, as the implementation guide asks for most of these programs.`,
  *check(context) {
    const { submission } = context;
    const entityType = codedEntityType(submission);
    if (submission.format !== 'qrda3' || !entityType || entityType === 'individual') return;
    for (const { kind, value, span } of submission.identifiers) {
      if (kind === 'npi' && value) yield problem(value, span, entityType, context);
    }
  },
};

function problem(
  npi: string,
  span: Problem['span'],
  entityType: keyof typeof ENTITY_REQUIREMENTS,
  context: RuleContext,
): Problem {
  const { submission } = context;
  const program = submission.documentProgram?.value ?? '';
  const isAgainstGuide = NPI_IS_NULL.test(program);
  return {
    span,
    severity: isAgainstGuide ? 'warning' : 'information',
    message: `The program "${program}" means ${ENTITY_REQUIREMENTS[entityType].label}: CMS does not read the NPI "${npi}", and the data will not count for that clinician alone.${isAgainstGuide ? ' The guide wants nullFlavor "NA" here.' : ''}`,
    explains: [{ rules: ['guide-program'], within: span }],
    fixes: () => fixes(span, context),
    conf: isAgainstGuide ? ['5562-18177_C01'] : [],
    ...(submission.documentProgram && {
      related: [{ span: submission.documentProgram.span, message: 'The program is named here.' }],
    }),
  };
}

/** Whose data it is cannot be told from the file, unless the id has the nullFlavor that the guide wants beside its value. */
function fixes(span: Problem['span'], { document, submission }: RuleContext): ProposedFix[] {
  const id = document.format === 'qrda3' ? elementAt(document.xml, span.start) : null;
  const extension = id && attribute(id, 'extension');
  if (extension && attribute(id, 'nullFlavor')?.value === 'NA') {
    return [{ title: 'Remove the NPI', edits: [removeAttribute(document.text, extension)] }];
  }
  const individual = programFixes('individual', submission).map((fix) => ({
    ...fix,
    isChoice: true as const,
  }));
  if (!extension) return individual;
  const place = { start: extension.nameStart, end: extension.valueEnd + 1 };
  return [choice('Give the NPI as nullFlavor "NA"', [replacement(place, 'nullFlavor="NA"')]), ...individual];
}
