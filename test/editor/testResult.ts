import fs from 'node:fs';

/** What the suite writes when mocha has come to its end. */
export interface TestResult {
  readonly passes: number;
  readonly failures: number;
  readonly pending: number;
}

/** The result, or `null` when the suite never came to its end. Prints the totals. */
export function readTestResult(file: string): TestResult | null {
  if (!fs.existsSync(file)) {
    console.error('The tests did not come to their end: the extension host died, or none was found.');
    return null;
  }
  const result: TestResult = JSON.parse(fs.readFileSync(file, 'utf8'));
  console.log(`${result.passes} passed, ${result.failures} failed, ${result.pending} skipped`);
  return result;
}

/** Whether tests ran and every one of them passed. */
export function isComplete(result: TestResult | null): boolean {
  return result !== null && result.passes > 0 && result.failures === 0 && result.pending === 0;
}
