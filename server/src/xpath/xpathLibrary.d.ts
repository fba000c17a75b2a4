/** The part of the library that we use: its own types know neither `parse` nor another DOM than the browser's. */
declare module 'xpath' {
  import type { Node } from '@xmldom/xmldom';

  export interface EvaluationOptions {
    readonly node: Node;
    readonly namespaces: (prefix: string) => string | undefined;
    readonly allowAnyNamespaceForNoPrefix: boolean;
  }

  export interface ParsedExpression {
    /** Throws when the value is no set of nodes. */
    evaluateNodeSet(options: EvaluationOptions): {
      /** In any order, some perhaps twice: the library's own sorting is quadratic in the siblings. */
      toUnsortedArray(): Node[];
    };
    evaluateBoolean(options: EvaluationOptions): boolean;
  }

  /** Throws when the text is no XPath 1.0. */
  export function parse(expression: string): ParsedExpression;
}
