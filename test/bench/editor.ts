import type { Position } from 'vscode-languageserver-protocol';
import { type Client, shakeHands } from '../protocol/client.ts';
import { startProcessServer } from '../protocol/processServer.ts';
import { median } from './measurement.ts';
import { residentMegabytes } from './memory.ts';

/** A language server to measure, and how it wants to be greeted. */
export interface ServerUnderTest {
  readonly name: string;
  /** `undefined`: our own, as it was just built. */
  readonly commandLine?: readonly string[];
  readonly initializationOptions?: unknown;
  /** Sent as `workspace/didChangeConfiguration` after the greeting. */
  readonly settings?: unknown;
}

/** A file to measure with, and a character of it that is typed over. */
export interface EditedFile {
  readonly uri: string;
  readonly text: string;
  /** Offset of a digit inside a value. */
  readonly at: number;
}

/** Medians in milliseconds, and megabytes; `null` where the server has no answer. */
export interface EditorFigures {
  /** From the start of the process to its answer to the greeting. */
  readonly start: number;
  /** From the opening of a file, the first in this process, to its diagnostics. */
  readonly coldOpen: number;
  /** From a keystroke to the diagnostics of that version: a digit is typed into a value, then taken away. */
  readonly keystroke: number;
  /** The same with a quotation mark: the file is no XML or JSON until it is taken away. */
  readonly breakingKeystroke: number;
  readonly hover: number | null;
  readonly completion: number | null;
  /** From a completion asked right behind a keystroke to its answer: the file is read again first. */
  readonly completionTyping: number | null;
  readonly symbols: number | null;
  /** Resident at the end. */
  readonly memory: number;
}

/** How often each is measured. */
const ROUNDS = 30;
const COLD_ROUNDS = 20;
/** Between two keystrokes, in milliseconds: a fast typist's pause. */
const PAUSE = 200;

/** What a user of the server waits for, measured by a language client over stdio. */
export async function measureEditor(server: ServerUnderTest, file: EditedFile): Promise<EditorFigures> {
  const client = await start(server);
  await client.open(file.uri, file.text);
  const position = positionOf(file);
  let version = 1;
  const type = (character: string) => {
    version++;
    const isTyped = version % 2 === 0;
    const end = position.character + (isTyped ? 0 : 1);
    const edit = { line: position.line, start: position.character, end };
    return client.change(file.uri, version, { ...edit, text: isTyped ? character : '' });
  };
  const keystrokes = async (character: string) => {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      times.push(await timeOf(() => type(character)));
      await pause(PAUSE);
    }
    return median(times);
  };

  const keystroke = await keystrokes('3');
  const breakingKeystroke = await keystrokes('"');
  const ask = (method: string, params: object = { position }) =>
    client.connection.sendRequest(method, { textDocument: { uri: file.uri }, ...params });
  const hover = await repeated(() => timeOf(() => ask('textDocument/hover')));
  const completion = await repeated(() => timeOf(() => ask('textDocument/completion')));
  const symbols = await repeated(() => timeOf(() => ask('textDocument/documentSymbol', {})));
  const completionTyping = await repeated(async () => {
    const checked = type('3');
    const time = await timeOf(() => ask('textDocument/completion'));
    await checked;
    await pause(PAUSE / 2);
    return time;
  });
  const memory = await residentMegabytes(client.processId);
  await client.stop();
  const editing = { keystroke, breakingKeystroke, completionTyping };
  return { ...(await coldFigures(server, file)), ...editing, hover, completion, symbols, memory };
}

async function start({ commandLine, initializationOptions, settings }: ServerUnderTest): Promise<Client> {
  const client = await shakeHands(startProcessServer(commandLine), initializationOptions);
  if (settings) await client.connection.sendNotification('workspace/didChangeConfiguration', { settings });
  return client;
}

async function coldFigures(
  server: ServerUnderTest,
  { uri, text }: EditedFile,
): Promise<Pick<EditorFigures, 'start' | 'coldOpen'>> {
  const starts: number[] = [];
  const opens: number[] = [];
  for (let round = 0; round < COLD_ROUNDS; round++) {
    const begin = performance.now();
    const client = await start(server);
    starts.push(performance.now() - begin);
    opens.push(await timeOf(() => client.open(uri, text)));
    await client.stop();
  }
  return { start: median(starts), coldOpen: median(opens) };
}

/** The median of a request's times; `null` when the server refuses it. */
async function repeated(time: () => Promise<number>): Promise<number | null> {
  const times: number[] = [];
  try {
    for (let round = 0; round < ROUNDS; round++) times.push(await time());
  } catch {
    return null;
  }
  return median(times);
}

async function timeOf(task: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await task();
  return performance.now() - begin;
}

function positionOf({ text, at }: EditedFile): Position {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  return { line: text.slice(0, lineStart).split('\n').length - 1, character: at - lineStart };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
