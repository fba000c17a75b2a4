import { childNodes, type TemplateNode } from '../../qrda3/decode/nodes.ts';
import { elementsAt, programNames } from '../../qrda3/decode/values.ts';
import { ACCEPTED_PROGRAMS, isAcceptedProgram } from '../../qrda3/programs.ts';
import { closest } from '../../text/closest.ts';
import type { Sourced } from '../../text/span.ts';
import { isRepetition } from '../../xml/compare.ts';
import { removeElement } from '../../xml/edit.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { writeInstead } from '../fixing/proposals.ts';
import type { ProposedFix } from '../rule.ts';
import {
  type NodeCheck,
  type Refusal,
  spanOf,
  spanOfDeepest,
  spanOfSurplus,
  spanOfValue,
  withoutRepetition,
} from './refusal.ts';

/** What the converter asks of the document: sections, program name, virtual group id. */
export const documentCheck: NodeCheck = {
  kinds: ['document'],
  codes: [
    {
      code: 23,
      id: 'section-missing',
      title: 'No section with measures',
      documentation: `A submission has at least one of the three sections quality, Promoting Interoperability and improvement activities. CMS's converter knows a section by the root of its CMS template (27.2.3, 27.2.5, 27.2.4); a section with only the HL7 template is none to it, and its measures are lost.`,
    },
    {
      code: 26,
      id: 'pi-section-repeated',
      title: 'More than one Promoting Interoperability section',
      documentation: `A document has at most one Promoting Interoperability section. Put all its measures into one.`,
    },
    {
      code: 27,
      id: 'section-repeated',
      title: 'More than one quality or improvement activities section',
      documentation: `A document has at most one quality section and one improvement activities section. (For a second quality section the converter gives the error of the improvement activities section.)`,
    },
    {
      code: 24,
      id: 'program-name-count',
      title: 'No program name, or several',
      documentation: `informationRecipient/intendedRecipient holds exactly one id with root 2.16.840.1.113883.3.249.7; its extension is the CMS program name, such as \`MIPS_GROUP\`. It says on whose behalf the file is submitted, so without it nothing can be filed.

\`\`\`xml
<informationRecipient>
  <intendedRecipient>
    <id root="2.16.840.1.113883.3.249.7" extension="MIPS_GROUP"/>
  </intendedRecipient>
</informationRecipient>
\`\`\``,
    },
    {
      code: 25,
      id: 'program-name-unknown',
      title: 'A program name the converter does not take',
      documentation: `CMS's converter takes the MIPS, APP (\`MIPS_APP1_*\`) and APP Plus (\`APP_PLUS_*\`) program names; upper and lower case are the same to it, a space at either end is not. It refuses those of other programs (CPCPLUS, PCF, MCP_*, SSP_PI_*), which the QRDA III guides of some years name.`,
    },
    {
      code: 78,
      id: 'virtual-group-id-missing',
      title: 'A virtual group without its id',
      documentation: `MIPS_VIRTUALGROUP needs the virtual group's id: representedOrganization/id with root 2.16.840.1.113883.3.249.5.2.

\`\`\`xml
<representedOrganization>
  <id root="2.16.840.1.113883.3.249.5.2" extension="x12345"/>
</representedOrganization>
\`\`\``,
    },
  ],
  *check(document, { header, text }) {
    yield* checkSections(document, text);
    const names = programNames(document.element);
    if (names.length !== 1) {
      yield wrongNameCount(document, names, text);
      return;
    }
    const raw = header.rawProgram;
    if (raw !== null && !isAcceptedProgram(raw.value)) {
      yield {
        code: 25,
        node: document,
        span: raw.span,
        message: unknownProgram(raw.value),
        fixes: programFixes(raw),
      };
    }
    if (header.entityType?.value === 'virtualGroup' && header.entityId === null) {
      yield {
        code: 78,
        node: document,
        span: raw?.span ?? spanOf(document),
        message:
          'A virtual group needs its id: representedOrganization/id with root 2.16.840.1.113883.3.249.5.2.',
        isEcho: true,
      };
    }
  },
};

