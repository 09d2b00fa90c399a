import { useEffect, useRef, type ReactNode } from 'react';

/** The filters of a list; they stay in sight, and the head of the table stays right below them. */
export function ListBar({ children }: { children: ReactNode }) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const place = bar.current;
    if (!place || typeof ResizeObserver === 'undefined') {
      return undefined;
    }
    const watch = new ResizeObserver(() => {
      const top = Number.parseFloat(getComputedStyle(place).top) || 0;
      document.documentElement.style.setProperty('--stick', `${Math.round(top + place.offsetHeight)}px`);
    });
    watch.observe(place);
    return () => watch.disconnect();
  }, []);
  return (
    <div className="lbar" ref={bar}>
      <div className="row wrap gap8">{children}</div>
    </div>
  );
}
