import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import type { Session } from '../api/session';
import { Icon, Stone } from '../kit/Icon';
import { ADMINISTRATION, at, openTo, TOP } from './rail';

interface Props {
  session: Session;
  /** 56 wide: the stations with their words below their points, the pages of a station behind "unfold". */
  folded: boolean;
  fold?: () => void;
  search: () => void;
}

/** The rail: search, applications, then the loop, then administration. */
export function Rail({ session, folded, fold, search }: Props) {
  const { t } = useTranslation('app');
  const { pathname } = useLocation();
  const top = TOP.filter((leaf) => session.permissions.includes(leaf.needs));
  const administration = ADMINISTRATION.filter((leaf) => session.permissions.includes(leaf.needs));
  const stations = openTo(session.permissions);
  const inAdministration = at(pathname, '/admin');
  return (
    <nav className={folded ? 'nav fold' : 'nav'} aria-label={t('rail.label')}>
      <div className="brand">
        <Stone />
        {!folded && (
          <span className="names">
            <b>{t('name')}</b>
            <span className="entity">{session.entity.name}</span>
          </span>
        )}
        {fold && !folded && (
          <button type="button" className="tool mini rt" onClick={fold} aria-label={t('rail.fold')} title={t('rail.fold')}>
            <Icon name="fold" />
          </button>
        )}
      </div>
      {fold && folded && (
        <button type="button" className="foldIcon" onClick={fold}>
          <Icon name="unfold" />
          {t('rail.menu')}
        </button>
      )}
      {folded ? (
        <button type="button" className="foldIcon" onClick={search}>
          <Icon name="search" />
          {t('kit:search')}
        </button>
      ) : (
        <button type="button" className="jump" onClick={search} aria-keyshortcuts="Control+K">
          <Icon name="search" />
          <span>{t('rail.jump')}</span>
          <kbd>{'Ctrl K'}</kbd>
        </button>
      )}
      {top.map((leaf) => (
        <Link key={leaf.to} to={leaf.to} className={at(pathname, leaf.to) ? 'on' : ''} aria-current={at(pathname, leaf.to) ? 'page' : undefined}>
          <Icon name={leaf.icon} />
          {t(folded ? `rail.short.${leaf.name}` : `rail.${leaf.name}`)}
        </Link>
      ))}
      {stations.length > 0 && <div className={folded ? 'sr' : 'cap'}>{t('rail.loop')}</div>}
      <ul className="loop">
        {stations.map((station) => {
          const here = station.leaves.some((leaf) => at(pathname, leaf.to));
          return (
            <li key={station.name} className={here ? 'at' : ''}>
              <Link to={station.leaves[0]?.to ?? '/'} aria-current={here && folded ? 'page' : undefined}>
                {t(`station.${station.name}`)}
              </Link>
              {here && !folded && (
                <ul>
                  {station.leaves.map((leaf) => (
                    <li key={leaf.to}>
                      <Link to={leaf.to} className={at(pathname, leaf.to) ? 'on' : ''} aria-current={at(pathname, leaf.to) ? 'page' : undefined}>
                        {t(`rail.${leaf.name}`)}
                      </Link>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ul>
      {administration.length > 0 && (
        <div className="foot">
          <Link to={administration[0]?.to ?? '/'} className={inAdministration ? 'at' : ''}>
            <Icon name="gear" />
            {t(folded ? 'rail.short.administration' : 'rail.administration')}
          </Link>
          {inAdministration && !folded && (
            <div className="adm">
              {administration.map((leaf) => (
                <Link key={leaf.to} to={leaf.to} className={at(pathname, leaf.to) ? 'on' : ''} aria-current={at(pathname, leaf.to) ? 'page' : undefined}>
                  {t(`rail.${leaf.name}`)}
                </Link>
              ))}
            </div>
          )}
        </div>
      )}
    </nav>
  );
}
