import type { XmlDocument } from '../../xml/tree.ts';
import { type CompiledGuide, compileGuide } from './compile.ts';
import type { GuideTable } from './table.ts';
import { findViolations, type Violation } from './violations.ts';

/** The guides of all years, each read and compiled when it is first asked for. */
export interface GuideTables {
  /** Years with a guide, ascending. */
  readonly years: readonly number[];
  guide(performanceYear: number): Guide | undefined;
}

/** The guide of one year. */
export interface Guide {
  readonly table: GuideTable;
  /** The constraints as functions, compiled when they are first asked for. */
  compiled(): CompiledGuide;
  /** What the document does not meet; worked out once, as many rules ask for it. */
  violations(document: XmlDocument): readonly Violation[];
}

/**
 * @param years the years there is a `schemas/<year>/qrda3.json` for
 * @param readYear reads that file; called once a year
 */
export function createGuideTables(
  years: readonly number[],
  readYear: (performanceYear: number) => GuideTable,
): GuideTables {
  const guides = new Map<number, Guide>();
  return {
    years: [...years].sort((a, b) => a - b),
    guide(performanceYear) {
      const known = guides.get(performanceYear);
      if (known || !years.includes(performanceYear)) return known;
      const guide = createGuide(readYear(performanceYear));
      guides.set(performanceYear, guide);
      return guide;
    },
  };
}

function createGuide(table: GuideTable): Guide {
  let compiled: CompiledGuide | undefined;
  const compileOnce = () => {
    compiled ??= compileGuide(table);
    return compiled;
  };
  const known = new WeakMap<XmlDocument, readonly Violation[]>();
  return {
    table,
    compiled: compileOnce,
    violations(document) {
      let violations = known.get(document);
      if (!violations) {
        violations = findViolations(compileOnce(), document);
        known.set(document, violations);
      }
      return violations;
    },
  };
}
