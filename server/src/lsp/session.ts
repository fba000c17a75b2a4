import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import { TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Knowledge } from '../knowledge.ts';
import { DEFAULT_PRACTICE, type Practice, readPractice } from '../scoring/practice.ts';
import { type ClientAbilities, readClientAbilities, UNKNOWN_CLIENT } from './clientAbilities.ts';
import { createOpenDocuments, type OpenDocument } from './openDocuments.ts';
import type { ScoreFile, Settings } from './protocol.ts';
import { createGivenTexts } from './score/givenTexts.ts';
import { readSettings } from './settings.ts';

/**
 * Gives the knowledge, with measures and benchmarks from a newer checkout of CMS's data where one is named. Throws when
 * the folder is no such checkout.
 */
export type ReadKnowledge = (measuresData: string | null) => Knowledge;

/** What the server knows while it runs: the open files, the user's settings and the knowledge they ask for. */
export interface Session {
  /** The texts as the client keeps them. */
  readonly sources: TextDocuments<TextDocument>;
  readonly settings: Settings;
  readonly knowledge: Knowledge;
  /** What the user states of the practice behind the files; whatever shows points scores under it. */
  readonly practice: Practice;
  /** The newest version of an open file, read once; `null` when the file is not open. */
  opened(uri: string): OpenDocument | null;
  /** Reads each file by its newest version if it is open, else by the text given with it. */
  read(files: readonly ScoreFile[]): readonly (OpenDocument | null)[];
  readonly client: ClientAbilities;
  /** Takes what a client said of itself. */
  greet(capabilities: ClientCapabilities): void;
  /** Takes what a client sent as settings. @returns a sentence when the measures data it names cannot be read */
  configure(sent: unknown): string | null;
  /** Takes what a client sent of the practice. */
  statePractice(sent: unknown): void;
  /** Forgets what was read of a file. */
  forget(uri: string): void;
}

/** A session that answers nothing by itself; {@link listen} fills it with the client's files. */
export function createSession(readKnowledge: ReadKnowledge): Session {
  const sources = new TextDocuments(TextDocument);
  const documents = createOpenDocuments();
  let settings: Settings = readSettings(undefined);
  let knowledge = readKnowledge(null);
  let practice = DEFAULT_PRACTICE;

  const opened = (uri: string): OpenDocument | null => {
    const source = sources.get(uri);
    return source ? documents.read(source, settings, knowledge) : null;
  };
  const givenTexts = createGivenTexts((uri) => {
    if (!sources.get(uri)) documents.close(uri);
  });
  let client = UNKNOWN_CLIENT;

  return {
    sources,
    get settings() {
      return settings;
    },
    get knowledge() {
      return knowledge;
    },
    get practice() {
      return practice;
    },
    opened,
    read(files) {
      const given = givenTexts.take(files.filter(({ uri }) => !sources.get(uri)));
      return files.map(({ uri }) => {
        const source = given.get(uri);
        return source ? documents.read(source, settings, knowledge) : opened(uri);
      });
    },
    get client() {
      return client;
    },
    greet(capabilities) {
      client = readClientAbilities(capabilities);
    },
    configure(sent) {
      const before = settings.measuresData;
      settings = readSettings(sent);
      if (settings.measuresData === before) return null;
      try {
        knowledge = readKnowledge(settings.measuresData);
        return null;
      } catch (error) {
        knowledge = readKnowledge(null);
        return error instanceof Error ? error.message : String(error);
      }
    },
    statePractice(sent) {
      practice = readPractice(sent);
    },
    forget: (uri) => documents.close(uri),
  };
}

/** A session's files follow the client's from here on. */
export function listen(session: Session, connection: Connection): void {
  session.sources.listen(connection);
  connection.listen();
}
