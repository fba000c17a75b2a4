export const CDA_NAMESPACE = 'urn:hl7-org:v3';
export const SDTC_NAMESPACE = 'urn:hl7-org:sdtc';
export const XSI_NAMESPACE = 'http://www.w3.org/2001/XMLSchema-instance';

/** A name as the structure data writes it: plain in the CDA namespace, `sdtc:` before the extensions. */
export function elementKey(local: string, namespace: string | null): string {
  if (namespace === CDA_NAMESPACE) return local;
  return namespace === SDTC_NAMESPACE ? `sdtc:${local}` : `{${namespace ?? ''}}${local}`;
}

/** Attributes of the CDA classes are in no namespace. */
export function attributeKey(local: string, namespace: string | null): string {
  if (namespace === null) return local;
  return namespace === SDTC_NAMESPACE ? `sdtc:${local}` : `{${namespace}}${local}`;
}
