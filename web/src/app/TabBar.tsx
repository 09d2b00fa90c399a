import { Drawer } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import type { Session } from '../api/session';
import { Icon } from '../kit/Icon';
import { Rail } from './Rail';
import { TOP } from './rail';

/** The bar at the foot of a phone: the top pages, and the rail behind "menu". */
export function TabBar({ session }: { session: Session }) {
  const { t } = useTranslation('app');
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(false), [pathname]);
  return (
    <>
      <nav className="tabbar" aria-label={t('rail.foot')}>
        {TOP.filter((leaf) => session.permissions.includes(leaf.needs)).map((leaf) => (
          <Link key={leaf.to} to={leaf.to} className={pathname.startsWith(leaf.to) ? 'on' : ''}>
            <Icon name={leaf.icon} size={20} />
            {t(`rail.${leaf.name}`)}
          </Link>
        ))}
        <button type="button" onClick={() => setOpen(true)} className={open ? 'on' : ''}>
          <Icon name="menu" size={20} />
          {t('rail.menu')}
        </button>
      </nav>
      <Drawer open={open} onClose={() => setOpen(false)} placement="left" size={264} title={null} closable={false} styles={{ body: { padding: 0 } }} rootClassName="railDrawer">
        <Rail session={session} />
      </Drawer>
    </>
  );
}
