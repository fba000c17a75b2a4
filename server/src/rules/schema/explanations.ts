import type { SchemaFaultKind } from '../../qrda3/schema/fault.ts';

/** What each fault means to an author: the title and the page of its rule. */
export const EXPLANATIONS: Readonly<
  Record<SchemaFaultKind, { readonly title: string; readonly documentation: string }>
> = {
  'root-element': {
    title: 'The document is no CDA document',
    documentation: `A QRDA III file is a CDA document: its root is \`ClinicalDocument\` in the namespace \`urn:hl7-org:v3\`. With another root or namespace no checker looks any further: the Schematron reports nothing at all, and CMS's converter takes the file for something else.

\`\`\`xml
<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
\`\`\``,
  },
  'unknown-element': {
    title: 'An element cannot stand here',
    documentation:
      'The parent has no such child in CDA. Often the name is mistyped, or the element belongs one level up or down. The message lists what can stand at this place.',
  },
  'misplaced-element': {
    title: 'An element stands in the wrong order',
    documentation: `CDA fixes the order of child elements. The element is right but must move.

\`\`\`xml
<languageCode code="en"/>
<confidentialityCode code="N" codeSystem="2.16.840.1.113883.5.25"/> <!-- comes before languageCode -->
\`\`\``,
  },
  'repeated-element': {
    title: 'An element stands more often than CDA allows',
    documentation:
      'The parent can hold this child only once. Remove one, or put it into a parent of its own.',
  },
  'missing-element': {
    title: 'An element CDA requires is missing',
    documentation:
      'The parent must hold the element whatever template it follows. The finding stands on its start tag; the message says where in the order the element goes.',
  },
  'unknown-attribute': {
    title: 'An attribute cannot stand here',
    documentation:
      'The element, or the data type it names with `xsi:type`, has no such attribute. A count, for example, has `value`, a code has `code`, `codeSystem`, `displayName`.',
  },
  'missing-attribute': {
    title: 'An attribute CDA requires is missing',
    documentation:
      'The element must have the attribute whatever template it follows, for example `classCode` and `moodCode` of an observation.',
  },
  'attribute-value': {
    title: "A value is none of the attribute's type",
    documentation: `Attributes of CDA have types: times are digits (\`20250101\`), counts whole numbers, roots OIDs or UUIDs, type codes one of a list. An empty \`extension\` is no value either: leave the attribute out and give a \`nullFlavor\`.

\`\`\`xml
<effectiveTime value="2025-01-11"/> <!-- 20250111 -->
<value xsi:type="INT" value="10.5"/> <!-- a whole number -->
\`\`\``,
  },
  'repeated-id': {
    title: 'An ID stands twice',
    documentation:
      'The attribute `ID` names a part of the document so that others can refer to it, so each value can stand only once.',
  },
  'data-type': {
    title: 'The data type is missing or unknown',
    documentation: `The \`value\` of an observation can have any data type and so must say which with \`xsi:type\`: \`INT\` for a count, \`REAL\` for a rate, \`CD\` for a code. The prefix \`xsi\` stands for \`http://www.w3.org/2001/XMLSchema-instance\`.

\`\`\`xml
<value xsi:type="INT" value="1000"/>
\`\`\``,
  },
  text: {
    title: 'Text stands where CDA allows none',
    documentation:
      'The element holds elements or attributes only. Text between them is usually a leftover of editing.',
  },
};
