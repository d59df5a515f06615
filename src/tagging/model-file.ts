import { createLabels, type LabelScheme } from './labels.ts';
import type { ChainModel } from './model.ts';
import { packWeights, unpackWeights } from './weight-table.ts';

/**
 * The file of a model, little-endian:
 *
 *     0   magic "ORCM"
 *     4   version (u32)
 *     8   checksum of all bytes from 16 on (u32, FNV-1a over 32-bit words)
 *     12  length of the header (u32)
 *     16  header: JSON { scheme, types, rows }, padded with spaces to a multiple of four
 *     …   transitions (f32, labels²), scales (f32, labels), weights (i8, rows × labels), padded to a multiple of four
 */
export function writeModelFile(model: ChainModel): Uint8Array {
  const { labels } = model;
  const { rows } = model.weights;
  const weights = unpackWeights(model.weights);
  const json = JSON.stringify({ scheme: labels.scheme, types: labels.types, rows });
  const header = new TextEncoder().encode(json.padEnd(Math.ceil(json.length / 4) * 4));
  const floats = model.transitions.length + model.scales.length;
  const weightsAt = headerStart + header.length + floats * 4;
  const file = new Uint8Array(weightsAt + Math.ceil(weights.length / 4) * 4);
  const view = new DataView(file.buffer);
  file.set(new TextEncoder().encode(magic), 0);
  view.setUint32(4, version, true);
  view.setUint32(12, header.length, true);
  file.set(header, headerStart);
  [...model.transitions, ...model.scales].forEach((value, k) => {
    view.setFloat32(headerStart + header.length + k * 4, value, true);
  });
  file.set(new Uint8Array(weights.buffer), weightsAt);
  view.setUint32(8, checksum(file), true);
  return file;
}

/** Reads a model. Throws an Error that names the file and the fault where the bytes are not a whole model. */
export function readModelFile(bytes: Uint8Array, name: string): ChainModel {
  const fail = (fault: string): never => {
    throw new Error(`data/models/${name}.bin ${fault}; get it again from the repository, or train it anew`);
  };
  if (bytes.length < headerStart || new TextDecoder('latin1').decode(bytes.subarray(0, 4)) !== magic)
    fail('is not a model');
  // A copy begins at offset 0 of its buffer, so that typed arrays can lie over it.
  const file = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  const found = view.getUint32(4, true);
  if (found !== version) fail(`has format ${found}, and this program reads format ${version}`);
  if (file.length % 4 !== 0 || view.getUint32(8, true) !== checksum(file)) fail('is damaged');
  const headerLength = view.getUint32(12, true);
  const header = JSON.parse(
    new TextDecoder().decode(file.subarray(headerStart, headerStart + headerLength)),
  ) as { scheme: LabelScheme; types: string[]; rows: number };
  const labels = createLabels(header.scheme, header.types);
  const size = labels.size;
  const floatsAt = headerStart + headerLength;
  const weightsAt = floatsAt + (size * size + size) * 4;
  if (file.length < weightsAt + header.rows * size) fail('is cut short');
  const floats = Float32Array.from({ length: size * size + size }, (_, k) =>
    view.getFloat32(floatsAt + k * 4, true),
  );
  const weights = new Int8Array(file.buffer, file.byteOffset + weightsAt, header.rows * size);
  return {
    labels,
    transitions: floats.slice(0, size * size),
    scales: floats.slice(size * size),
    weights: packWeights(weights, header.rows, size),
  };
}

const magic = 'ORCM';
const version = 1;
const headerStart = 16;

function checksum(file: Uint8Array): number {
  const words = new Int32Array(file.buffer, file.byteOffset, file.length / 4);
  let hash = 0x811c9dc5;
  for (let k = headerStart / 4; k < words.length; k++)
    hash = Math.imul(hash ^ (words[k] as number), 0x01000193);
  return hash >>> 0;
}
