/**
 * What a decoder expects of a model file: names, types and shapes of its inputs and outputs. Files are checked against it
 * when they are opened, so that another export is refused with what differs, and not by numbers that mean nothing.
 */
import type { ElementType } from '../tensor.js';

/** A number where the decoder relies on it; a name where it takes any. */
export type Dim = number | string;

export interface ExpectedValue {
  readonly name: string;
  /** Any of these will do. */
  readonly types: readonly ElementType[];
  readonly dims: readonly Dim[];
  /** True where its shape is looked at when it is there, and not before. */
  readonly anyShape?: true;
  /** True where a file may lack it: some exports do. */
  readonly optional?: true;
}

export interface Contract {
  /** What it is a contract of, as messages name it. */
  readonly model: string;
  readonly inputs: readonly ExpectedValue[];
  readonly outputs: readonly ExpectedValue[];
}

/** An input or output as the file states it. */
export interface StatedValue {
  readonly name: string;
  /** As the runtime names it: `float32`, `int64`, …; `no tensor` for sequences and maps. */
  readonly type: string;
  /** Numbers, and names for what varies. The runtime gives [] both for a scalar and where the file does not say. */
  readonly dims: readonly Dim[];
}

export interface StatedSignature {
  readonly inputs: readonly StatedValue[];
  readonly outputs: readonly StatedValue[];
}

/** Numbers that a model may compute with 32 or 16 bits. */
export const FLOATING: readonly ElementType[] = ['float32', 'float16'];

/**
 * Everything in which a file differs from what is expected, a sentence each; empty where it fits.
 *
 * Outputs that nobody expects are no difference. An input that nobody expects is: it would be given nothing.
 */
export function differences(contract: Contract, stated: StatedSignature): readonly string[] {
  const expectedInputs = new Set(contract.inputs.map(({ name }) => name));
  const unfed = stated.inputs.filter(({ name }) => !expectedInputs.has(name));
  return [
    ...contract.inputs.flatMap((expected) => difference('input', expected, stated.inputs)),
    ...unfed.map(({ name }) => `the file has an input \`${name}\`, which ${contract.model} does not have`),
    ...contract.outputs.flatMap((expected) => difference('output', expected, stated.outputs)),
  ];
}

function difference(
  side: 'input' | 'output',
  expected: ExpectedValue,
  stated: readonly StatedValue[],
): readonly string[] {
  const found = stated.find(({ name }) => name === expected.name);
  const what = `${side} \`${expected.name}\``;
  if (found === undefined) {
    const names = stated.map(({ name }) => `\`${name}\``).join(', ') || 'none';
    return expected.optional === true ? [] : [`${what} is missing; the file has ${names}`];
  }
  const typeFits = expected.types.some((type) => type === found.type);
  // What a file does not say of an output is found out when it is run: decoders look at the dims they get.
  const unsaid = side === 'output' && found.dims.length === 0;
  return [
    ...(typeFits ? [] : [`${what} must be ${expected.types.join(' or ')}; in the file it is ${found.type}`]),
    ...(unsaid || expected.anyShape === true || dimsFit(expected.dims, found.dims)
      ? []
      : [`${what} must have dims ${shown(expected.dims)}; in the file they are ${shown(found.dims)}`]),
  ];
}

/** Two numbers must be equal; where either side names a dim, any size will do. */
function dimsFit(expected: readonly Dim[], found: readonly Dim[]): boolean {
  if (expected.length !== found.length) return false;
  return expected.every((dim, i) => {
    const other = found[i];
    return typeof dim === 'string' || typeof other === 'string' || dim === other;
  });
}

const shown = (dims: readonly Dim[]): string => `[${dims.join(', ')}]`;
