import type { TemplateNode } from '../../qrda3/decode/nodes.ts';
import type { LineIndex } from '../../text/lineIndex.ts';
import { localNamePath } from '../../xml/localNamePath.ts';

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
    converterPath: localNamePath(node.element),
  };
}
