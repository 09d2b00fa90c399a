import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  shown: boolean;
  busy: boolean;
  load: () => void;
}

/** The end of a list that has more: loads it when it comes into sight, or by its button. */
export function More({ shown, busy, load }: Props) {
  const { t } = useTranslation('kit');
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const place = end.current;
    if (!shown || busy || !place || typeof IntersectionObserver === 'undefined') {
      return undefined;
    }
    const watch = new IntersectionObserver((seen) => {
      if (seen.some((one) => one.isIntersecting)) {
        load();
      }
    }, { rootMargin: '400px' });
    watch.observe(place);
    return () => watch.disconnect();
  }, [shown, busy, load]);
  return shown ? (
    <div ref={end} className="loadMore">
      <button type="button" className="btn sm" onClick={load} disabled={busy}>
        {t(busy ? 'state.loading' : 'more')}
      </button>
    </div>
  ) : null;
}
