import type { XmlProblemKind } from '../../xml/tree.ts';
import type { SyntaxRule } from './syntaxRule.ts';
import { xmlFixes } from './xmlFixes.ts';

const SOURCE = 'XML 1.0 (Fifth Edition) and Namespaces in XML; CMS converter code 2 (the file is not XML)';

/** What each fault means to an author: the title and the page of its rule. */
const EXPLANATIONS: Readonly<
  Record<XmlProblemKind, { readonly title: string; readonly documentation: string }>
> = {
  'empty-document': {
    title: 'The file holds no XML',
    documentation:
      'The file is empty, or has nothing but white space and comments. CMS answers with error 2.',
  },
  doctype: {
    title: 'The file has a DOCTYPE',
    documentation:
      "CMS's converter refuses any file with a DOCTYPE, because entity declarations in it can be used to attack the reader. QPP Lens reads none of it and expands no entity. Remove the declaration.",
  },
  'unclosed-element': {
    title: 'An element is never closed',
    documentation:
      'Every start tag needs its end tag, in the right order. A file that was cut off ends inside an element too.',
  },
  'unexpected-end-tag': {
    title: 'An end tag closes nothing',
    documentation:
      'There is an end tag whose start tag is missing, already closed or spelt otherwise (XML names are case-sensitive).',
  },
  'malformed-tag': {
    title: 'A tag is malformed',
    documentation: 'A tag is not ended with ">", or a "<" stands where no tag begins. In text, write `&lt;`.',
  },
  'malformed-attribute': {
    title: 'An attribute is malformed',
    documentation:
      'An attribute is written name="value": with an equals sign, with both quotes, with white space before it, and with `&lt;` for "<".',
  },
  'duplicate-attribute': {
    title: 'An attribute stands twice in one tag',
    documentation: 'An element may have each attribute once. Delete the one that is wrong.',
  },
  'undefined-entity': {
    title: 'An entity is not defined',
    documentation:
      'XML itself knows `&amp;`, `&lt;`, `&gt;`, `&quot;` and `&apos;`. HTML names such as `&nbsp;` must be written as characters or numbers (`&#160;`).',
  },
  'bare-ampersand': {
    title: 'An ampersand is not escaped',
    documentation:
      'Write `&amp;` for "&" in text and in attribute values, for example in the name of a practice.',
  },
  'illegal-character': {
    title: 'A character is not allowed in XML',
    documentation:
      'Control characters other than tab and line ends, and halves of surrogate pairs, cannot stand in XML, not even as a numeric reference.',
  },
  'illegal-text': {
    title: 'Text ends a CDATA section that never began',
    documentation: 'The characters `]]>` may not stand in text; write `]]&gt;`.',
  },
  'malformed-comment': {
    title: 'A comment is malformed',
    documentation: 'A comment ends with `-->` and contains no double hyphen.',
  },
  'malformed-declaration': {
    title: 'The XML declaration is malformed or misplaced',
    documentation:
      'The declaration, when there is one, is the very first thing in the file: `<?xml version="1.0" encoding="UTF-8"?>`. Not even white space may stand before it.',
  },
  'undeclared-prefix': {
    title: 'A namespace prefix is not declared',
    documentation:
      'A prefix such as `xsi:` or `sdtc:` needs a declaration (`xmlns:xsi="…"`) on the element or one around it.',
  },
  'content-outside-root': {
    title: 'There is content outside the root element',
    documentation:
      'An XML file has one root element. Before and after it only comments and processing instructions may stand.',
  },
  'nested-too-deep': {
    title: 'Elements are nested too deep',
    documentation:
      'A QRDA III file is about twenty levels deep. QPP Lens stops building its tree a thousand levels down; that is its own limit.',
  },
  encoding: {
    title: "The file's encoding is not what it says",
    documentation:
      'The encoding named in the XML declaration does not exist or is not the one the file was written in. Save the file as UTF-8 and say so in the declaration.',
  },
};

/** One rule for each kind of fault the XML reader knows. */
export const xmlSyntaxRules: readonly SyntaxRule[] = Object.entries(EXPLANATIONS).map(
  ([kind, explanation]) => ({
    id: `xml-${kind}`,
    layer: 'syntax',
    severity: 'error',
    source: SOURCE,
    ...explanation,
    *check({ document }) {
      const xml = document.format === 'qpp-json' ? null : document.xml;
      if (!xml) return;
      for (const [index, problem] of xml.problems.entries()) {
        if (problem.kind !== kind) continue;
        // The converter's parser stops at the first fault.
        const converterCode = index === 0 ? { converterCode: 2 } : {};
        const { span, message } = problem;
        yield { span, message, ...converterCode, fixes: () => xmlFixes(problem, xml) };
      }
    },
  }),
);
