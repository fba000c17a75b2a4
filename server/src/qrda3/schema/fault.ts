import type { Span } from '../../text/span.ts';
import type { XmlAttribute, XmlElement } from '../../xml/tree.ts';

/** Where a document is not as the CDA schema has it. */
export type SchemaFault = { readonly element: XmlElement; readonly span: Span } & SchemaFaultDetail;

/** `element` is the one a schema processor names; `span` is what to change. */
export type SchemaFaultDetail =
  | { readonly kind: 'root-element' }
  | { readonly kind: 'unknown-element'; readonly parent: XmlElement; readonly expected: readonly string[] }
  | { readonly kind: 'misplaced-element'; readonly parent: XmlElement; readonly follows: readonly string[] }
  | { readonly kind: 'repeated-element'; readonly parent: XmlElement }
  | {
      readonly kind: 'missing-element';
      readonly parent: XmlElement;
      /** In their order; of a choice, the first. */
      readonly missing: readonly string[];
      /** The child they must stand before; `null`: at the end. */
      readonly before: XmlElement | null;
    }
  | {
      readonly kind: 'unknown-attribute';
      readonly attribute: XmlAttribute;
      readonly known: readonly string[];
    }
  | { readonly kind: 'missing-attribute'; readonly name: string }
  | { readonly kind: 'attribute-value'; readonly attribute: XmlAttribute; readonly phrase: string }
  | { readonly kind: 'repeated-id'; readonly attribute: XmlAttribute }
  | { readonly kind: 'data-type'; readonly given: string | null; readonly declared: string }
  | { readonly kind: 'text'; readonly text: string };

export type SchemaFaultKind = SchemaFault['kind'];
