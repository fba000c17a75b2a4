/** A fault in how the command was called: told in one sentence, with exit code 2. */
export class UsageError extends Error {}
