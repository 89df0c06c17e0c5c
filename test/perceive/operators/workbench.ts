/** What operators are opened with, in tests: fixture graphs in the place of registered model files, and a thread that runs them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { PlannedOperator } from '../../../compiler/plan/plan.js';
import { openSessionHost } from '../../../runtime/perceive/inference/session-host.js';
import { hashOf, lock, pathOf } from '../../../runtime/perceive/models/model-folder.js';
import { modelsOf, readRegistry } from '../../../runtime/perceive/models/registry.js';
import type { Photo } from '../../../runtime/perceive/operators/findings.js';
import { operators } from '../../../runtime/perceive/operators/index.js';
import type { Operator, Workbench } from '../../../runtime/perceive/operators/operator.js';
import type { RgbPicture } from '../../../runtime/perceive/picture/read-picture.js';

export interface TestWorkbench {
  readonly workbench: Workbench;
  /** A file beside the recipe. */
  readonly write: (name: string, content: string | Uint8Array) => void;
  /** Puts a file where one of a registered model lies, and locks it. */
  readonly install: (model: string, path: string, content: string | Uint8Array) => Promise<void>;
  readonly open: (call: Pick<PlannedOperator, 'role' | 'operator' | 'arguments'>) => Promise<Operator>;
  readonly close: () => Promise<void>;
}

export async function testWorkbench(): Promise<TestWorkbench> {
  const folder = mkdtempSync(join(tmpdir(), 'spq-operators-'));
  const registry = await readRegistry();
  const host = openSessionHost();
  const modelFolder = join(folder, 'models');
  const session = { intraOpThreads: 1 };
  const workbench: Workbench = { host, modelFolder, registry, recipeDir: folder, session, workers: null };
  return {
    workbench,
    write: (name, content) => writeFileSync(join(folder, name), content),
    install: async (id, path, content) => {
      const [model] = modelsOf(registry, [id]);
      const file = model?.files.find((one) => one.path === path);
      if (model === undefined || file === undefined) throw new Error(`no ${path} of ${id}`);
      const target = pathOf(modelFolder, model, file);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, content);
      await lock(modelFolder, model, file, await hashOf(target));
    },
    open: (call) => operators[call.operator]({ ...call, reads: [] }, workbench),
    close: async () => {
      await host.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export const photoOf = (picture: RgbPicture, camera: Photo['camera'] = null): Photo => ({
  file: 'picture.png',
  sha256: '0'.repeat(64),
  picture,
  camera,
  maskSize: { width: picture.width, height: picture.height },
});
