import { readFileSync } from 'node:fs';
import { decoded, type FoundFile, type InputFile } from '../inputFiles.ts';
import { UsageError } from '../usageError.ts';

/** A file that comes by standard input. */
export interface StandardInput {
  readonly file: FoundFile;
  readonly content: InputFile;
}

const STANDARD_INPUT = 0;

/** @param name what it is called in reports; its ending tells the format of a text that does not. */
export function readStandardInput(name: string): StandardInput {
  try {
    return { file: { path: name, isNamed: true }, content: decoded(name, readFileSync(STANDARD_INPUT)) };
  } catch (error) {
    throw new UsageError(
      `Standard input cannot be read (${error instanceof Error ? error.message : String(error)}).`,
    );
  }
}
