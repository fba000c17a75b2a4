import { attribution } from '../../../rules/attribution.ts';
import type { CheckedFile, CheckedFinding } from '../checkedFile.ts';
import type { AcrossFiles, Report } from './report.ts';

/**
 * JUnit XML as Jenkins and GitLab read it: a suite for each file, a case for each finding, and one case that passes
 * for a file without any. Errors are failures; what is less passes, with its text as output, as it does not stop CI.
 */
export function junitReport(): Report {
  return {
    start: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="qpp-lens">\n',
    file: (file) => suite(file, 'no findings'),
    end: (_summary, across) => `${across.map((file) => suite(file, 'together')).join('')}</testsuites>\n`,
  };
}

function suite({ path, findings }: CheckedFile | AcrossFiles, passed: string): string {
  const counted = findings.filter(({ isAccepted }) => !isAccepted);
  const names = uniqueNames(counted);
  const cases =
    counted.length === 0
      ? [`    <testcase ${attributes({ classname: path, name: passed, file: path })}/>`]
      : counted.map((finding, index) => testCase(path, names[index] ?? '', finding));
  const facts = {
    name: path,
    tests: cases.length,
    failures: counted.filter((finding) => isFailure(finding)).length,
    errors: counted.filter(({ finding }) => isInternal(finding)).length,
    skipped: 0,
  };
  return `  <testsuite ${attributes(facts)}>\n${cases.join('\n')}\n  </testsuite>\n`;
}

function testCase(path: string, name: string, checked: CheckedFinding): string {
  const { finding } = checked;
  const { line, character } = finding.range.start;
  const facts = { classname: path, name, file: path, line: line + 1 };
  const text = escaped(
    `${path}:${line + 1}:${character + 1}: ${finding.severity}: ${finding.message}\n${finding.rule} · ${attribution(finding)}`,
  );
  const told = attributes({ message: finding.message, type: finding.severity });
  const outcome = isInternal(finding)
    ? `<error ${told}>${text}</error>`
    : isFailure(checked)
      ? `<failure ${told}>${text}</failure>`
      : `<system-out>${text}</system-out>`;
  return `    <testcase ${attributes(facts)}>\n      ${outcome}\n    </testcase>`;
}

function isInternal({ layer }: CheckedFinding['finding']): boolean {
  return layer === 'internal';
}

function isFailure({ finding }: CheckedFinding): boolean {
  return finding.severity === 'error' && !isInternal(finding);
}

/** Viewers follow a case by its name from run to run, so it has no line in it; of namesakes the second is counted. */
function uniqueNames(findings: readonly CheckedFinding[]): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ finding: { rule, message } }) => {
    const name = `${rule}: ${message}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${escaped(String(value))}"`)
    .join(' ');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** Characters that XML 1.0 has no place for become U+FFFD. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"\n\r\t]/g, (character) => ENTITIES[character] ?? character);
}
