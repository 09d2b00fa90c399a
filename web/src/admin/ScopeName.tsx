import { useTranslation } from 'react-i18next';
import type { Scope } from '../api/session';

/** Where a role holds. */
export function ScopeName({ scope }: { scope: Scope }) {
  const { t } = useTranslation('admin');
  return <span className="t3">{scope.application ?? scope.department ?? scope.entity ?? t('wholePlatform')}</span>;
}
