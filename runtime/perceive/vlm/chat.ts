/**
 * A vision-language model behind a server that speaks OpenAI's chat completions, as vLLM, SGLang, llama.cpp and Ollama do:
 * a picture and a question in, text out.
 */
import { z } from 'zod';
import { type Patience, patient } from '../http/attempts.js';
import { post } from '../http/post.js';
import type { Slots } from '../http/slots.js';

/** In which numbers a model tells where something is in its picture. Which, is of the model and not of the server. */
export const coordinateSpaces = ['norm1000', 'pixels', 'norm1'] as const;
export type CoordinateSpace = (typeof coordinateSpaces)[number];

export interface Vlm {
  /** `http://host:8000/v1`; `/chat/completions` is asked. */
  readonly endpoint: string;
  readonly model: string;
  readonly coordinates: CoordinateSpace;
  /** Sent as a bearer token; null where the server wants none. */
  readonly key: string | null;
  /** How many questions the server is asked at once. */
  readonly slots: Slots;
  readonly timeoutMs: number;
  readonly patience: Patience;
}

/** The environment variable that holds the key of the server. A recipe and a plan never hold it. */
export const KEY_VARIABLE = 'SPQ_VLM_KEY';
/** Large models on a busy server take a minute for an answer. */
const TIMEOUT_MS = 120_000;

export function openVlm(
  endpoint: string,
  model: string,
  coordinates: CoordinateSpace,
  slots: Slots,
  environment: Readonly<Record<string, string | undefined>>,
): Vlm {
  const key = environment[KEY_VARIABLE] ?? null;
  return { endpoint, model, coordinates, key, slots, timeoutMs: TIMEOUT_MS, patience: patient };
}

export interface Question {
  readonly text: string;
  /** JPEG. */
  readonly jpeg: Uint8Array;
  /** Tokens of the answer at most. */
  readonly tokens: number;
}

/** Of what a server answers, what is read. */
const completion = z.looseObject({
  choices: z
    .array(z.looseObject({ message: z.looseObject({ content: z.string() }), finish_reason: z.string().nullish() }))
    .min(1),
});

/**
 * Asks about a picture, with what the model likes best (temperature 0).
 *
 * @param read what the text means; what it throws makes the model be asked again
 * @throws RunError SPQ541, SPQ542
 */
export function ask<T>(vlm: Vlm, { text, jpeg, tokens }: Question, read: (answer: string) => T): Promise<T> {
  const url = `data:image/jpeg;base64,${Buffer.from(jpeg).toString('base64')}`;
  const content = [
    { type: 'image_url', image_url: { url } },
    { type: 'text', text },
  ];
  const body = JSON.stringify({
    model: vlm.model,
    temperature: 0,
    max_tokens: tokens,
    messages: [{ role: 'user', content }],
  });
  const authorization = vlm.key === null ? {} : { authorization: `Bearer ${vlm.key}` };
  const headers = { 'content-type': 'application/json', ...authorization };
  const request = {
    url: `${vlm.endpoint.replace(/\/+$/, '')}/chat/completions`,
    headers,
    body,
    timeoutMs: vlm.timeoutMs,
  };
  return vlm.slots.run(() => post(request, ({ body: bytes }) => read(answerOf(bytes)), vlm.patience));
}

function answerOf(bytes: Uint8Array): string {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new Error('it is no JSON');
  }
  const parsed = completion.safeParse(json);
  if (!parsed.success) throw new Error(`it is no chat completion (${parsed.error.issues[0]?.path.join('.')})`);
  const [choice] = parsed.data.choices;
  if (choice?.finish_reason === 'length') throw new Error('it is cut off');
  return choice?.message.content ?? '';
}
