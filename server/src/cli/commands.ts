import { check } from './check.ts';
import type { Command } from './command.ts';
import { convert } from './convert.ts';
import { format } from './format.ts';
import { locate } from './locate.ts';
import { move } from './move.ts';
import { participants } from './participants.ts';
import { redact } from './redact.ts';
import { score } from './score.ts';
import { xpathChecks } from './xpathChecks.ts';

/** What the command line can do, in the order in which help lists it. */
export const commands: readonly Command[] = [
  check,
  score,
  convert,
  participants,
  locate,
  move,
  redact,
  format,
  xpathChecks,
];
