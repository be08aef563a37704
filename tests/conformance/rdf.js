// RDF in three syntaxes into one graph, and that graph held against shapes.
import { createRequire } from 'node:module';
import { Readable } from 'node:stream';
import dataset from '@rdfjs/dataset';
import dataModel from '@rdfjs/data-model';
import { Parser } from 'n3';
import { RdfXmlParser } from 'rdfxml-streaming-parser';
import SHACLValidator from 'rdf-validate-shacl';

const jsonld = createRequire(import.meta.url)('jsonld');

/** The statements of a text. */
export async function graph(text, syntax) {
  if (syntax === 'ttl') return of(new Parser().parse(text));
  if (syntax === 'jsonld') {
    const remote = async (url) => { throw new Error(`asks for ${url}`); };
    const lines = await jsonld.toRDF(JSON.parse(text), { format: 'application/n-quads', documentLoader: remote });
    return of(new Parser({ format: 'N-Quads' }).parse(lines));
  }
  const quads = [];
  for await (const quad of Readable.from([text]).pipe(new RdfXmlParser())) quads.push(quad);
  return of(quads);
}

function of(quads) {
  return dataset.dataset(quads.map((quad) => dataModel.fromQuad(quad)));
}

/** How many things are of a class. */
export function count(data, kind) {
  const type = dataModel.namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type');
  return data.match(null, type, dataModel.namedNode(kind)).size;
}

/** What is wrong: violations, and classes of which there is nothing to check. */
export async function faults(shapes, data, kinds) {
  const report = await new SHACLValidator(shapes).validate(data);
  const wrong = report.results
    .filter((result) => result.severity?.value.endsWith('#Violation') ?? true)
    .map((result) => `${result.focusNode?.value} ${result.path?.value ?? ''} ${result.sourceConstraintComponent?.value}`);
  const missing = kinds.filter((kind) => count(data, kind) === 0).map((kind) => `nothing is a ${kind}`);
  return [...wrong, ...missing];
}
