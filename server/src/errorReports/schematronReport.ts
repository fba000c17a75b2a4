import { parseXml } from '../xml/parse.ts';
import { stringValue } from '../xml/text.ts';
import { attributeValue, childrenNamed, type XmlDocument, type XmlElement } from '../xml/tree.ts';
import { type ErrorReport, LISTED_ERRORS, PLAIN_ERROR, type ReportedError } from './errorReport.ts';

/** Reads the output of a Schematron in SVRL, as xsltproc, Saxon and Cypress write it: failed assertions and reports. */
export function readSchematronReport(text: string): ErrorReport {
  const xml = parseXml(text);
  const failed = xml.root ? failedIn(xml.root) : [];
  const unread =
    xml.problems.length > 0 ? ['The report is damaged XML, cut off perhaps: errors may be missing.'] : [];
  if (failed.length > LISTED_ERRORS) {
    unread.push(`The report lists ${failed.length} errors; the first ${LISTED_ERRORS} are shown.`);
  }
  return {
    form: 'schematron',
    errors: failed.slice(0, LISTED_ERRORS).map((element) => readFailed(xml, element)),
    unread,
  };
}

/** They stand at any depth: a report may be wrapped. The tree is at most a thousand levels deep. */
function failedIn(element: XmlElement): XmlElement[] {
  if (element.local === 'failed-assert' || element.local === 'successful-report') return [element];
  return element.children.flatMap(failedIn);
}

function readFailed(xml: XmlDocument, element: XmlElement): ReportedError {
  const says = childrenNamed(element, 'text').map((text) => stringValue(xml, text));
  const role = `${attributeValue(element, 'role') ?? ''} ${attributeValue(element, 'flag') ?? ''} ${attributeValue(element, 'id') ?? ''}`;
  return {
    ...PLAIN_ERROR,
    message: says.join(' ').replace(/\s+/g, ' ').trim() || (attributeValue(element, 'test') ?? ''),
    path: attributeValue(element, 'location') ?? null,
    isWarning: /warn|info/i.test(role),
  };
}
