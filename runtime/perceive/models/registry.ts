/**
 * Which models there are: where their files lie, under which licence, and which contract a file must fit. The registry is
 * data; another one may be read in its place.
 */
import { z } from 'zod';
import { didYouMean } from '../../../compiler/diagnostics/suggest.js';
import { RunError } from '../../errors.js';
import { readJson } from '../../sources/json-file.js';
import { Unreadable } from '../../sources/unreadable.js';
import { dfine } from '../decode/dfine.js';
import { geocalib } from '../decode/geocalib.js';
import { groundingDino } from '../decode/grounding-dino.js';
import { moge2 } from '../decode/moge2.js';
import { orientAnything } from '../decode/orient-anything.js';
import { orientAnything2 } from '../decode/orient-anything2.js';
import { owlv2 } from '../decode/owlv2.js';
import { sam2Decoder, sam2Encoder } from '../decode/sam2.js';
import { slimsamDecoder, slimsamEncoder } from '../decode/slimsam.js';
import { yolox } from '../decode/yolox.js';
import type { Contract } from '../inference/contract.js';
import known from './registry.json' with { type: 'json' };

const contracts: ReadonlyMap<string, Contract> = new Map(
  [
    moge2,
    owlv2,
    dfine,
    yolox,
    slimsamEncoder,
    slimsamDecoder,
    sam2Encoder,
    sam2Decoder,
    orientAnything,
    orientAnything2,
    groundingDino,
    geocalib,
  ].map((contract) => [contract.model, contract]),
);

/** A path below a folder: nothing that leads out of it. */
const insidePath = z.string().regex(/^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/, 'must be a path below the folder of the model');

const modelFile = z.strictObject({
  path: insidePath,
  /** As its page states it, rounded; null where it does not. */
  megabytes: z.number().positive().nullable(),
  /** Null where none is published: the first pull records it. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits')
    .nullable(),
  /** Null for files that are no ONNX. */
  contract: z
    .string()
    .refine((name) => contracts.has(name), { error: `must be one of ${[...contracts.keys()].join(', ')}` })
    .nullable(),
});

const modelEntry = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'must be of lower-case letters, digits and hyphens'),
  role: z.string(),
  /** Pulled where none is named. */
  default: z.boolean(),
  about: z.string(),
  licence: z.strictObject({ id: z.string(), nonCommercial: z.boolean(), source: z.string() }),
  repository: z.string().regex(/^[\w.-]+\/[\w.-]+$/, 'must be owner/name'),
  revision: z.string(),
  files: z.array(modelFile).min(1),
});

const registryFile = z.strictObject({ models: z.array(modelEntry) });

export type ModelEntry = z.output<typeof modelEntry>;
export type RegisteredFile = z.output<typeof modelFile>;

/**
 * @param file another registry; by default the one that comes with spq
 * @throws RunError SPQ503, SPQ502 or SPQ507 where the file cannot be read, naming the place in it
 */
export async function readRegistry(file?: string): Promise<readonly ModelEntry[]> {
  if (file === undefined) return registryFile.parse(known).models;
  try {
    return (await readJson(file, registryFile)).models;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new RunError(error.code, error.message, 'docs/models.md shows what a registry holds.');
  }
}

/**
 * The models of these ids, in that order; of no ids the default ones.
 *
 * @throws RunError SPQ520
 */
export function modelsOf(registry: readonly ModelEntry[], ids: readonly string[]): readonly ModelEntry[] {
  if (ids.length === 0) return registry.filter((model) => model.default);
  return ids.map((id) => {
    const found = registry.find((model) => model.id === id);
    if (found !== undefined) return found;
    const names = registry.map((model) => model.id);
    throw new RunError('SPQ520', `There is no model \`${id}\`.`, didYouMean(id, names));
  });
}

/** What a file must fit; null where it is no model. */
export const contractOf = ({ contract }: RegisteredFile): Contract | null =>
  contract === null ? null : (contracts.get(contract) ?? null);
