import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { allRules } from '../../server/src/rules/all.ts';
import { parseXml } from '../../server/src/xml/parse.ts';
import type { XmlElement } from '../../server/src/xml/tree.ts';
import { attributeValue } from '../../server/src/xml/tree.ts';
import { qrda3 } from '../fixtures/qrda3/document.ts';
import { ecqm } from '../fixtures/qrda3/sections.ts';
import { type ProgramFolder, programFolder } from './cliProgram.ts';

const VALID = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165' }] });
const STALE = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165', guidsOf: 2024 }] });
const STALE_GUID = ecqm('CMS165', 2024).eMeasureGuid ?? '';

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

interface SarifLocation {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
    readonly region: Region;
  };
}

interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly locations: readonly [SarifLocation];
  readonly relatedLocations?: readonly SarifLocation[];
  readonly fixes?: readonly {
    readonly artifactChanges: readonly { readonly replacements: readonly unknown[] }[];
  }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly baselineState?: string;
  readonly suppressions?: readonly unknown[];
  readonly properties: Readonly<Record<string, unknown>>;
}

/** The standard's own schema, as a library for SARIF ships it. */
function sarifSchema() {
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  const path = createRequire(__filename).resolve('@microsoft/jest-sarif/package.json');
  const file = path.replace('package.json', 'lib/schemas/sarif-2.1.0-rtm.5.json');
  // The keywords it uses mean in draft 4 what they mean today; its own name and draft are all that ajv does not know.
  const { id: _id, $schema: _draft, ...schema } = JSON.parse(fs.readFileSync(file, 'utf8'));
  return ajv.compile(schema);
}

describe('The SARIF report', () => {
  const validate = sarifSchema();
  let at: ProgramFolder;
  const sarif = (...args: string[]) => {
    const { stdout } = at.run('check', '--format', 'sarif', ...args);
    const log = JSON.parse(stdout);
    validate(log);
    assert.deepEqual(validate.errors ?? [], []);
    return log.runs[0];
  };
  const staleGuid = (...args: string[]): SarifResult | undefined =>
    sarif(...args).results.find(({ ruleId }: SarifResult) => ruleId === 'measure-guid-unknown');

  before(() => {
    at = programFolder();
    at.write('stale file.xml', STALE);
    at.write('valid.xml', VALID);
    at.write('broken.xml', '<ClinicalDocument><a></b>');
    at.write('many/a.xml', VALID);
    at.write('many/b.xml', VALID);
  });
  after(() => at.end());

  it('follows the schema of SARIF 2.1.0, whatever was found', () => {
    sarif('stale file.xml');
    sarif('--profile', 'guide', '--raw', '.');
    sarif('many');
    assert.deepEqual(sarif('--quiet', 'valid.xml').results, []);
    assert.equal(at.run('check', '--format', 'sarif', 'stale file.xml').status, 1);
  });

  it('places a finding by lines and UTF-16 columns counted from 1, the end behind the last', () => {
    const { artifactLocation, region } = staleGuid('stale file.xml')?.locations[0].physicalLocation ?? {};
    assert.deepEqual(artifactLocation, { uri: 'stale%20file.xml', uriBaseId: '%SRCROOT%' });
    const line = STALE.split('\n')[(region?.startLine ?? 0) - 1] ?? '';
    const marked = line.slice((region?.startColumn ?? 0) - 1, (region?.endColumn ?? 0) - 1);
    assert.equal(marked.toLowerCase(), STALE_GUID.toLowerCase());
    assert.equal(sarif('stale file.xml').columnKind, 'utf16CodeUnits');
  });

  it('gives layer, CONF and the code of the converter, a fix and a fingerprint', () => {
    const result = staleGuid('stale file.xml');
    assert.equal(result?.level, 'error');
    assert.equal(result?.properties.layer, 'upload');
    assert.equal(result?.properties.converterCode, 6);
    assert.ok(Array.isArray(result?.properties.conf));
    assert.ok((result?.fixes?.[0]?.artifactChanges[0]?.replacements.length ?? 0) > 0);
    assert.match(result?.partialFingerprints['qppLensFinding/v1'] ?? '', /^[0-9a-f]{16}$/);
  });

  it('describes each rule it met, with its help, and no other', () => {
    const { results, tool } = sarif('stale file.xml');
    const rules: readonly { readonly id: string; readonly help: { readonly markdown: string } }[] =
      tool.driver.rules;
    for (const { ruleId, ruleIndex } of results as readonly SarifResult[]) {
      assert.equal(rules[ruleIndex]?.id, ruleId);
    }
    assert.equal(new Set(results.map(({ ruleId }: SarifResult) => ruleId)).size, rules.length);
    const rule = allRules.find(({ id }) => id === 'measure-guid-unknown');
    const described = rules.find(({ id }) => id === 'measure-guid-unknown');
    assert.ok(described?.help.markdown.includes(rule?.documentation.trim() ?? '?'));
  });

  it('tells related places, also those in other files', () => {
    const results: readonly SarifResult[] = sarif('many').results;
    const uris = results.flatMap(({ relatedLocations = [] }) =>
      relatedLocations.map(({ physicalLocation }) => physicalLocation.artifactLocation.uri),
    );
    assert.ok(uris.includes('many/a.xml') || uris.includes('many/b.xml'));
  });

  it('says what is new against a baseline, and that the rest is suppressed', () => {
    assert.equal(staleGuid('stale file.xml')?.baselineState, undefined);
    at.run('check', '--baseline', 'accepted.json', '--update-baseline', 'stale file.xml');
    const old = staleGuid('--baseline', 'accepted.json', 'stale file.xml');
    assert.equal(old?.baselineState, 'unchanged');
    assert.equal(old?.suppressions?.length, 1);
    at.write('new.xml', STALE);
    const fresh = staleGuid('--baseline', 'accepted.json', 'new.xml');
    assert.equal(fresh?.baselineState, 'new');
    assert.equal(fresh?.suppressions, undefined);
  });

  it('keeps fingerprints when lines move', () => {
    at.write('moved.xml', STALE.replace('<ClinicalDocument', '\n\n<ClinicalDocument'));
    assert.deepEqual(
      staleGuid('moved.xml')?.partialFingerprints,
      staleGuid('stale file.xml')?.partialFingerprints,
    );
  });

  it('tells no file of the machine but those outside the folder of the run', () => {
    assert.ok(!at.run('check', '--format', 'sarif', 'stale file.xml').stdout.includes(at.path));
    const { uri, uriBaseId } =
      staleGuid(`${at.path}/stale file.xml`)?.locations[0].physicalLocation.artifactLocation ?? {};
    assert.match(uri ?? '', /^file:\/\/\/.*stale%20file\.xml$/);
    assert.equal(uriBaseId, undefined);
  });
});

