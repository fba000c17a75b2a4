import fs from 'node:fs';

/** What came of a set of tests. */
export interface TestResult {
  readonly passed: number;
  readonly failed: number;
}

/** Stands for tests that never came to their end. */
export const incomplete: TestResult = { passed: 0, failed: 1 };

/** Keeps the result for the process that reads it with `readTestResult`. */
export function writeTestResult(file: string, stats: Mocha.Stats): void {
  const result: TestResult = { passed: stats.passes, failed: stats.failures };
  fs.writeFileSync(file, JSON.stringify(result));
}

/** The result of tests that came to their end; VS Code reports success for an extension host that died. */
export function readTestResult(file: string): TestResult {
  if (!fs.existsSync(file)) {
    console.error('The tests did not come to their end: the extension host died.');
    return incomplete;
  }
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}
