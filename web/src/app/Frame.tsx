import { onlineManager } from '@tanstack/react-query';
import { Suspense, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, ScrollRestoration, useLocation } from 'react-router';
import { useSession, type Session } from '../api/session';
import { CrumbsProvider, useTrail } from '../kit/Crumbs';
import { useKeys } from '../kit/list';
import { usePreference, useScreen } from '../kit/preferences';
import { SaidProvider } from '../kit/Said';
import { Failure, Loading, Offline } from '../kit/States';
import { Bar } from './Bar';
import { HelpSheet } from './HelpSheet';
import { Palette } from './Palette';
import { Rail } from './Rail';
import { RailDrawer } from './RailDrawer';
import { forgetVisits, visit } from './recent';
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
  const session = useSession();
  const location = useLocation();
  const out = session.data === null;
  useEffect(() => {
    if (out) {
      forgetVisits();
    }
  }, [out]);
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
      <SaidProvider>
        <Shell session={session.data} />
      </SaidProvider>
    </CrumbsProvider>
  );
}

type Over = 'palette' | 'help' | 'rail' | null;

function Shell({ session }: { session: Session }) {
  const { t } = useTranslation('app');
  const offline = useOffline();
  const [over, setOver] = useState<Over>(null);
  const narrow = useScreen('(max-width: 1279px)');
  const [rail, setRail] = usePreference('rail', 'whole');
  const folded = narrow || rail === 'folded';
  const close = () => setOver(null);
  useKeys({ '?': () => setOver('help') });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setOver((now) => (now === 'palette' ? null : 'palette'));
      }
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  return (
    <>
      <a className="skip" href="#page">
        {t('skip')}
      </a>
      <div className={folded ? 'shell folded' : 'shell'}>
        <Rail session={session} folded={folded} fold={() => (narrow ? setOver('rail') : setRail(folded ? 'whole' : 'folded'))} search={() => setOver('palette')} />
        <div className="main">
          <Bar session={session} help={() => setOver('help')} />
          {offline && <Offline since={offline} />}
          <Page />
        </div>
      </div>
      <TabBar session={session} menu={() => setOver('rail')} open={over === 'rail'} search={() => setOver('palette')} />
      <RailDrawer session={session} open={over === 'rail'} onClose={close} search={() => setOver('palette')} />
      {over === 'palette' && <Palette session={session} onClose={close} onHelp={() => setOver('help')} />}
      {over === 'help' && <HelpSheet onClose={close} />}
      <Printed session={session} />
    </>
  );
}

/** The page; on the way to another one the focus goes to its beginning, so that nobody reads on in the rail. */
function Page() {
  const { pathname } = useLocation();
  const page = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    page.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <>
      <Visits />
      <ScrollRestoration />
      <main id="page" ref={page} className="page wide" tabIndex={-1}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
    </>
  );
}

/** Remembers the things that were opened, for the palette; lists are in the rail anyway. */
function Visits() {
  const trail = useTrail();
  const { pathname } = useLocation();
  useEffect(() => {
    const [above, last] = trail.slice(-2);
    if (last && above?.to && pathname !== above.to.split('?')[0] && pathname.split('/').length > 2) {
      visit({ label: last.label, under: above.label, to: pathname });
    }
  }, [trail, pathname]);
  return null;
}

/** Open weaknesses are secret: what is printed says who printed it, and when. */
function Printed({ session }: { session: Session }) {
  const { t } = useTranslation('app');
  const [at, setAt] = useState('');
  useEffect(() => {
    const listen = () => setAt(new Date().toLocaleString());
    window.addEventListener('beforeprint', listen);
    return () => window.removeEventListener('beforeprint', listen);
  }, []);
  return (
    <p className="printed" aria-hidden="true">
      {t('printed', { name: session.name, id: session.id, at })}
    </p>
  );
}
