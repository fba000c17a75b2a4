import { CDA_NAMESPACE, SDTC_NAMESPACE } from '../namespaces.ts';

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
