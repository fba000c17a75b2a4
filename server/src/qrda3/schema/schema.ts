import type { XmlDocument } from '../../xml/tree.ts';
import { compileStructure, type TypeLookup } from './compile.ts';
import type { SchemaFault } from './fault.ts';
import type { CdaStructure } from './structure.ts';
import { validateStructure } from './validate.ts';

/** The CDA schema, read and prepared when it is first asked for. */
export interface CdaSchema {
  /** Where the document is not as the schema has it; worked out once, as many rules ask for it. */
  faults(document: XmlDocument): readonly SchemaFault[];
}

/** @param readStructure reads `schemas/cda/structure.json`; called once */
export function createCdaSchema(readStructure: () => CdaStructure): CdaSchema {
  let lookup: TypeLookup | undefined;
  const known = new WeakMap<XmlDocument, readonly SchemaFault[]>();
  return {
    faults(document) {
      let faults = known.get(document);
      if (!faults) {
        lookup ??= compileStructure(readStructure());
        faults = validateStructure(document, lookup);
        known.set(document, faults);
      }
      return faults;
    },
  };
}
