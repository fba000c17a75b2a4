import type { VsCodeEdition } from '../../host/vscodeHost.ts';
import type { WindowOptions } from '../../host/window.ts';
import { type WorkspaceCopy, writeMultiRootWorkspace, writeSettings } from './workspaceCopy.ts';

/** Tests of extensionHost/ in one kind of window. */
export interface ExtensionHostRun {
  readonly name: string;
  readonly edition: VsCodeEdition;
  /** Whether the .vsix is tested, installed as users do it, in place of the development folder. */
  readonly isPackaged: boolean;
  /** Folder of extensionHost/ with the tests. */
  readonly tests: string;
  /** Prepares the workspace; returns what the window opens. */
  readonly open: (workspace: WorkspaceCopy) => WindowOptions;
}

const development = { edition: 'newest', isPackaged: false } as const;

/** A team's check for everybody who opens the folder, and one of the user; both fail on every file. */
const failingCheck = (id: string) => ({ id, context: '/cda:*', test: 'false()', message: 'Never holds.' });

const openFolder = ({ folder }: WorkspaceCopy): WindowOptions => ({ folder });

/** The kinds of windows in the newest VS Code. */
export const newestRuns: readonly ExtensionHostRun[] = [
  { name: 'a folder', ...development, tests: 'folder', open: openFolder },
  {
    name: 'a single file',
    ...development,
    tests: 'singleFile',
    open: ({ folder }) => ({ file: `${folder}/group-2025.xml` }),
  },
  {
    name: 'several folders',
    ...development,
    tests: 'multiRoot',
    open: (workspace) => ({ workspaceFile: writeMultiRootWorkspace(workspace) }),
  },
  {
    name: 'a folder that is not trusted',
    ...development,
    tests: 'untrusted',
    open: ({ folder }) => {
      writeSettings(folder, {
        'qppLens.measuresData': '/from/the/workspace',
        'qppLens.xpathChecks': [failingCheck('of-the-workspace')],
        'qppLens.rules': { 'measure-guid-unknown': 'information' },
      });
      return {
        folder,
        isTrustWanted: true,
        settings: {
          'security.workspace.trust.startupPrompt': 'never',
          'qppLens.xpathChecks': [failingCheck('of-the-user')],
        },
      };
    },
  },
  {
    name: 'a folder, with the package installed',
    edition: 'newest',
    isPackaged: true,
    tests: 'folder',
    open: openFolder,
  },
];

/** Those in the oldest VS Code. */
export const oldestRuns: readonly ExtensionHostRun[] = [
  {
    name: 'a folder, in the oldest VS Code, with the package installed',
    edition: 'oldest',
    isPackaged: true,
    tests: 'folder',
    open: openFolder,
  },
];
