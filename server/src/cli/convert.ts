import { openDocument } from '../document/openDocument.ts';
import type { Knowledge } from '../knowledge.ts';
import type { ConvertArguments } from './arguments.ts';
import { UsageError } from './arguments.ts';
import { readInput } from './inputFiles.ts';
import type { Terminal } from './terminal.ts';
