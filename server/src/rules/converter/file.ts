import type { NodeTree } from '../../qrda3/decode/nodes.ts';
import { ACCEPTED_DOCUMENT_VERSION, DOCUMENT_TEMPLATE } from '../../qrda3/templates.ts';
import { closest } from '../../text/closest.ts';
import { renameElement } from '../../xml/edit.ts';
import { attribute, nameSpan, valueSpan, type XmlDocument } from '../../xml/tree.ts';
import { addTemplateOfYear } from '../fixing/templateEdits.ts';
import type { ConverterScope, Refusal, RefusalCode } from './refusal.ts';

/** Codes for what stops the converter before, or instead of, its checks. */
export const fileCodes: readonly RefusalCode[] = [
  {
    code: 2,
    id: 'converter-not-xml',
    title: 'The converter cannot read the file as XML',
    documentation: `A file that is not well-formed, is empty or has a document type declaration is refused before anything in it is looked at. The syntax findings tell where.`,
  },
  {
    code: 3,
    id: 'converter-crash',
    title: "CMS's converter crashes on a value",
    documentation: `Some values make CMS's converter fail with an unexpected error. It then reports nothing else, so every other error of the file stays hidden until this one is gone; QPP Lens reports them all.`,
  },
  {
    code: 5,
    id: 'document-template-version',
    title: 'The converter does not know the document template',
    documentation: `CMS's converter takes a document whose root is ClinicalDocument and whose templateId 2.16.840.1.113883.10.20.27.1.2 has the one extension of the current performance year (${ACCEPTED_DOCUMENT_VERSION} for 2025; CMS's own 2025 samples with 2024-07-01 are refused). It looks at nothing else then; QPP Lens goes on. A file of another performance year with that year's own extension gets this as information.`,
  },
  {
    code: 82,
    id: 'converter-error-limit',
    title: 'More errors than the converter lists',
    documentation: `CMS's converter lists a hundred errors and adds one that says there were more. Those beyond are reported by QPP Lens without converter code.`,
  },
];

/** The converter's answer to a file that is not well-formed; the reader's own finding tells the fault itself. */
export function notXml(xml: XmlDocument): Refusal {
  const problem = xml.problems[0];
  return {
    code: 2,
    node: null,
    span: problem?.span ?? { start: 0, end: 0 },
    message: "CMS's converter refuses the file because it is not well-formed XML.",
    isEcho: true,
  };
}

/** The document is not one the converter takes: its root element or its template is another. */
export function notAccepted({ root }: NodeTree, { text, table }: ConverterScope): Refusal {
  const base = { code: 5, node: null } as const;
  if (root.element.local !== 'ClinicalDocument') {
    const message = `The root element is ${root.element.local}; a QRDA III document's is ClinicalDocument.`;
    const edits = renameElement(root.element, 'ClinicalDocument');
    const fixes = [{ title: 'Rename it to ClinicalDocument', edits, mayUncover: true } as const];
    return {
      ...base,
      span: nameSpan(root.element),
      message,
      ...(isMisspelt(root.element.local) && { fixes }),
    };
  }
  const extension = root.templateId === null ? undefined : attribute(root.templateId, 'extension');
  if (extension === undefined) {
    const message = `The document has no templateId 2.16.840.1.113883.10.20.27.1.2 with extension ${ACCEPTED_DOCUMENT_VERSION}, so CMS's converter does not take it.`;
    const fixes = () => addTemplateOfYear(root.element, DOCUMENT_TEMPLATE, table, text);
    return { ...base, span: nameSpan(root.templateId ?? root.element), message, fixes };
  }
  return {
    ...base,
    span: valueSpan(extension),
    message: `CMS's converter takes only the document template version ${ACCEPTED_DOCUMENT_VERSION}, not "${extension.value}".`,
    fixes: [
      {
        title: `Set the document template version to ${ACCEPTED_DOCUMENT_VERSION}`,
        edits: [{ span: valueSpan(extension), newText: ACCEPTED_DOCUMENT_VERSION }],
      },
    ],
  };
}

function isMisspelt(name: string): boolean {
  return closest(name, ['ClinicalDocument']) !== undefined;
}

/** The converter's note that it found more errors than it lists. */
export function limitReached(total: number, root: NodeTree['root']): Refusal {
  const message = `The file has ${total} errors; CMS's converter lists only the first hundred.`;
  return { code: 82, node: null, span: nameSpan(root.element), message, severity: 'information' };
}
