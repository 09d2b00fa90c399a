import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import { number } from './time';
import { useSay } from './Said';

interface Props {
  ids: readonly string[];
  clear: () => void;
  children?: ReactNode;
}

/** What can be done with the marked rows. */
export function SelectionBar({ ids, clear, children }: Props) {
  const { t } = useTranslation('kit');
  const say = useSay();
  const copy = () => void navigator.clipboard.writeText(ids.join('\n')).then(() => say({ text: t('idsCopied', { shown: number(ids.length), count: ids.length }) }));
  return (
    <div className="bulk" role="region" aria-label={t('selection')}>
      <b role="status">{t('selected', { shown: number(ids.length), count: ids.length })}</b>
      {children}
      <button type="button" className="btn sm" onClick={copy}>
        {t('copyIds')}
      </button>
      <button type="button" className="btn sm txt" onClick={clear}>
        {t('clearSelection')}
      </button>
    </div>
  );
}

/** The box at the head of the rows, or of one of them. */
export function Mark({ on, some = false, label, onChange }: { on: boolean; some?: boolean; label: string; onChange: (range: boolean) => void }) {
  return (
    <button
      type="button"
      role="checkbox"
      className="markBox"
      aria-checked={some ? 'mixed' : on}
      aria-label={label}
      onClick={(event) => {
        event.stopPropagation();
        onChange(event.shiftKey);
      }}
    >
      <span className={some ? 'box some' : on ? 'box on' : 'box'} />
    </button>
  );
}