function* checkSections(document: TemplateNode, text: string): Iterable<Refusal> {
  const quality = childNodes(document, 'qualitySection');
  const pi = childNodes(document, 'piSection');
  const ia = childNodes(document, 'iaSection');
  if (quality.length + pi.length + ia.length === 0) {
    yield {
      code: 23,
      node: document,
      span: spanOfDeepest(document, ['component', 'structuredBody', 'component', 'section']),
      message:
        "The document has no quality, Promoting Interoperability or improvement activities section with CMS's template.",
    };
  }
  yield* repeated(26, document, pi, 'Promoting Interoperability', text);
  yield* repeated(27, document, ia, 'improvement activities', text);
  yield* repeated(27, document, quality, 'quality', text);
}

function* repeated(
  code: number,
  document: TemplateNode,
  sections: readonly TemplateNode[],
  name: string,
  text: string,
): Iterable<Refusal> {
  const second = sections[1];
  if (second === undefined) return;
  const message = `The document has ${sections.length} ${name} sections; at most one is allowed.`;
  const fixes = () => withoutRepetition(sections, text);
  yield { code, node: document, span: spanOfSurplus(second), message, fixes };
}

/** What the guide says of the recipient where its program name is missing or there several times. */
const PROGRAM_ECHOES = [
  'guide-fixed-value',
  'guide-null-flavor',
  'guide-repeated-element',
  'guide-required-attribute',
  'guide-required-element',
  'schema-missing-element',
  'schema-repeated-element',
];

function wrongNameCount(
  document: TemplateNode,
  names: ReturnType<typeof programNames>,
  text: string,
): Refusal {
  const message =
    names.length === 0
      ? 'The document names no program: informationRecipient/intendedRecipient needs an id with root 2.16.840.1.113883.3.249.7 and the program name as extension.'
      : `The document names ${names.length} programs (${names.map(({ value }) => value).join(', ')}); exactly one is allowed.`;
  const missingAt = spanOfDeepest(document, ['informationRecipient', 'intendedRecipient', 'id']);
  return {
    code: 24,
    node: document,
    span: names[1] === undefined ? missingAt : spanOfValue(names[1], document),
    message,
    explains: elementsAt(document.element, ['informationRecipient']).map((recipient) => ({
      rules: PROGRAM_ECHOES,
      within: recipient,
    })),
    fixes: () => repeatedRecipients(document.element, text),
  };
}

/** The same recipient twice, or the same id twice in one. */
function repeatedRecipients(document: XmlElement, text: string): ProposedFix[] {
  const recipients = elementsAt(document, ['informationRecipient']);
  const ids = elementsAt(document, ['informationRecipient', 'intendedRecipient', 'id']);
  for (const [first, ...others] of [recipients, ids]) {
    if (!first || others.length === 0 || others.some((other) => !isRepetition(text, first, other))) continue;
    return [
      {
        title: `Remove the repeated <${first.name}>`,
        edits: others.map((other) => removeElement(text, other)),
      },
    ];
  }
  return [];
}

/** A name that is misspelt or has blanks around it. */
function programFixes({ value, span }: Sourced<string>): ProposedFix[] {
  const meant = closest(value, ACCEPTED_PROGRAMS);
  return meant ? [writeInstead(span, meant)] : [];
}

function unknownProgram(raw: string): string {
  const trimmed = raw.trim();
  if (trimmed !== raw && isAcceptedProgram(trimmed)) {
    return `The program name "${raw}" has a space at its end or beginning; CMS's converter then does not know it.`;
  }
  return `CMS's converter does not take the program "${raw}". It takes MIPS_INDIV, MIPS_GROUP, MIPS_VIRTUALGROUP, MIPS_APMENTITY, MIPS_SUBGROUP, MIPS_APP1_* and APP_PLUS_*.`;
}
