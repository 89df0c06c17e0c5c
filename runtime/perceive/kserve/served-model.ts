/**
 * A model behind servers that speak KServe's inference protocol, version 2, as Triton, OpenVINO and MLServer do: the same tensors in
 * and out as of a file, with the same contract.
 */
import { z } from 'zod';
import { RunError } from '../../errors.js';
import { networkCause, type Patience } from '../http/attempts.js';
import { type Places, placesOn } from '../http/places.js';
import { post } from '../http/post.js';
import { type Contract, differences, type StatedSignature, type StatedValue } from '../inference/contract.js';
import { elementTypes, type NamedTensors, withType } from '../tensor.js';
import { elementTypeOf, JSON_LENGTH, outputsOf, requestOf } from './tensor-message.js';

export interface ServedModel {
  readonly run: (inputs: NamedTensors) => Promise<NamedTensors>;
}

export interface Serving {
  /** Addresses before `/v2/models/…`; all serve the same model. */
  readonly endpoints: readonly string[];
  readonly model: string;
  /** Requests under way at each of them. */
  readonly atOnce: number;
  readonly timeoutMs: number;
  readonly patience: Patience;
}

/**
 * Compares what each server says of the model with its contract.
 *
 * @throws RunError SPQ541, SPQ543 where a server cannot be asked or has no such model; SPQ525 where it is another model
 */
export async function openServedModel(serving: Serving, contract: Contract): Promise<ServedModel> {
  const signatures = await Promise.all(serving.endpoints.map((endpoint) => signatureOf(serving, endpoint)));
  for (const [at, signature] of signatures.entries()) {
    const found = differences(contract, signature);
    if (found.length > 0) throw notAsExpected(`${serving.endpoints[at]}`, serving.model, found);
  }
  const names = contract.outputs.map(({ name }) => name);
  const places = placesOn(serving.endpoints, serving.atOnce);
  const [stated] = signatures;
  return { run: (inputs) => runAnywhere(serving, places, fitted(inputs, stated), names) };
}

/** Numbers with as many bits as the model takes; inputs that it does not have are left out. */
function fitted(inputs: NamedTensors, stated: StatedSignature | undefined): NamedTensors {
  const taken = (stated?.inputs ?? []).flatMap(({ name, type }) => {
    const [tensor, element] = [inputs[name], elementTypes.find((one) => one === type)];
    return tensor === undefined || element === undefined ? [] : [[name, withType(tensor, element)] as const];
  });
  return Object.fromEntries(taken);
}

/** A server that fails for good is passed over: the others are asked before the picture is given up. */
async function runAnywhere(
  serving: Serving,
  places: Places<string>,
  inputs: NamedTensors,
  names: readonly string[],
): Promise<NamedTensors> {
  let first = '';
  try {
    return await places.on(1, (endpoint) => {
      first = endpoint;
      return runAt(serving, endpoint, inputs, names);
    });
  } catch (error) {
    if (!(error instanceof RunError) || error.code !== 'SPQ541') throw error;
    for (const other of serving.endpoints.filter((endpoint) => endpoint !== first)) {
      try {
        return await runAt(serving, other, inputs, names);
      } catch (another) {
        if (!(another instanceof RunError) || another.code !== 'SPQ541') throw another;
      }
    }
    throw error;
  }
}

function runAt(
  { model, timeoutMs, patience }: Serving,
  endpoint: string,
  inputs: NamedTensors,
  names: readonly string[],
): Promise<NamedTensors> {
  const { jsonLength, body } = requestOf(inputs, names);
  const headers = { 'content-type': 'application/octet-stream', [JSON_LENGTH]: String(jsonLength) };
  const request = { url: `${addressOf(endpoint, model)}/infer`, headers, body, timeoutMs };
  return post(
    request,
    (reply) => {
      const length = reply.headers.get(JSON_LENGTH);
      const outputs = outputsOf(reply.body, length === null ? null : Number(length));
      const missing = names.filter((name) => outputs[name] === undefined);
      if (missing.length > 0) throw new Error(`there is no output ${missing.join(', ')}`);
      return outputs;
    },
    patience,
  );
}

const addressOf = (endpoint: string, model: string): string =>
  `${endpoint.replace(/\/+$/, '')}/v2/models/${encodeURIComponent(model)}`;

const metadataShape = z.looseObject({
  inputs: z.array(z.looseObject({ name: z.string(), datatype: z.string(), shape: z.array(z.int()) })),
  outputs: z.array(z.looseObject({ name: z.string(), datatype: z.string(), shape: z.array(z.int()) })),
});

async function signatureOf({ model, timeoutMs }: Serving, endpoint: string): Promise<StatedSignature> {
  const url = addressOf(endpoint, model);
  const hint = 'Is the server up, and does it serve this model?';
  let said: unknown;
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs), redirect: 'error' });
    if (!response.ok) throw new Error(`the server answers ${response.status} ${response.statusText}`);
    said = await response.json();
  } catch (error) {
    throw new RunError('SPQ541', `\`${url}\` cannot be asked: ${networkCause(error)}.`, hint);
  }
  const parsed = metadataShape.safeParse(said);
  if (!parsed.success) throw new RunError('SPQ542', `What \`${url}\` answers is no description of a model.`, hint);
  return { inputs: parsed.data.inputs.map(statedOf), outputs: parsed.data.outputs.map(statedOf) };
}

/** Servers write −1 for a dim that varies. */
const statedOf = ({ name, datatype, shape }: z.output<typeof metadataShape>['inputs'][number]): StatedValue => ({
  name,
  type: elementTypeOf(datatype) ?? datatype,
  dims: shape.map((dim, at) => (dim < 0 ? `dim_${at}` : dim)),
});

const notAsExpected = (endpoint: string, model: string, found: readonly string[]): RunError =>
  new RunError(
    'SPQ525',
    `\`${model}\` of \`${endpoint}\` is not the model that is described:\n${found.join(';\n')}.`,
    'Names, element types and shapes must be those of the description.',
  );
