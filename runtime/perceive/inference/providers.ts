/**
 * Which execution provider runs a model. ONNX Runtime drops a provider that it does not have and goes on with the CPU
 * without an error, so every one is looked up first, and what was passed over is told.
 */

/** As ONNX Runtime names them. */
export const executionProviders = ['cpu', 'cuda', 'tensorrt', 'coreml', 'dml', 'webgpu'] as const;
export type ExecutionProvider = (typeof executionProviders)[number];

export interface PassedOver {
  readonly provider: ExecutionProvider;
  /** Why it was not used. */
  readonly cause: string;
}

export interface Opened<Session> {
  readonly session: Session;
  /** The one that runs the model. Operators that it lacks are run by the CPU, whatever it is. */
  readonly provider: ExecutionProvider;
  /** Those that were wanted more. */
  readonly passedOver: readonly PassedOver[];
}

/** None of the wanted providers could open the model. */
export interface NotOpened {
  readonly passedOver: readonly PassedOver[];
}

/**
 * Opens a session with the first of the wanted providers that there is and that takes the model.
 *
 * @param wanted in order of preference; those not named are never used
 * @param supported what this build of ONNX Runtime has
 * @param open opens a session with one provider; it may throw, as CUDA does without its libraries
 */
export async function openWithFirst<Session>(
  wanted: readonly ExecutionProvider[],
  supported: readonly string[],
  open: (provider: ExecutionProvider) => Promise<Session>,
): Promise<Opened<Session> | NotOpened> {
  const passedOver: PassedOver[] = [];
  for (const provider of wanted) {
    if (!supported.includes(provider)) {
      const cause = `this build of ONNX Runtime (${process.platform}-${process.arch}) has ${supported.join(', ')}`;
      passedOver.push({ provider, cause });
      continue;
    }
    try {
      return { session: await open(provider), provider, passedOver };
    } catch (error) {
      passedOver.push({ provider, cause: error instanceof Error ? error.message : String(error) });
    }
  }
  return { passedOver };
}
