import { useSyncExternalStore } from 'react';
import i18next from 'i18next';
import { speak } from '../api/client';

export type Mode = 'light' | 'dark';

export type ModeChoice = Mode | 'system';

export const MODE_CHOICES: readonly ModeChoice[] = ['light', 'dark', 'system'];

export const LANGUAGES = ['zh-CN', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];

const listeners = new Set<() => void>();

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  listeners.forEach((listener) => listener());
}

function stored(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function store(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // A browser that keeps nothing still shows the page.
  }
}

/** Whether the words are made strange, for the tests of the pages. */
export function isStrange(): boolean {
  return stored('strange') === '1';
}

export function firstLanguage(): Language {
  const known = stored('language');
  if (known === 'zh-CN' || known === 'en') {
    return known;
  }
  return navigator.languages.some((one) => one.startsWith('zh')) || navigator.languages.length === 0 ? 'zh-CN' : 'en';
}

export function setLanguage(language: Language): void {
  store('language', language);
  document.documentElement.lang = language;
  speak(language);
  void i18next.changeLanguage(language);
}

const system = window.matchMedia?.('(prefers-color-scheme: dark)') as MediaQueryList | undefined;

let choice: ModeChoice = MODE_CHOICES.find((one) => one === stored('theme')) ?? 'system';

function effective(): Mode {
  return choice === 'system' ? (system?.matches ? 'dark' : 'light') : choice;
}

function show(): void {
  document.documentElement.dataset.theme = effective();
  tell();
}

show();
system?.addEventListener('change', show);
// Paper is white.
window.addEventListener('beforeprint', () => {
  document.documentElement.dataset.theme = 'light';
});
window.addEventListener('afterprint', show);

export function setMode(next: ModeChoice): void {
  choice = next;
  store('theme', next);
  show();
}

/** Light or dark, as it is shown now. */
export function useMode(): Mode {
  return useSyncExternalStore(listen, effective);
}

/** What the person chose: light, dark, or as the system has it. */
export function useModeChoice(): ModeChoice {
  return useSyncExternalStore(listen, () => choice);
}

/** What a person set for this browser and what is not part of an address: density, folded rail, keys. */
export type Preference = 'density' | 'rail' | 'keys' | 'facets';

export function preference(name: Preference): string | null {
  return stored(name);
}

export function usePreference(name: Preference, initial: string): [string, (value: string) => void] {
  const value = useSyncExternalStore(listen, () => stored(name) ?? initial);
  return [
    value,
    (next) => {
      store(name, next);
      tell();
    },
  ];
}

/** Whether the screen is as the media query says. */
export function useScreen(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const screen = window.matchMedia?.(query);
      screen?.addEventListener('change', listener);
      return () => screen?.removeEventListener('change', listener);
    },
    () => window.matchMedia?.(query).matches ?? false,
  );
}
