import { CDA_NAMESPACE, SDTC_NAMESPACE, XSI_NAMESPACE } from '../qrda3/namespaces.ts';

/** The prefixes that HL7's and CMS's Schematrons use; they need no declaration in an expression. */
export const KNOWN_PREFIXES: Readonly<Record<string, string>> = {
  cda: CDA_NAMESPACE,
  sdtc: SDTC_NAMESPACE,
  voc: 'urn:hl7-org:v3/voc',
  xsi: XSI_NAMESPACE,
};
