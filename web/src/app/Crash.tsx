import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { State } from '../kit/States';

/** What stands in the place of a page that could not be drawn. */
export function Crash() {
  const { t } = useTranslation('app');
  const error = useRouteError();
  return (
    <main className="page">
      <State
        title={t('crash.title')}
        action={
          <button type="button" className="btn" onClick={() => location.reload()}>
            {t('crash.reload')}
          </button>
        }
      >
        {t('crash.why', { reason: error instanceof Error ? error.message : String(error) })}
      </State>
    </main>
  );
}

export function NoSuchPage() {
  const { t } = useTranslation('app');
  return (
    <div className="page">
      <State title={t('kit:state.notFound')}>{t('kit:state.notFoundWhy')}</State>
    </div>
  );
}
