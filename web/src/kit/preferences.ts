import { useSyncExternalStore } from 'react';
import i18next from 'i18next';
import { speak } from '../api/client';

export type Mode = 'light' | 'dark';

export type Language = 'zh-CN' | 'en';

const listeners = new Set<() => void>();

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

function firstMode(): Mode {
  const known = stored('theme');
  if (known === 'light' || known === 'dark') {
    return known;
  }
  return window.matchMedia?.('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

let mode: Mode = firstMode();
document.documentElement.dataset.theme = mode;

export function setMode(next: Mode): void {
  mode = next;
  store('theme', next);
  document.documentElement.dataset.theme = next;
  listeners.forEach((listener) => listener());
}

export function useMode(): Mode {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => mode,
  );
}