describe('The JUnit report', () => {
  let at: ProgramFolder;
  const report = (...args: string[]): XmlElement => {
    const { root, problems } = parseXml(at.run('check', '--format', 'junit', ...args).stdout);
    assert.deepEqual(problems, []);
    assert(root);
    return root;
  };
  const inside = (element: XmlElement, name: string): XmlElement[] =>
    element.children.flatMap((child) => [...(child.local === name ? [child] : []), ...inside(child, name)]);

  before(() => {
    at = programFolder();
    at.write('stale.xml', STALE);
    at.write('valid.json', '{ "measurementSets": [] }');
  });
  after(() => at.end());

  it('has a suite for each file with a case for each finding, and says how many failed', () => {
    const suites = inside(report('stale.xml', 'valid.json'), 'testsuite');
    assert.deepEqual(
      suites.map((suite) => attributeValue(suite, 'name')),
      ['stale.xml', 'valid.json'],
    );
    for (const suite of suites) {
      assert.equal(attributeValue(suite, 'tests'), String(inside(suite, 'testcase').length));
      assert.equal(attributeValue(suite, 'failures'), String(inside(suite, 'failure').length));
    }
    assert.equal(attributeValue(suites[0] as XmlElement, 'failures'), '1');
  });

  it('has a case that passes for a file without findings', () => {
    at.write('note.xml', '<note/>');
    const [suite] = inside(report('note.xml'), 'testsuite');
    assert.deepEqual(
      inside(suite as XmlElement, 'testcase').map((testCase) => testCase.children.length),
      [0],
    );
  });

  it('lets findings that are no errors pass, with their text', () => {
    const cases = inside(report('--rule', 'measure-guid-unknown=warning', 'stale.xml'), 'testcase');
    const stale = cases.find((testCase) =>
      attributeValue(testCase, 'name')?.startsWith('measure-guid-unknown'),
    );
    assert.deepEqual(
      stale?.children.map(({ local }) => local),
      ['system-out'],
    );
  });

  it('stays XML when a value of the file has markup and characters that XML has not', () => {
    const name = 'a&"<b>.json';
    at.write(name, '{ "measurementSets": [], "programName": "<\\u0001&\\"\\ud800", "category": "\u0002" }');
    const [suite] = inside(report(name), 'testsuite');
    assert.equal(attributeValue(suite as XmlElement, 'name'), name);
    assert.ok(inside(suite as XmlElement, 'failure').length > 0);
  });

  it('names each case of a suite once', () => {
    const [entry] = /<entry[\s\S]*<\/entry>/.exec(STALE) ?? [''];
    at.write('twice.xml', STALE.replace(entry, `${entry}\n${entry}`));
    const names = inside(report('twice.xml'), 'testcase').map((testCase) => attributeValue(testCase, 'name'));
    assert.equal(new Set(names).size, names.length);
  });
});
