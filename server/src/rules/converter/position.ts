import type { TemplateNode } from '../../qrda3/decode/nodes.ts';
import type { LineIndex } from '../../text/lineIndex.ts';
import type { XmlElement } from '../../xml/tree.ts';

/** The place CMS's converter reports: the element as XPath, and 1-based line and column just after its templateId. */
export interface ConverterPosition {
  readonly converterLine: number;
  readonly converterColumn: number;
  readonly converterPath: string;
}

/** Where CMS's converter says an error of that node is. */
export function converterPosition(node: TemplateNode, lines: LineIndex): ConverterPosition {
  const { line, character } = lines.positionAt((node.templateId ?? node.element).openEnd);
  return {
    converterLine: line + 1,
    converterColumn: character + 1,
    converterPath: converterPath(node.element),
  };
}

/** The absolute XPath of an element in the converter's writing: an index only where a sibling has the same name. */
export function converterPath(element: XmlElement): string {
  const step = nameTest(element) + siblingIndex(element);
  return element.parent === null ? `/${step}` : `${converterPath(element.parent)}/${step}`;
}

function nameTest({ local, namespace }: XmlElement): string {
  return namespace === null ? local : `*[local-name() = '${local}' and namespace-uri() = '${namespace}']`;
}

function siblingIndex(element: XmlElement): string {
  const twins = (element.parent?.children ?? []).filter(
    ({ local, namespace }) => local === element.local && namespace === element.namespace,
  );
  return twins.length > 1 ? `[${twins.indexOf(element) + 1}]` : '';
}
