import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { preference } from './preferences';

/** The state of a list lies in the address: another browser with the same address shows the same. */
export function useListState() {
  const [parameters, setParameters] = useSearchParams();
  const set = (changes: Record<string, string | string[] | null>) => {
    setParameters(
      (known) => {
        const next = new URLSearchParams(known);
        for (const [name, value] of Object.entries(changes)) {
          const text = Array.isArray(value) ? value.join(',') : value;
          if (text === null || text === '') {
            next.delete(name);
          } else {
            next.set(name, text);
          }
        }
        return next;
      },
      { replace: true },
    );
  };
  return {
    text: (name: string): string => parameters.get(name) ?? '',
    many: (name: string): string[] => (parameters.get(name) ?? '').split(',').filter((one) => one !== ''),
    has: (name: string): boolean => parameters.has(name),
    set,
    all: parameters,
  };
}

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.closest('input, textarea, select, [contenteditable=true], dialog, [role=dialog], [role=menu], .ant-drawer, .ant-modal') !== null);
}

export type KeyMap = Record<string, (event: KeyboardEvent) => void>;

/** Keys of a page; they rest while somebody types, and leave the browser's own combinations alone. */
export function useKeys(keys: KeyMap): void {
  const known = useRef(keys);
  useEffect(() => {
    known.current = keys;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target) || preference('keys') === 'off') {
        return;
      }
      const act = known.current[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (act) {
        act(event);
      }
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

/** J and K move the chosen row, Enter opens it. */
export function useRowKeys(ids: readonly string[], chosen: string, choose: (id: string) => void, open: (id: string) => void, more: KeyMap = {}): (step: 1 | -1) => void {
  const move = (step: 1 | -1) => {
    const at = ids.indexOf(chosen);
    const next = ids[at < 0 ? (step > 0 ? 0 : ids.length - 1) : Math.min(ids.length - 1, Math.max(0, at + step))];
    if (next !== undefined) {
      choose(next);
      document.querySelector(`[data-row="${CSS.escape(next)}"]`)?.scrollIntoView({ block: 'nearest' });
    }
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    Enter: (event) => {
      if (chosen !== '' && !(event.target instanceof HTMLElement && event.target.closest('a, button') !== null)) {
        open(chosen);
      }
    },
    ...more,
  });
  return move;
}
