import './access.css';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation, useNavigate, useSearchParams } from 'react-router';
import { useSession, useSetUpState, useSignIn } from '../api/session';
import { Field } from '../kit/Field';
import { Stone } from '../kit/Icon';
import { Refusal } from '../kit/Refusal';
import { LanguageSwitch, ThemeSwitch } from '../kit/Switches';
import { LoopPicture } from './LoopPicture';

/** Only an address of this platform is followed after the sign-in. */
function inside(to: string | null): string {
  return to !== null && /^\/(?![/\\])/.test(to) ? to : '/';
}

function linkOf(hash: string): string | null {
  return new URLSearchParams(hash.replace(/^#/, '')).get('link');
}

/** Sign in by account and password, or by the single-use link that an administrator handed over. */
export function SignInPage() {
  const { t } = useTranslation('access');
  const session = useSession();
  const setUp = useSetUpState();
  const signIn = useSignIn();
  const navigate = useNavigate();
  const { hash } = useLocation();
  const [parameters] = useSearchParams();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const link = linkOf(hash);
  const tried = useRef(false);
  const to = inside(parameters.get('to'));

  useEffect(() => {
    document.title = `${t('signIn.title')} · ${t('app:name')}`;
  }, [t]);

  useEffect(() => {
    if (link !== null && !tried.current) {
      tried.current = true;
      // The link leaves the address bar and the history before it is used.
      window.history.replaceState(null, '', window.location.pathname);
      signIn.mutate({ link }, { onSuccess: () => void navigate('/password?first=1', { replace: true }) });
    }
  }, [link, navigate, signIn]);

  if (session.data && link === null && !signIn.isPending) {
    return <Navigate to={signIn.isSuccess && tried.current ? '/password?first=1' : to} replace />;
  }

  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ login, password });
  };
  return (
    <main className="sign">
      <section className="sign-l">
        <div className="brandline">
          <Stone />
          <b>{t('app:name')}</b>
          <span className="rt row gap4">
            <LanguageSwitch />
            <ThemeSwitch />
          </span>
        </div>
        <form className="sign-f" aria-label={t('signIn.title')} onSubmit={submit}>
          <h1>{t('signIn.title')}</h1>
          <p className="t2 s13 mt4 mb20">{t('signIn.local')}</p>
          <Field large label={t('signIn.login')} value={login} onValue={setLogin} autoComplete="username" autoFocus required />
          <div className="mt16" />
          <Field large label={t('signIn.password')} type="password" value={password} onValue={setPassword} autoComplete="current-password" required />
          {signIn.isError && (
            <div className="mt16">
              <Refusal error={signIn.error} />
            </div>
          )}
          <button type="submit" className="btn pri block lg mt20" disabled={signIn.isPending}>
            {t(signIn.isPending ? 'signIn.pending' : 'signIn.submit')}
          </button>
          <p className="s12 t3 mt16">{t('signIn.help')}</p>
          {setUp.data?.open && <p className="note mt16">{t('signIn.empty')}</p>}
        </form>
        <footer className="sign-b s12 t3">
          <span>{t('signIn.three')}</span>
        </footer>
      </section>
      <aside className="sign-r">
        <LoopPicture />
      </aside>
    </main>
  );
}
