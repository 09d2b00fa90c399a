import { Drawer } from 'antd';
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import type { Session } from '../api/session';
import { Rail } from './Rail';

interface Props {
  session: Session;
  open: boolean;
  onClose: () => void;
  search: () => void;
}

/** The whole rail over the page, where there is no room for it beside the page. */
export function RailDrawer({ session, open, onClose, search }: Props) {
  const { pathname } = useLocation();
  useEffect(() => {
    if (open) {
      onClose();
    }
    // Only another page closes it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [pathname]);
  return (
    <Drawer open={open} onClose={onClose} placement="left" size={264} title={null} closable={false} styles={{ body: { padding: 0 } }} rootClassName="railDrawer" destroyOnHidden>
      <Rail session={session} folded={false} search={search} />
    </Drawer>
  );
}
