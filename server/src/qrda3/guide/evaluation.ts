import type { XmlDocument, XmlElement } from '../../xml/tree.ts';

/** One run over one document: what all tests of the run share. */
export interface Evaluation {
  readonly document: XmlDocument;
  /** Stands above the root as XPath's document node does: paths may climb to it. */
  readonly top: XmlElement;
  /** The program names the header gives; read when first asked for. */
  programs: readonly string[] | null;
  /** The subtree whose elements are tested; `null` outside of such (see `cleanSubtrees.ts`). */
  subtree: XmlElement | null;
  /** A test looked at something outside the subtree. */
  hasLeftSubtree: boolean;
}

/** Whether an element passes. */
export type Test = (element: XmlElement, evaluation: Evaluation) => boolean;

/** Begins a pass over a document: above its root stands an element that absolute paths begin at. */
export function startEvaluation(document: XmlDocument): Evaluation {
  const { root } = document;
  const top: XmlElement = {
    name: '',
    local: '',
    namespace: null,
    parent: null,
    attributes: [],
    children: root ? [root] : [],
    // What concerns the document is shown at the root's name.
    start: root?.start ?? 0,
    nameEnd: root?.nameEnd ?? 0,
    openEnd: root?.openEnd ?? 0,
    closeStart: document.text.length,
    end: document.text.length,
    isTagCut: false,
  };
  return { document, top, programs: null, subtree: null, hasLeftSubtree: false };
}

/** The parent as XPath sees it: the root's is the document, the document has none. */
export function parentOf(element: XmlElement, evaluation: Evaluation): XmlElement | null {
  if (element === evaluation.subtree) evaluation.hasLeftSubtree = true;
  if (element.parent) return element.parent;
  return element === evaluation.top ? null : evaluation.top;
}
