import { readFileSync } from 'node:fs';
import type { Qrda3Document } from '../document/document.ts';
import { openDocument } from '../document/openDocument.ts';
import { ruleYear } from '../document/performanceYear.ts';
import type { Knowledge } from '../knowledge.ts';
import {
  type CheckResult,
  checkResults,
  checksOfYear,
  LARGEST_CHECKED,
  queriesOf,
  tooLarge,
} from '../xpathChecks/checkResults.ts';
import { readXpathChecks, type XpathCheck } from '../xpathChecks/xpathCheck.ts';
import { command } from './command.ts';
import { findFiles, readInput } from './inputFiles.ts';
import { yearOption } from './options.ts';
import { UsageError } from './usageError.ts';

/** `xpath-checks`: a team's own checks of its QRDA III files. Exit code 1 when one of severity error fails. */
export const xpathChecks = command({
  name: 'xpath-checks',
  operands: 'CHECKS PATH...',
  title: "reports where a team's own XPath checks fail",
  description:
    'CHECKS is a JSON file with a list as in the setting qppLens.xpathChecks: id, context, test, message, severity,\nyears.',
  options: { year: yearOption },
  run: async (options, [checksPath = '', ...paths], { terminal, knowledge }) => {
    if (paths.length === 0)
      throw new UsageError('The command xpath-checks takes the checks and the files to check.');
    const checks = readChecks(checksPath);
    const known = knowledge(null);
    let isRefused = false;
    for (const { path } of findFiles(paths)) {
      for (const { check, severity, message, range } of await checkFile(path, checks, options.year, known)) {
        terminal.out(
          `${path}:${range.start.line + 1}:${range.start.character + 1}: ${severity}: ${message} [${check}]`,
        );
        isRefused ||= severity === 'error';
      }
    }
    return isRefused ? 1 : 0;
  },
});

async function checkFile(
  path: string,
  checks: readonly XpathCheck[],
  year: number | null,
  { catalogs }: Knowledge,
): Promise<CheckResult[]> {
  const document = openDocument(readInput(path).text, catalogs, { performanceYear: year });
  if (document.format !== 'qrda3') return [];
  const ofYear = checksOfYear(checks, ruleYear(document.performanceYear, year, catalogs));
  return document.text.length > LARGEST_CHECKED ? [tooLarge(document)] : evaluate(document, ofYear);
}

/** The XPath library is loaded for this command alone. */
async function evaluate(document: Qrda3Document, checks: readonly XpathCheck[]): Promise<CheckResult[]> {
  const { evaluateXpath } = await import('../xpath/evaluate.ts');
  return checkResults(document, checks, evaluateXpath(document.xml, queriesOf(checks)));
}

function readChecks(path: string): readonly XpathCheck[] {
  const { checks, faults } = readXpathChecks(readJsonFile(path));
  const [fault] = faults;
  if (fault) throw new UsageError(fault);
  return checks;
}

function readJsonFile(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new UsageError(
      `"${path}" is no JSON file (${error instanceof Error ? error.message : String(error)}).`,
    );
  }
}
