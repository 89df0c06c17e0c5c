/** A detector as the second look of `coverage`: what it finds is compared with what was found, and is no thing of the scene. */
import { agreedByBoxes } from '../witness/agreement.js';
import type { Findings, Given } from './findings.js';
import type { OpenOperator, Outcome } from './operator.js';

/** Another number where the same things give another agreement. */
const AGREEMENT = 1;

/** Opens the operator for `objects`, and for `coverage` too. */
export const orSecond =
  (open: OpenOperator): OpenOperator =>
  async (call, workbench) => {
    if (call.role !== 'coverage') return open(call, workbench);
    const detector = await open({ ...call, role: 'objects' }, workbench);
    if (detector.role !== 'objects') throw new Error(`SPQ904: ${call.operator} finds no objects`);
    const { key, batch, calls, labels, close } = detector;
    const agreed = async (
      pictures: readonly Given['coverage'][],
    ): Promise<readonly Outcome<Findings['coverage']>[]> => {
      const outcomes = await detector.perceive(pictures.map(({ photo }) => ({ photo })));
      return outcomes.map((outcome, at) => {
        if (outcome.kind === 'failed') return outcome;
        return { kind: 'found', found: agreedByBoxes(pictures[at]?.objects ?? [], outcome.found, labels) };
      });
    };
    return { role: 'coverage', key: `second/${AGREEMENT} ${key}`, batch, calls, labels: [], perceive: agreed, close };
  };
