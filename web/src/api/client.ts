import createClient from 'openapi-fetch';
import type { components, paths } from './schema';

export type Schemas = components['schemas'];
export type Fault = Schemas['Fault'];

/** A refusal of the server (RFC 9457); status 0 means that it did not answer. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail?: string,
    readonly instance: string = '',
    readonly faults: Fault[] = [],
    readonly whom: string[] = [],
  ) {
    super(detail ?? title);
    this.name = 'Problem';
  }
}

let csrf: Schemas['Csrf'] | null = null;
let language = 'zh-CN';

/** The token that proves that a command comes from this page; it belongs to the session. */
export function keepToken(next: Schemas['Csrf'] | null | undefined): void {
  csrf = next ?? null;
}

export function speak(next: string): void {
  language = next;
}

export const client = createClient<paths>({ credentials: 'same-origin', headers: { Accept: 'application/json, application/problem+json' } });

client.use({
  onRequest: ({ request }) => {
    request.headers.set('Accept-Language', language);
    if (csrf && request.method !== 'GET') {
      request.headers.set(csrf.header, csrf.token);
    }
    return request;
  },
});

interface Answer<T> {
  data?: T | undefined;
  error?: unknown;
  response: Response;
}

/** What the server answered; what it refused is thrown as a problem. */
export async function answer<T>(call: Promise<Answer<T>>): Promise<T> {
  let given: Answer<T>;
  try {
    given = await call;
  } catch (cause) {
    throw cause instanceof DOMException && cause.name === 'AbortError' ? cause : new Problem(0, '');
  }
  if (!given.response.ok) {
    const body = (typeof given.error === 'object' ? given.error : null) as Partial<Schemas['Problem']> | null;
    throw new Problem(given.response.status, body?.title ?? given.response.statusText, body?.detail, body?.instance, body?.faults, body?.whom);
  }
  return given.data as T;
}

/** A filter that is not set is not sent. */
export function some<T extends string>(text: T | '' | undefined): T | undefined {
  return text === '' ? undefined : text;
}
