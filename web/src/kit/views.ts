import { useSyncExternalStore } from 'react';

/** A view that a person named: filters, sort and columns as the address holds them. */
export interface SavedView {
  name: string;
  query: string;
}

const PASSING = ['open', 'add', 'verify'];
const listeners = new Set<() => void>();
let version = 0;

/** The part of an address that makes a view: in one order, without what is only looked at. */
export function viewQuery(parameters: URLSearchParams): string {
  const kept = new URLSearchParams([...parameters].filter(([name, value]) => !PASSING.includes(name) && value !== ''));
  kept.sort();
  return kept.toString();
}

function read(list: string): SavedView[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(`views.${list}`) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one): one is SavedView => typeof one?.name === 'string' && typeof one?.query === 'string') : [];
  } catch {
    return [];
  }
}

function write(list: string, views: SavedView[]): void {
  try {
    localStorage.setItem(`views.${list}`, JSON.stringify(views));
  } catch {
    // A browser that keeps nothing has the address alone.
  }
  version += 1;
  listeners.forEach((listener) => listener());
}

const known = new Map<string, { version: number; views: SavedView[] }>();

function snapshot(list: string): SavedView[] {
  const before = known.get(list);
  if (before?.version === version) {
    return before.views;
  }
  const views = read(list);
  known.set(list, { version, views });
  return views;
}

/** The views that this browser keeps for a list. */
export function useSavedViews(list: string) {
  const views = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => snapshot(list),
  );
  return {
    views,
    save: (view: SavedView) => write(list, [...views.filter((one) => one.name !== view.name), view]),
    drop: (name: string) => write(list, views.filter((one) => one.name !== name)),
  };
}
