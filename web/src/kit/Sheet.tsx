import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './Icon';

interface Props {
  open: boolean;
  title: ReactNode;
  onClose: () => void;
  children: ReactNode;
}

/** A form or the detail of a row over the right side of the page. */
export function Sheet({ open, title, onClose, children }: Props) {
  const { t } = useTranslation('kit');
  return (
    <Drawer open={open} onClose={onClose} title={title} size={480} destroyOnHidden closable={{ placement: 'end', closeIcon: <Icon name="close" />, 'aria-label': t('close') }}>
      {children}
    </Drawer>
  );
}
