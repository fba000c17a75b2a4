/** XML namespaces of a CDA document: its classes, HL7's extensions of them, and XML Schema's instance attributes. */
export const CDA_NAMESPACE = 'urn:hl7-org:v3';
export const SDTC_NAMESPACE = 'urn:hl7-org:sdtc';
export const XSI_NAMESPACE = 'http://www.w3.org/2001/XMLSchema-instance';
