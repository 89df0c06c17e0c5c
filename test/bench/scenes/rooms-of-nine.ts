/**
 * Scenes of nine objects, with pixels, as many as wanted: rooms in which exactly nine things are listed. Only so many
 * rooms are made; after those the same come again under other names, so that draws and ids are new and making them is free.
 */
import type { SceneFacts, SourceItem } from '../../../runtime/facts/rows.js';
import { roomFacts } from '../../../runtime/sources/rooms/facts.js';

export const objectsPerScene = 9;
/** About one room in ten has nine. */
const different = 1000;
const seed = 5;

/** The rooms that all others repeat. */
export function differentRooms(): readonly SceneFacts[] {
  const found: SceneFacts[] = [];
  for (let index = 0; found.length < different; index++) {
    const facts = roomFacts(seed, index, { pixels: false });
    // The same room once more, since pixels are dear and most rooms are left aside.
    if (facts.objects.length === objectsPerScene) found.push(roomFacts(seed, index, { pixels: true }));
  }
  return found;
}

export function* scenesOf(rooms: readonly SceneFacts[], count: number): Generator<SourceItem> {
  for (let index = 0; index < count; index++) {
    const facts = rooms[index % rooms.length];
    if (facts === undefined) return;
    const sceneId = `room-${String(index).padStart(9, '0')}`;
    yield { kind: 'scene', facts: { ...facts, scene: { ...facts.scene, sceneId, captureId: sceneId } } };
  }
}
