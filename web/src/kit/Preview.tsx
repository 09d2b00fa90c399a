import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './Icon';

interface Props {
  head: ReactNode;
  children: ReactNode;
  onMove?: (step: 1 | -1) => void;
  onClose?: () => void;
}

/** The panel beside a list, in which the chosen row can be read without leaving the list. */
export function Preview({ head, children, onMove, onClose }: Props) {
  const { t } = useTranslation('kit');
  return (
    <aside className="prev" aria-label={t('preview')}>
      <div className="row between">
        <span className="row">{head}</span>
        <span className="row gap4">
          {onMove && (
            <>
              <button type="button" className="tool" onClick={() => onMove(-1)} aria-label={t('previous')}>
                <Icon name="up" size={14} />
              </button>
              <button type="button" className="tool" onClick={() => onMove(1)} aria-label={t('next')}>
                <Icon name="down" size={14} />
              </button>
            </>
          )}
          {onClose && (
            <button type="button" className="tool" onClick={onClose} aria-label={t('close')}>
              <Icon name="close" size={14} />
            </button>
          )}
        </span>
      </div>
      {children}
    </aside>
  );
}
