/**
 * The structure of a CDA document as `schemas/cda/structure.json` holds it: HL7's CDA R2 schema with the SDTC
 * extensions of 2018, in our own notation. `docs/schema-data.md` explains it.
 */
export interface CdaStructure {
  readonly types: Readonly<Record<string, TypeDefinition>>;
  /** Codes by name, separated by blanks. */
  readonly vocabularies: Readonly<Record<string, string>>;
  /** Vocabularies the schema leaves open: any code is in them. */
  readonly aliases: Readonly<Record<string, string>>;
}

export interface TypeDefinition {
  /** The type it is derived from: its content and attributes come first, unless it restricts them. */
  readonly base?: string;
  readonly restriction?: boolean;
  /** Only types derived from it stand in a file, named with `xsi:type`. */
  readonly abstract?: boolean;
  /** Text may stand between the child elements. */
  readonly mixed?: boolean;
  /** Nothing inside is checked. */
  readonly unchecked?: boolean;
  /** `name=Type` for an element, with `?`, `*` or `+`; `( … | … )` for a choice; a lone `*` for foreign elements. */
  readonly content?: string;
  /** `name=Type`, `name=[fixed]`; `!` marks a required one. */
  readonly attributes?: string;
}
