import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { YearCatalog } from '../catalog/catalog.ts';
import type { QppDocument } from '../document/document.ts';
import { openDocument } from '../document/openDocument.ts';
import { ruleYear } from '../document/performanceYear.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Finding } from '../rules/finding.ts';
import { checkDocument } from '../rules/run.ts';
import type { Settings } from './protocol.ts';

/** A version of an open file, read once; every feature asks the same one. */
export interface OpenDocument {
  readonly uri: string;
  readonly version: number;
  readonly document: QppDocument;
  /** The catalogue of the year whose rules apply; `null` for a file that is no submission. */
  readonly catalog: YearCatalog | null;
  /**
   * Found when first asked for: outline, hover and completion do not wait for the rules. Nothing is said of a file
   * that is neither QRDA III nor QPP JSON: it is somebody else's.
   */
  readonly findings: readonly Finding[];
}

/** The open files in their latest versions. */
export interface OpenDocuments {
  /** Reads the text unless this version has been read under the same settings and knowledge. */
  read(source: TextDocument, settings: Settings, knowledge: Knowledge): OpenDocument;
  close(uri: string): void;
}

/** A document with what it was read under. */
interface Reading {
  readonly open: OpenDocument;
  readonly settings: Settings;
  readonly knowledge: Knowledge;
}

/** Keeps the last reading of each open document. */
export function createOpenDocuments(): OpenDocuments {
  const latest = new Map<string, Reading>();
  /** The last version of each that the rules have run on: what was clean there need not be checked again. */
  const checked = new Map<string, QppDocument>();

  function readVersion(
    { uri, version, text }: Version,
    settings: Settings,
    knowledge: Knowledge,
    before: QppDocument | null,
  ): OpenDocument {
    const { catalogs } = knowledge;
    const { performanceYear, profile, rules: severities } = settings;
    const document = openDocument(text, catalogs, { performanceYear, before });
    if (document.format === null) return { uri, version, document, catalog: null, findings: [] };
    const catalog = catalogs.year(ruleYear(document.performanceYear, performanceYear, catalogs)) ?? null;
    const options = { profile, raw: false, performanceYear, severities };
    let findings: readonly Finding[] | undefined;
    return {
      uri,
      version,
      document,
      catalog,
      get findings() {
        if (!findings) {
          findings = checkDocument(document, knowledge, options, checked.get(uri));
          checked.set(uri, document);
        }
        return findings;
      },
    };
  }

  return {
    read(source, settings, knowledge) {
      const { uri, version } = source;
      const known = latest.get(uri);
      if (known && isCurrent(known, version, settings, knowledge)) return known.open;
      const before = known?.open.document ?? null;
      const open = readVersion({ uri, version, text: source.getText() }, settings, knowledge, before);
      latest.set(uri, { open, settings, knowledge });
      return open;
    },
    close(uri) {
      latest.delete(uri);
      checked.delete(uri);
    },
  };
}

function isCurrent(known: Reading, version: number, settings: Settings, knowledge: Knowledge): boolean {
  return known.open.version === version && known.settings === settings && known.knowledge === knowledge;
}

interface Version {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
}
