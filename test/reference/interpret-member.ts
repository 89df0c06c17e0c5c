/** `a.height`, `v.right`: the facts of things and the words of places. */
import { angleBetween } from './box-geometry.js';
import { asSeenByCamera, isRolled } from './frames.js';
import { type Scope, writtenFact } from './interpret.js';
import { cameraPoint, centreOf, facingDirection } from './interpret-view.js';
import { type ObjectFacts, pixelBase } from './object-facts.js';
import { columnOf, ownValue } from './own-columns.js';
import type { SceneContext } from './scene-context.js';
import {
  type FramedPlace,
  type ObjectValue,
  type PixelValue,
  quantity,
  type Spans,
  type UnitVector,
  unknownRange,
  type Value,
} from './value.js';
import { dot, whole } from './whole-units.js';

export function member(scope: Scope, of: Value, name: string): Value {
  const { context } = scope;
  switch (of.kind) {
    case 'object':
    case 'pixel': {
      const written = context.definitions.facts.get(name);
      if (written === undefined) return factOf(context, of, name);
      if (of.kind === 'object' && columnOf(written)) return ownValue(of.row, written, context.definitions.facts);
      return writtenFact(scope, written, of);
    }
    case 'camera place':
      return componentOf(asSeenByCamera(of, context.facts.scene), name);
    case 'framed place':
      return componentOf(of, name);
    case 'unit vector':
      return unitComponent(of, name);
    case 'spans':
      return spanWord(of, name, isRolled(context.facts.scene));
    case 'quantity':
    case 'range':
    case 'direction':
    case 'truth':
    case 'word':
    case 'camera':
    case 'list':
    case 'tuple':
    case 'box':
    case 'space box':
    case 'term':
    case 'statement':
    case 'footprint':
    case 'unknown':
      throw new Error(`a ${of.kind} has no .${name}`);
  }
}

type Thing = Extract<Value, { kind: 'object' | 'pixel' }>;

function factOf(context: SceneContext, of: Thing, name: string): Value {
  if (name === 'position') return cameraPoint(centreOf(context, of));
  if (name === 'depth') return quantity('magnitude', centreOf(context, of)?.[2] ?? null);
  if (name === 'distance') {
    const centre = centreOf(context, of);
    return quantity('magnitude', centre === null ? null : whole(Math.sqrt(dot(centre, centre))));
  }
  if (of.kind === 'pixel') return pixelFact(context, of, name);
  if (name === 'category') return { kind: 'word', domain: 'category', text: of.row?.category ?? null };
  if (name === 'box2d') return { kind: 'box', corners: of.row?.box2d ?? null };
  if (name === 'distance_sigma') return distanceSigma(context, of);
  if (name === 'facing') return facingDirection(context, of);
  if (name === 'box3d') return spaceBox(context, of);
  return boxFact(of.row === null ? undefined : context.factsOf(of.row), name);
}

function pixelFact(context: SceneContext, { row }: PixelValue, name: string): Value {
  if (name !== 'base') throw new Error(`a pixel has no .${name}`);
  return quantity('signed', pixelBase(row, context.facts.scene));
}

/** By what the scene says of its scale; what it does not say is nothing. */
function distanceSigma(context: SceneContext, of: Thing): Value {
  const centre = centreOf(context, of);
  const distance = centre === null ? null : whole(Math.sqrt(dot(centre, centre)));
  return quantity('magnitude', distance === null ? null : whole(distance * (context.facts.scene.scaleSigma ?? 0)));
}

/** The heading is the angle from ahead to the facing, to the right. */
function spaceBox(context: SceneContext, of: ObjectValue): Value {
  const facts = of.row === null ? undefined : context.factsOf(of.row);
  const { level } = facingDirection(context, of);
  const sizes = [facts?.width, facts?.height, facts?.depthExtent].flatMap((size) => size ?? []);
  const turn = level && angleBetween(level, [0, 0, 1]);
  if (!facts?.centre || !level || turn === null || sizes.length < 3) return { kind: 'space box', parts: null };
  const heading = level[0] < 0 ? 360e6 - turn : turn;
  return { kind: 'space box', parts: { lengths: [...facts.centre, ...sizes], heading } };
}

function boxFact(facts: ObjectFacts | undefined, name: string): Value {
  switch (name) {
    case 'nearest':
      return quantity('magnitude', facts?.nearest ?? null);
    case 'height':
      return quantity('magnitude', facts?.height ?? null);
    case 'width':
      return quantity('magnitude', facts?.width ?? null);
    case 'depth_extent':
      return quantity('magnitude', facts?.depthExtent ?? null);
    case 'base':
      return quantity('signed', facts?.base ?? null);
    case 'top':
      return quantity('signed', facts?.top ?? null);
    case 'footprint_area':
      return quantity('area', facts?.footprintArea ?? null);
    case 'volume':
      return quantity('volume', facts?.volume ?? null);
    case 'bearing':
      return quantity('picture', facts?.bearing ?? null);
    case 'elevation':
      return quantity('picture', facts?.elevation ?? null);
  }
  throw new Error(`no fact .${name}`);
}

function componentOf(place: FramedPlace, name: string): Value {
  if (name !== 'right' && name !== 'up' && name !== 'forward') throw new Error(`a place has no .${name}`);
  return { ...quantity('signed', place[name]), component: { word: name, isViewers: place.isViewers } };
}

function unitComponent(of: UnitVector, name: string): Value {
  if (name !== 'right' && name !== 'up' && name !== 'forward') throw new Error(`a vector has no .${name}`);
  return quantity('ratio', of.isRolled && name !== 'forward' ? null : of[name]);
}

function spanWord(of: Spans, name: string, rolled: boolean): Value {
  if (name === 'right') return rolled ? unknownRange : of.right;
  if (name === 'up' || name === 'forward') return of[name];
  throw new Error(`a span has no .${name}`);
}
