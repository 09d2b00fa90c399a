import { onlineManager } from '@tanstack/react-query';
import { Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, useLocation } from 'react-router';
import { useSession } from '../api/session';
import { CrumbsProvider } from '../kit/Crumbs';
import { Failure, Loading, Offline } from '../kit/States';
import { Bar } from './Bar';
import { Rail } from './Rail';
import { TabBar } from './TabBar';

function useOffline(): string | null {
  const online = useSyncExternalStore(
    (listener) => onlineManager.subscribe(listener),
    () => onlineManager.isOnline(),
  );
  const [since, setSince] = useState<string | null>(null);
  useEffect(() => {
    setSince(online ? null : new Date().toISOString());
  }, [online]);
  return since;
}

/** Rail, bar and page, for those who are signed in. */
export function Frame() {
  const { t } = useTranslation('app');
  const session = useSession();
  const location = useLocation();
  const offline = useOffline();
  if (session.isPending) {
    return <Loading />;
  }
  if (session.isError) {
    return (
      <main className="page">
        <Failure error={session.error} retry={() => void session.refetch()} />
      </main>
    );
  }
  if (session.data === null) {
    return <Navigate to={`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`} replace />;
  }
  return (
    <CrumbsProvider>
      <a className="skip" href="#page">
        {t('skip')}
      </a>
      <div className="shell">
        <Rail session={session.data} />
        <div className="main">
          <Bar session={session.data} />
          {offline && <Offline since={offline} />}
          <main id="page" className="page wide" tabIndex={-1}>
            <Suspense fallback={<Loading />}>
              <Outlet />
            </Suspense>
          </main>
        </div>
      </div>
      <TabBar session={session.data} />
    </CrumbsProvider>
  );
}
