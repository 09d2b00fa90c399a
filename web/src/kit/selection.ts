import { useMemo, useState } from 'react';

/** What is selected after a row was toggled alone, or from the last one up to it. */
export function selected(before: ReadonlySet<string>, ids: readonly string[], id: string, from: string | null): Set<string> {
  const after = new Set(before);
  const start = from === null ? -1 : ids.indexOf(from);
  const end = ids.indexOf(id);
  if (start >= 0 && end >= 0) {
    ids.slice(Math.min(start, end), Math.max(start, end) + 1).forEach((one) => after.add(one));
  } else if (!after.delete(id)) {
    after.add(id);
  }
  return after;
}

/** The rows that a person marked; another filter begins anew. */
export function useSelection(ids: readonly string[], filter: string) {
  const [state, setState] = useState<{ filter: string; marked: ReadonlySet<string>; last: string | null }>({ filter, marked: new Set(), last: null });
  const marked = useMemo(() => (state.filter === filter ? state.marked : new Set<string>()), [state, filter]);
  const last = state.filter === filter ? state.last : null;
  return {
    marked,
    toggle: (id: string, range = false) => setState({ filter, marked: selected(marked, ids, id, range ? last : null), last: id }),
    all: () => setState({ filter, marked: marked.size === ids.length ? new Set() : new Set(ids), last: null }),
    clear: () => setState({ filter, marked: new Set(), last: null }),
  };
}
