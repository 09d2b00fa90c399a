import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import type { Session } from '../api/session';
import { Icon, type IconName } from '../kit/Icon';
import { at, openTo, TOP } from './rail';

interface Props {
  session: Session;
  open: boolean;
  menu: () => void;
  search: () => void;
}

const STATION_ICONS: Record<string, IconName> = { find: 'finding', gate: 'gate', prove: 'ledger', scan: 'run' };
const ON_PHONES = ['find', 'gate'];

/** The bar at the foot of a phone: what one looks at between two meetings, search, and the rail behind "menu". */
export function TabBar({ session, open, menu, search }: Props) {
  const { t } = useTranslation('app');
  const { pathname } = useLocation();
  const top = TOP.filter((leaf) => session.permissions.includes(leaf.needs));
  const stations = openTo(session.permissions).filter((station) => ON_PHONES.includes(station.name));
  return (
    <nav className="tabbar" aria-label={t('rail.foot')}>
      {top.map((leaf) => (
        <Link key={leaf.to} to={leaf.to} className={at(pathname, leaf.to) ? 'on' : ''} aria-current={at(pathname, leaf.to) ? 'page' : undefined}>
          <Icon name={leaf.icon} size={20} />
          {t(`rail.${leaf.name}`)}
        </Link>
      ))}
      {stations.map((station) => {
        const here = station.leaves.some((leaf) => at(pathname, leaf.to));
        return (
          <Link key={station.name} to={station.leaves[0]?.to ?? '/'} className={here ? 'on' : ''} aria-current={here ? 'page' : undefined}>
            <Icon name={STATION_ICONS[station.name] ?? 'right'} size={20} />
            {t(`station.${station.name}`)}
          </Link>
        );
      })}
      <button type="button" onClick={search}>
        <Icon name="search" size={20} />
        {t('kit:search')}
      </button>
      <button type="button" onClick={menu} className={open ? 'on' : ''} aria-expanded={open}>
        <Icon name="menu" size={20} />
        {t('rail.menu')}
      </button>
    </nav>
  );
}
