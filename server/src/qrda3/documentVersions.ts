import { ownValue } from '../text/ownValue.ts';

/**
 * The program years that a document template version belongs to, by the extension of
 * `templateId` 27.1.2 in CMS's yearly QRDA III guides. 2023 and 2024 share one version.
 */
const YEARS_BY_VERSION: Readonly<Record<string, readonly number[]>> = {
  '2016-11-01': [2017],
  '2017-07-01': [2018],
  '2018-05-01': [2019],
  '2019-05-01': [2020],
  '2020-05-01': [2021],
  '2021-07-01': [2022],
  // CMS's own 2023 sample files carry it, though the guide of 2023 names the next.
  '2022-05-01': [2023],
  '2022-12-01': [2023, 2024],
  '2024-07-01': [2025],
  '2024-12-01': [2025],
  '2025-05-01': [2026],
};

/** Program years whose guide asks for that version of the document template; empty when none does. */
export function yearsOfDocumentVersion(extension: string): readonly number[] {
  return ownValue(YEARS_BY_VERSION, extension) ?? [];
}
