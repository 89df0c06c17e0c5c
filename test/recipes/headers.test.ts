/** The head of each file of tasks says which tasks a source without some fact leaves out: exactly those. */
import { describe, expect, it } from 'vitest';
import type * as typed from '../../compiler/check/typed.js';
import { demandsOf } from '../../compiler/lower/demands.js';
import { nameDemandsOf } from '../../compiler/lower/name-demands.js';
import type { Provision } from '../../compiler/std/operators.js';
import { tasksOf } from './phrasings.js';
import { shipped, shippedLibraries } from './shipped.js';

const facts: readonly Provision[] = ['gravity', 'floor', 'pixel', 'facing', 'coverage'];

function needs(task: typed.Task, fact: Provision): boolean {
  const named = nameDemandsOf(task).some(({ ways }) => ways.every((way) => way.needs.includes(fact)));
  return named || demandsOf(task).some(({ provision }) => provision === fact);
}

/** Names of tasks as one text, whatever their order. */
const listed = (names: readonly string[]): string => [...names].sort().join(', ');

/** All that stands above the first line that is no comment. */
const headOf = (file: string): string => {
  const lines = shipped(file).text.split('\n');
  return lines
    .slice(
      0,
      lines.findIndex((line) => !line.startsWith('///')),
    )
    .map((line) => line.slice(3).trim())
    .join(' ');
};

/** What the lists of a head leave out: `except a, b`, or `only c`, perhaps after `use "…"`. */
const leftOutBy = (head: string, all: readonly string[]): readonly string[] =>
  [...head.matchAll(/`(?:use "[^"]*" |… )?(except|only) ([a-z0-9_, ]+)`/g)].map(([, how, text = '']) => {
    const names = text.split(', ');
    expect(names.filter((name) => !all.includes(name))).toEqual([]);
    return listed(how === 'except' ? names : all.filter((name) => !names.includes(name)));
  });

/** Most needs gravity: the parts of these tell the rest. */
const leftToParts = ['recipes/levels/relations.spq gravity', 'recipes/levels/beyond.spq gravity'];

describe.each(shippedLibraries)('%s', (file) => {
  it('tells what a source without some fact leaves out', () => {
    const tasks = tasksOf(file);
    const leftOut = facts
      .filter((fact) => !leftToParts.includes(`${file} ${fact}`))
      .map((fact) => tasks.filter((task) => needs(task, fact)))
      .filter((some) => some.length > 0 && some.length < tasks.length)
      .map((some) => listed(some.map(({ name }) => name)));
    const told = leftOutBy(
      headOf(file),
      tasks.map(({ name }) => name),
    );
    expect([...new Set(told)].sort()).toEqual([...new Set(leftOut)].sort());
  });

  it('says whether it is fair to who reads the nouns, where it is a whole level', () => {
    const whole = /^recipes\/levels\/[a-z]+\.spq$/.test(file);
    expect(headOf(file).includes('`balance by words`')).toBe(whole);
  });
});
