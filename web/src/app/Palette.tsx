import { Fragment, useEffect, useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Session } from '../api/session';
import { Dialog } from '../kit/Dialog';
import { Icon } from '../kit/Icon';
import { stepped, type Found } from './found';
import { useFound } from './useFound';

interface Props {
  session: Session;
  onClose: () => void;
  onHelp: () => void;
}

/** Ctrl-K: pages, applications, ids, decisions and actions behind one line. */
export function Palette({ session, onClose, onHelp }: Props) {
  const { t } = useTranslation('app');
  const navigate = useNavigate();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  const [place, setPlace] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), 150);
    return () => clearTimeout(timer);
  }, [typed]);
  const { found, busy } = useFound(session, typed.trim(), asked, onHelp);
  const at = Math.min(place, Math.max(0, found.length - 1));
  const go = (one: Found | undefined) => {
    if (!one) {
      return;
    }
    onClose();
    if (one.to) {
      void navigate(one.to);
    }
    one.act?.();
  };
  const key = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) {
      return;
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const next = stepped(at, event.key === 'ArrowDown' ? 1 : -1, found.length);
      setPlace(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      go(found[at]);
    }
  };
  return (
    <Dialog label={t('palette.label')} className="palette" onClose={onClose}>
      <div className="palIn">
        <Icon name="search" />
        <input
          autoFocus
          type="text"
          role="combobox"
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={found.length > 0 ? `${id}-${at}` : undefined}
          aria-label={t('palette.label')}
          placeholder={t('palette.placeholder')}
          spellCheck={false}
          autoComplete="off"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setPlace(0);
          }}
          onKeyDown={key}
        />
        <kbd>{'Esc'}</kbd>
      </div>
      <div className="palList" id={`${id}-list`} role="listbox" aria-label={t('palette.results')} aria-busy={busy}>
        {found.map((one, number) => (
          <Fragment key={one.key}>
            {one.group !== found[number - 1]?.group && (
              <div className="palCap" role="presentation">
                {t(`palette.group.${one.group}`)}
              </div>
            )}
            <div
              id={`${id}-${number}`}
              role="option"
              aria-selected={number === at}
              className={number === at ? 'palOne on' : 'palOne'}
              onPointerMove={() => number !== at && setPlace(number)}
              onClick={() => go(one)}
            >
              {one.mark ?? <Icon name={one.icon} />}
              <span className="cut">{one.label}</span>
              <span className="t3 cut grow">{one.more}</span>
              {number === at && <kbd>{'Enter'}</kbd>}
            </div>
          </Fragment>
        ))}
      </div>
      {found.length === 0 && (
        <p className="palNone t2" role="status">
          {busy ? t('palette.asking') : t('palette.nothing', { typed })}
        </p>
      )}
      <p className="palFoot s12 t3">
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> {t('kit:keys.move')}
        </span>
        <span>
          <kbd>{'Enter'}</kbd> {t('kit:keys.open')}
        </span>
        <span className="rt">{t('palette.hint')}</span>
      </p>
    </Dialog>
  );
}
