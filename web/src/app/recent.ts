/** A thing that was opened in this window; the window forgets it when it is closed. */
export interface Visited {
  label: string;
  under: string;
  to: string;
}

const KEPT = 6;
const NAME = 'visited';

export function recent(): Visited[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(NAME) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one): one is Visited => typeof one?.label === 'string' && typeof one?.under === 'string' && /^\/[^/]/.test(String(one?.to))) : [];
  } catch {
    return [];
  }
}

export function visit(one: Visited): void {
  try {
    sessionStorage.setItem(NAME, JSON.stringify([one, ...recent().filter((other) => other.to !== one.to)].slice(0, KEPT)));
  } catch {
    // A browser that keeps nothing offers nothing again.
  }
}

export function forgetVisits(): void {
  try {
    sessionStorage.removeItem(NAME);
  } catch {
    // Nothing was kept.
  }
}
