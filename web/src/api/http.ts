export interface Fault {
  level: string;
  place: string;
  message: string;
}

/** A refusal of the server (RFC 9457); status 0 means that it did not answer. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string | null = null,
    readonly instance: string = '',
    readonly faults: Fault[] = [],
    readonly whom: string[] = [],
  ) {
    super(detail ?? title);
    this.name = 'Problem';
  }
}

export interface Page<T> {
  items: T[];
  next: string | null;
}

export type Query = Record<string, string | number | boolean | string[] | null | undefined>;

let csrf: { header: string; token: string } | null = null;
let language = 'zh-CN';

/** The token that proves that a command comes from this page; it belongs to the session. */
export function keepToken(next: { header: string; token: string } | null): void {
  csrf = next;
}

export function speak(next: string): void {
  language = next;
}

export function address(path: string, query: Query = {}): string {
  const pairs = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (Array.isArray(value)) {
      if (value.length > 0) {
        pairs.set(name, value.join(','));
      }
    } else if (value !== null && value !== undefined && value !== '') {
      pairs.set(name, String(value));
    }
  }
  const text = pairs.toString();
  return `/api/v1${path}${text === '' ? '' : `?${text}`}`;
}

async function problem(response: Response): Promise<Problem> {
  try {
    const body = await response.json();
    return new Problem(response.status, body.title ?? '', body.detail, body.instance, body.faults ?? [], body.whom ?? []);
  } catch {
    return new Problem(response.status, response.statusText);
  }
}

async function send<T>(method: string, path: string, query?: Query, body?: unknown, signal?: AbortSignal): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json, application/problem+json', 'Accept-Language': language };
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  if (method !== 'GET' && csrf) {
    headers[csrf.header] = csrf.token;
  }
  let response: Response;
  try {
    response = await fetch(address(path, query), {
      method,
      headers,
      body: body === undefined ? null : JSON.stringify(body),
      credentials: 'same-origin',
      signal: signal ?? null,
    });
  } catch (cause) {
    if (signal?.aborted) {
      throw cause;
    }
    throw new Problem(0, '');
  }
  if (!response.ok) {
    throw await problem(response);
  }
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

export const http = {
  get: <T>(path: string, query?: Query, signal?: AbortSignal) => send<T>('GET', path, query, undefined, signal),
  post: <T>(path: string, body?: unknown) => send<T>('POST', path, undefined, body ?? {}),
  put: <T>(path: string, body: unknown) => send<T>('PUT', path, undefined, body),
  delete: (path: string) => send<void>('DELETE', path),
};
