import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { useSession } from '../api/session';
import { Loading, State } from '../kit/States';
import { firstOpen } from './rail';

/** The first page of the rail that the caller may open. */
export function First() {
  const { t } = useTranslation('app');
  const session = useSession();
  if (!session.data) {
    return <Loading />;
  }
  const to = firstOpen(session.data.permissions);
  return to ? <Navigate to={to} replace /> : <State title={t('nothing')}>{t('nothingWhy')}</State>;
}
