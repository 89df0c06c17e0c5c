/** Turns the texts of flags into values; what does not fit is wrong usage, told by commander with the flag's name. */
import { InvalidArgumentError } from 'commander';
import { type ExecutionProvider, executionProviders } from '../runtime/perceive/inference/providers.js';

/** A whole number from `least` on. */
export function wholeNumber(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || !Number.isSafeInteger(value) || value < least) {
      throw new InvalidArgumentError(`It must be a whole number, at least ${least}.`);
    }
    return value;
  };
}

/** `0,1` as levels, each once, in ascending order. */
export function levelList(text: string): readonly number[] {
  const parts = text.split(',').map((part) => part.trim());
  if (!parts.every((part) => /^\d+$/.test(part))) {
    throw new InvalidArgumentError('It must be levels with commas between them, such as 0,1.');
  }
  return [...new Set(parts.map(Number))].toSorted((one, other) => one - other);
}

/** `height,left_of` as names, each once. */
export function nameList(text: string): readonly string[] {
  const names = text.split(',').map((part) => part.trim());
  if (names.includes(''))
    throw new InvalidArgumentError('It must be names with commas between them, such as height,left_of.');
  return [...new Set(names)];
}

/** Adds one `source=path` to those before it. */
export function sourcePath(text: string, before: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const at = text.indexOf('=');
  const name = text.slice(0, Math.max(0, at)).trim();
  const path = text.slice(at + 1);
  if (name === '' || path === '')
    throw new InvalidArgumentError('It must be source=path, such as photos=/data/photos.');
  if (Object.hasOwn(before, name)) throw new InvalidArgumentError(`The source ${name} is set twice.`);
  return { ...before, [name]: path };
}

/** Of a flag that may be repeated. */
export function oneMore(text: string, before: readonly string[]): readonly string[] {
  return [...before, text];
}

/** `2/8` as the third of eight parts: parts count from 0. */
export function shardOf(text: string): { readonly index: number; readonly of: number } {
  const [, index, of] = /^(\d+)\/(\d+)$/.exec(text.trim()) ?? [];
  if (of === undefined || Number(index) >= Number(of))
    throw new InvalidArgumentError('It must be a part of so many, from 0 on, such as 0/8.');
  return { index: Number(index), of: Number(of) };
}

/** `cuda,cpu` as execution providers, in order of preference. */
export function deviceList(text: string): readonly ExecutionProvider[] {
  return nameList(text).map((name) => {
    const found = executionProviders.find((provider) => provider === name);
    if (found === undefined)
      throw new InvalidArgumentError(`It must be of ${executionProviders.join(', ')}, with commas between them.`);
    return found;
  });
}
