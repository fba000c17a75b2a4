import { type CheckScope, compileCheck } from '../../../qrda3/guide/checks.ts';
import type { Evaluation, Test } from '../../../qrda3/guide/evaluation.ts';
import { selectValues } from '../../../qrda3/guide/select.ts';
import { parseSelector } from '../../../qrda3/guide/selector.ts';
import type { Check, GuideTable } from '../../../qrda3/guide/table.ts';
import type { XmlElement } from '../../../xml/tree.ts';
import { explainCheck } from './explain.ts';
import type { Fault } from './fault.ts';

/** Finds out what is wrong where elements of one document do not pass checks of one year. */
export interface Explainer {
  readonly table: GuideTable;
  readonly evaluation: Evaluation;
  passes(check: Check, element: XmlElement): boolean;
  /** What to change so that the element passes; only for checks it does not pass. */
  explain(check: Check, element: XmlElement): Fault;
}

/** Explains the checks of a year's table for one document; each check is compiled when it is first asked for. */
export function createExplainer(table: GuideTable, evaluation: Evaluation): Explainer {
  const scope: CheckScope = {
    valueSets: new Map(table.valueSets.map((set) => [set.oid, new Set(set.codes)])),
    programs: selectValues(parseSelector(table.program.at)),
  };
  const tests = new Map<Check, Test>();
  const explainer: Explainer = {
    table,
    evaluation,
    passes(check, element) {
      let test = tests.get(check);
      if (!test) {
        test = compileCheck(check, scope);
        tests.set(check, test);
      }
      return test(element, evaluation);
    },
    explain: (check, element) => explainCheck(check, element, explainer),
  };
  return explainer;
}
