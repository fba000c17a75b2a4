import type { NodeTree } from '../../qrda3/decode/nodes.ts';
import { programNames } from '../../qrda3/decode/values.ts';
import { yearsOfDocumentVersion } from '../../qrda3/documentVersions.ts';
import { isProgramOfYear } from '../../qrda3/programs.ts';
import { ACCEPTED_DOCUMENT_VERSION } from '../../qrda3/templates.ts';
import { attributeValue } from '../../xml/tree.ts';
import type { ConverterResult } from './run.ts';

/** The category section version of the guides from 2023 on. */
const FIRST_YEAR_OF_CATEGORY_SECTION = 2023;

/**
 * CMS's converter judges every file by the rules of its own performance year. What is right by the
 * rules of the file's year is no fault of the file: it stays for comparison with the converter, and
 * one note says that the converter takes another year's files.
 */
export function judgeByOwnYear(
  result: ConverterResult,
  nodes: NodeTree,
  performanceYear: number,
): ConverterResult {
  if (yearsOfDocumentVersion(ACCEPTED_DOCUMENT_VERSION).includes(performanceYear)) return result;
  switch (result.code) {
    case 5:
      return judgeDocumentVersion(result, nodes, performanceYear);
    case 25: {
      const [name] = programNames(nodes.root.element);
      return { ...result, isEcho: name !== undefined && isProgramOfYear(name.value, performanceYear) };
    }
    case 95:
      return { ...result, isEcho: performanceYear < FIRST_YEAR_OF_CATEGORY_SECTION };
    default:
      return result;
  }
}

function judgeDocumentVersion(
  result: ConverterResult,
  { root }: NodeTree,
  performanceYear: number,
): ConverterResult {
  const version = root.templateId === null ? undefined : attributeValue(root.templateId, 'extension');
  if (version === undefined || !yearsOfDocumentVersion(version).includes(performanceYear)) return result;
  return {
    ...result,
    severity: 'information',
    message: `Document template version ${version} is right for ${performanceYear}; CMS's converter of June 2026 takes only files of ${yearsOfDocumentVersion(ACCEPTED_DOCUMENT_VERSION).join(', ')} (${ACCEPTED_DOCUMENT_VERSION}).`,
    fixes: [],
  };
}
