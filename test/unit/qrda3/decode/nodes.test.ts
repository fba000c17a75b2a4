import assert from 'node:assert/strict';
import { buildNodes, type TemplateNode } from '../../../../server/src/qrda3/decode/nodes.ts';
import { parseXml } from '../../../../server/src/xml/parse.ts';

const T = '2.16.840.1.113883.10.20.';
const id = (suffix: string, extension = '') =>
  `<templateId root="${T}${suffix}"${extension && ` extension="${extension}"`}/>`;
const DOCUMENT = id('27.1.2', '2024-12-01');
const NUMERATOR = '<value code="NUMER"/>';

/** The tree as text: `document(qualitySection(measure measure))`. */
function tree(body: string, root = 'ClinicalDocument'): string {
  const nodes = buildNodes(parseXml(`<${root}>${body}</${root}>`));
  assert(nodes);
  return describeNode(nodes.root);
}

function describeNode({ kind, children }: TemplateNode): string {
  return children.length === 0 ? kind : `${kind}(${children.map(describeNode).join(' ')})`;
}

describe("The converter's tree of templates", () => {
  it('follows the nesting of known templates, whatever lies between', () => {
    const section = `<section>${id('27.2.3')}<entry><organizer>${id('27.3.17')}</organizer></entry></section>`;
    assert.equal(tree(`${DOCUMENT}<component>${section}</component>`), 'document(qualitySection(measure))');
  });

  it('matches a template whatever its extension, but for the document', () => {
    assert.equal(
      tree(`${DOCUMENT}<section>${id('27.2.3', '1999-01-01')}</section>`),
      'document(qualitySection)',
    );
    assert.equal(
      buildNodes(parseXml(`<ClinicalDocument>${id('27.1.2', '2024-07-01')}</ClinicalDocument>`))?.isAccepted,
      false,
    );
    assert.equal(buildNodes(parseXml(`<ClinicalDocument>${DOCUMENT}</ClinicalDocument>`))?.isAccepted, true);
  });

  it('skips an element all of whose templates are unknown, with everything in it', () => {
    const hidden = `<section>${id('99.9')}<organizer>${id('27.3.17')}</organizer></section>`;
    assert.equal(tree(DOCUMENT + hidden), 'document');
  });

  it('hangs the content of a section it does not know on the document', () => {
    const section = `<section>${id('27.2.1')}<organizer>${id('27.3.17')}</organizer></section>`;
    assert.equal(tree(DOCUMENT + section), 'document(measure)');
  });

  it('takes a template once for an element, and a second one as its child', () => {
    const organizer = `<organizer>${id('27.3.17')}${id('27.3.17')}${id('27.3.28')}</organizer>`;
    assert.equal(tree(DOCUMENT + organizer), 'document(measure(piProportion))');
  });

  it('does not look behind the templateId of a template that stops', () => {
    const stratum = `<observation>${id('27.3.4')}<observation>${id('27.3.3')}</observation></observation>`;
    assert.equal(tree(DOCUMENT + stratum), 'document(reportingStratum)');
  });

  it('leaves out an observation whose code is no population', () => {
    const of = (value: string) =>
      `<observation>${id('27.3.16')}${value}<observation>${id('27.3.3')}</observation></observation>`;
    assert.equal(tree(DOCUMENT + of(NUMERATOR)), 'document(measureData(aggregateCount))');
    assert.equal(tree(DOCUMENT + of('<value code="numer"/>')), 'document');
  });

  it('is built in any namespace and without one', () => {
    for (const namespace of ['', ' xmlns="urn:hl7-org:v3"', ' xmlns="urn:example"']) {
      const text = `<ClinicalDocument${namespace}>${DOCUMENT}<section>${id('27.2.4')}</section></ClinicalDocument>`;
      assert.equal(buildNodes(parseXml(text))?.root.children[0]?.kind, 'iaSection');
    }
  });

  it('is built of a damaged text too, and of no text there is none', () => {
    const damaged = `<ClinicalDocument>${DOCUMENT}<section>${id('27.2.4')}<entry>`;
    assert.equal(buildNodes(parseXml(damaged))?.root.children[0]?.kind, 'iaSection');
    assert.equal(buildNodes(parseXml('')), null);
  });
});
