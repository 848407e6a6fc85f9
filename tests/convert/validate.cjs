// Validates exports with packages of npm, read from standard input as {claimreview, schemaorg, webanno}: node validate.cjs FOLDER
//
// jsonld: every document expands in safe mode, in which a term that maps to nothing is an error. The contexts are given here,
// so that nothing is fetched. typescript with schema-dts: types and properties are those of schema.org. ajv: what a publisher asks of a
// ClaimReview is there once a person has rated it, and not before.
'use strict';
const fs = require('fs');
const path = require('path');
const folder = path.resolve(process.argv[2]);
const load = name => require(path.join(folder, 'node_modules', name));
const assert = require('assert');
const jsonld = load('jsonld');
const Ajv = load('ajv/dist/2020').default;

const oa = 'http://www.w3.org/ns/oa#';
const id = iri => ({ '@id': iri, '@type': '@id' });
const contexts = {
  'https://schema.org': { '@vocab': 'https://schema.org/', url: { '@type': '@id' }, sameAs: { '@type': '@id' } },
  'http://www.w3.org/ns/anno.jsonld': {
    id: '@id', type: '@type', oa, rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#', Annotation: oa + 'Annotation',
    SpecificResource: oa + 'SpecificResource', TextualBody: oa + 'TextualBody', TextPositionSelector: oa + 'TextPositionSelector',
    TextQuoteSelector: oa + 'TextQuoteSelector', body: id(oa + 'hasBody'), target: id(oa + 'hasTarget'), source: id(oa + 'hasSource'),
    selector: id(oa + 'hasSelector'), start: oa + 'start', end: oa + 'end', exact: oa + 'exact', prefix: oa + 'prefix', suffix: oa + 'suffix',
    value: 'rdf:value', motivation: { '@id': oa + 'motivatedBy', '@type': '@vocab' }, purpose: { '@id': oa + 'hasPurpose', '@type': '@vocab' },
    identifying: oa + 'identifying', describing: oa + 'describing', tagging: oa + 'tagging',
  },
};
const documentLoader = async url => {
  assert(contexts[url], 'asks for ' + url);
  return { contextUrl: null, documentUrl: url, document: { '@context': contexts[url] } };
};

const text = { type: 'string', minLength: 1 };
const day = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d' };
const named = { type: 'object', required: ['@type', 'name'], properties: { '@type': { enum: ['Person', 'Organization'] }, name: text } };
const published = {
  type: 'object',
  required: ['@context', '@type', 'claimReviewed', 'reviewRating', 'url', 'author', 'itemReviewed'],
  properties: {
    '@context': { const: 'https://schema.org' }, '@type': { const: 'ClaimReview' }, claimReviewed: text, url: { type: 'string', pattern: '^https?://' }, author: named,
    reviewRating: { type: 'object', required: ['@type', 'alternateName'], properties: { '@type': { const: 'Rating' }, alternateName: text } },
    itemReviewed: { type: 'object', required: ['@type', 'author'], properties: { '@type': { const: 'Claim' }, author: named, datePublished: day } },
  },
};

// Messages of the TypeScript compiler about values given as [type of schema-dts, value]; one list for each.
function misfits(values) {
  const ts = load('typescript');
  const lines = values.map(([type, value], i) => `export const value${i}: s.${type} = ${JSON.stringify(value)};`);
  const file = path.join(folder, 'check.ts');
  fs.writeFileSync(file, ['import type * as s from "schema-dts";', ...lines].join('\n'));
  const program = ts.createProgram([file], { noEmit: true, strict: true, skipLibCheck: true, types: [], target: ts.ScriptTarget.ES2020, moduleResolution: ts.ModuleResolutionKind.NodeJs });
  const out = values.map(() => []);
  for (const one of ts.getPreEmitDiagnostics(program)) {
    const line = one.file.getLineAndCharacterOfPosition(one.start).line;
    assert(line > 0, ts.flattenDiagnosticMessageText(one.messageText, ' '));
    out[line - 1].push(ts.flattenDiagnosticMessageText(one.messageText, ' ').slice(0, 400));
  }
  return out;
}

(async () => {
  const written = JSON.parse(fs.readFileSync(0, 'utf8'));
  for (const [name, documents] of Object.entries(written)) {
    let quads = 0;
    for (const one of [documents].flat()) quads += (await jsonld.toRDF(one, { documentLoader, safe: true })).length;
    assert(quads > 10, name + ' says nothing');
    console.log(name, quads, 'triples');
  }
  await assert.rejects(jsonld.expand({ '@context': 'http://www.w3.org/ns/anno.jsonld', id: 'urn:x', nonsense: 1 }, { documentLoader, safe: true }));

  const check = new Ajv({ allErrors: true }).compile(published);
  const reviews = [];
  for (const draft of written.claimreview) {
    assert(!check(draft), 'a draft passes for a review');
    assert.deepStrictEqual(check.errors.map(error => error.params.missingProperty).sort(), ['author', 'reviewRating', 'url']);
    const { creativeWorkStatus, ...claim } = draft;
    const review = { ...claim, url: 'https://desk.example/1', author: { '@type': 'Organization', name: 'Check Desk' }, reviewRating: { '@type': 'Rating', alternateName: 'True' } };
    assert(check(review), JSON.stringify(check.errors));
    reviews.push(review);
  }
  const wrong = structuredClone(reviews[0]);
  wrong.itemReviewed.speaker = 'nobody';
  const claims = reviews.map(review => ['WithContext<s.ClaimReview>', review]);
  const [last, graph, ...rest] = misfits([...claims, ['Graph', written.schemaorg], ['WithContext<s.ClaimReview>', wrong]]).reverse();
  assert.deepStrictEqual([graph, ...rest].flat(), []);
  assert(last.length > 0, 'no property is wrong to the compiler');
})().catch(error => {
  console.error(error);
  process.exit(1);
});
