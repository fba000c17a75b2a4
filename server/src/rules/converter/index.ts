import type { LineIndex } from '../../text/lineIndex.ts';
import type { Problem, Rule } from '../rule.ts';
import { conversionBreakdown } from './conversionBreakdown.ts';
import { converterPosition } from './position.ts';
import type { RefusalCode } from './refusal.ts';
import { converterResults } from './results.ts';
import { type ConverterResult, converterCodes } from './run.ts';

/** Errors about the file as such. */
const CODES_WITHOUT_PLACE: ReadonlySet<number> = new Set([2, 3, 5, 82]);

/** One rule for each error code of CMS's QRDA III converter. */
export const converterRules: readonly Rule[] = [...converterCodes.map(ruleOf), conversionBreakdown];

function ruleOf({ code, id, title, documentation }: RefusalCode): Rule {
  return {
    id,
    layer: 'upload',
    severity: 'error',
    isConverterCheck: true,
    source: `CMS converter code ${code}`,
    title,
    documentation: `${documentation}\n\n${whatConverterSays(code)}`,
    *check(context) {
      for (const result of converterResults(context)) {
        if (result.code === code) yield toProblem(result, context.document.lines);
      }
    },
  };
}

function whatConverterSays(code: number): string {
  return CODES_WITHOUT_PLACE.has(code)
    ? `CMS's converter reports this as error ${code}, without a place in the file.`
    : `CMS's converter reports this as error ${code} and points behind the templateId of the element, not at the value; the finding's data has that position.`;
}

/** A result the converter does not get to giving has no converter code, but is a finding all the same. */
function toProblem(result: ConverterResult, lines: LineIndex): Problem {
  const { code, node, span, message, fixes, severity, isEcho, explains, isReported } = result;
  return {
    span,
    message,
    ...(severity && { severity }),
    ...(fixes && { fixes }),
    ...(isEcho && { isEcho }),
    ...(explains && { explains }),
    ...(isReported && { converterCode: code }),
    ...(isReported && node && { data: { ...converterPosition(node, lines) } }),
  };
}
