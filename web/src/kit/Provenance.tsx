import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './Icon';
import { sequence } from './time';

/** Whether an entry of the ledger is kept outside the platform. */
export function AnchorState({ anchored }: { anchored: boolean }) {
  const { t } = useTranslation('kit');
  return anchored ? (
    <span className="ok v-pass row gap4">
      <Icon name="anchor" size={12} />
      {t('anchor.yes')}
    </span>
  ) : (
    <span className="pend v-stale row gap4">
      <Icon name="clock" size={12} />
      {t('anchor.notYet')}
    </span>
  );
}

interface Props {
  children: ReactNode;
  /** The number of the ledger entry behind the figure. */
  entry?: number;
}

/** Where a figure comes from. */
export function ProvenanceLine({ children, entry }: Props) {
  return (
    <p className="prov">
      <Icon name="chain" size={12} />
      {children}
      {entry !== undefined && <span className="mono">{sequence(entry)}</span>}
    </p>
  );
}
