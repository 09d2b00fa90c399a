import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import type { Session } from '../api/session';
import { Icon, Stone } from '../kit/Icon';
import { ADMINISTRATION, openTo, TOP } from './rail';

function at(path: string, to: string): boolean {
  return path === to || path.startsWith(`${to}/`);
}

/** The rail: applications, then the loop, then administration. */
export function Rail({ session }: { session: Session }) {
  const { t } = useTranslation('app');
  const { pathname } = useLocation();
  const top = TOP.filter((leaf) => session.permissions.includes(leaf.needs));
  const administration = ADMINISTRATION.filter((leaf) => session.permissions.includes(leaf.needs));
  return (
    <nav className="nav" aria-label={t('rail.label')}>
      <div className="brand">
        <Stone />
        <span className="names">
          <b>{t('name')}</b>
          <span className="entity">{session.entity.name}</span>
        </span>
      </div>
      {top.map((leaf) => (
        <Link key={leaf.to} to={leaf.to} className={at(pathname, leaf.to) ? 'on' : ''} aria-current={at(pathname, leaf.to) ? 'page' : undefined}>
          <Icon name={leaf.icon} />
          {t(`rail.${leaf.name}`)}
        </Link>
      ))}
      <div className="cap">{t('rail.loop')}</div>
      <ul className="loop">
        {openTo(session.permissions).map((station) => {
          const here = station.leaves.some((leaf) => at(pathname, leaf.to));
          return (
            <li key={station.name} className={here ? 'at' : ''}>
              <Link to={station.leaves[0]?.to ?? '/'}>{t(`station.${station.name}`)}</Link>
              {here && (
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
          <Link to={administration[0]?.to ?? '/'} className={at(pathname, '/admin') ? 'at' : ''}>
            <Icon name="gear" />
            {t('rail.administration')}
          </Link>
          {at(pathname, '/admin') && (
            <div className="adm">
              {administration.map((leaf) => (
                <Link key={leaf.to} to={leaf.to} className={at(pathname, leaf.to) ? 'on' : ''}>
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
