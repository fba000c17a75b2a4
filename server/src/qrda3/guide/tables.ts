import type { XmlDocument } from '../../xml/tree.ts';
import { type CompiledGuide, compileGuide } from './compile.ts';
import type { GuideTable } from './table.ts';
import { findViolations, type Violation, type ViolationsFound } from './violations.ts';

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
  /**
   * What the document does not meet; worked out once, as many rules ask for it.
   * @param before a version of the file that was asked about before: what was clean there is not checked again
   */
  violations(document: XmlDocument, before?: XmlDocument | null): readonly Violation[];
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
  const known = new WeakMap<XmlDocument, ViolationsFound>();
  return {
    table,
    compiled: compileOnce,
    violations(document, before) {
      let found = known.get(document);
      if (!found) {
        found = findViolations(compileOnce(), document, before ? known.get(before)?.clean : null);
        known.set(document, found);
      }
      return found.violations;
    },
  };
}
