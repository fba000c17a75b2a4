import type { Connection } from 'vscode-languageserver';
import { openDocument } from '../../document/openDocument.ts';
import { checkDocument } from '../../rules/run.ts';
import { factsOf } from '../../workspace/fileFacts.ts';
import { createWorkspaceIndex, type WorkspaceIndex } from '../../workspace/workspaceIndex.ts';
import { toDiagnostic } from '../diagnostics.ts';
import {
  type AcrossFilesParams,
  acrossFilesNotification,
  type WorkspaceText,
  workspaceChangedNotification,
} from '../protocol.ts';
import type { Session } from '../session.ts';
import { mostSevere } from './mostSevere.ts';
import { type Cancellation, inSlices, SLICE_MS } from './slices.ts';

/** So many findings of a file that is not open are shown; the file shows all of them once it is opened. */
const FINDINGS_OF_CLOSED_FILE = 100;

/** Pause after the last change before files are compared with each other, in milliseconds. */
const COMPARE_PAUSE_MS = 200;
/** While changes keep coming, files are compared at least this often, in milliseconds. */
const COMPARE_AT_LEAST_MS = 2000;

/** The files of the workspace beyond the open ones. Of each only facts are kept, no text and no tree. */
export interface WorkspaceCheck {
  readonly index: WorkspaceIndex;
  /** Checks the files one after the other; requests about open files go between. */
  checkFiles(files: readonly WorkspaceText[], token: Cancellation): Promise<void>;
  /** Takes files, and all files of folders, out of the workspace. */
  forgetFiles(uris: readonly string[]): void;
  /** An open file has a new version, which is compared with the others after a while. */
  follow(uri: string): void;
  /** Compares all files again, under new settings. */
  compareAll(): void;
}

/** @param failed is told what went wrong where nobody waits for it */
export function createWorkspaceCheck(
  connection: Connection,
  session: Session,
  rulePages: () => string | null,
  failed: (error: unknown) => void,
): WorkspaceCheck {
  const index = createWorkspaceIndex();
  const edited = new Set<string>();
  const compareSoon = createCompareSchedule(tryCompare);

  function tryCompare(): void {
    try {
      compare();
    } catch (error) {
      failed(error);
    }
  }

  function compare(): void {
    for (const uri of edited) {
      const open = session.opened(uri);
      if (open && index.has(uri)) index.put(uri, factsOf(uri, open.document, session.knowledge));
    }
    edited.clear();
    const { profile, rules: severities } = session.settings;
    const start = performance.now();
    const isTimeUp = () => performance.now() - start >= SLICE_MS;
    const changed = index.recheck(session.knowledge.catalogs, { profile, severities }, isTimeUp);
    if (changed.size > 0) {
      const params: AcrossFilesParams = {
        files: [...changed].map(([uri, findings]) => ({
          uri,
          diagnostics: findings.map((finding) => toDiagnostic(finding, uri, rulePages())),
        })),
      };
      void connection.sendNotification(acrossFilesNotification, params);
    }
    if (index.needsRecheck) setTimeout(tryCompare, 0);
    else void connection.sendNotification(workspaceChangedNotification);
  }

  function checkFile({ uri, text }: WorkspaceText): void {
    const open = session.opened(uri);
    if (open) index.put(uri, factsOf(uri, open.document, session.knowledge));
    else checkClosed(uri, text);
    compareSoon();
  }

  function checkClosed(uri: string, text: string | null): void {
    const { settings, knowledge } = session;
    const { performanceYear, profile, rules: severities } = settings;
    const document = text === null ? null : openDocument(text, knowledge.catalogs, { performanceYear });
    const findings =
      document === null || document.format === null
        ? []
        : checkDocument(document, knowledge, { profile, raw: false, performanceYear, severities });
    const isKnown = index.has(uri);
    index.put(uri, document && factsOf(uri, document, knowledge));
    // There is nothing to take back of a file that has just come.
    if (findings.length === 0 && !isKnown) return;
    const diagnostics = mostSevere(findings, FINDINGS_OF_CLOSED_FILE).map((finding) =>
      toDiagnostic(finding, uri, rulePages()),
    );
    void connection.sendDiagnostics({ uri, diagnostics });
  }

  return {
    index,
    async checkFiles(files, token) {
      await inSlices(files, checkFile, token);
    },
    forgetFiles(uris) {
      const exact = new Set(uris);
      const folders = uris.map((uri) => `${uri.replace(/\/$/, '')}/`);
      for (const uri of [...index.paths()]) {
        if (!exact.has(uri) && !folders.some((folder) => uri.startsWith(folder))) continue;
        index.remove(uri);
        if (!session.opened(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
      }
      compareSoon();
    },
    follow(uri) {
      if (!index.has(uri)) return;
      edited.add(uri);
      compareSoon();
    },
    compareAll() {
      index.invalidate();
      compareSoon();
    },
  };
}

/** Runs a task soon after the last call, and from time to time while calls keep coming. */
function createCompareSchedule(task: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince: number | null = null;

  function run(): void {
    waitingSince = null;
    task();
  }

  return () => {
    const now = performance.now();
    waitingSince ??= now;
    clearTimeout(timer);
    const left = Math.max(0, waitingSince + COMPARE_AT_LEAST_MS - now);
    timer = setTimeout(run, Math.min(COMPARE_PAUSE_MS, left));
  };
}
