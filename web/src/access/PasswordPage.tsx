import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useChangePassword, useSession } from '../api/session';
import { useCrumbs } from '../kit/Crumbs';
import { Field } from '../kit/Field';
import { Refusal } from '../kit/Refusal';

/** The own password: set after the first link, or changed. */
export function PasswordPage() {
  const { t } = useTranslation('access');
  const [parameters] = useSearchParams();
  const session = useSession();
  const change = useChangePassword();
  const navigate = useNavigate();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const first = parameters.has('first') || session.data?.byLink === true;
  useCrumbs({ label: t(first ? 'password.first' : 'password.title') });
  const differs = again !== '' && again !== next;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!differs) {
      change.mutate({ current: first ? undefined : current, next });
    }
  };
  return (
    <div className="page">
      <h1>{t(first ? 'password.first' : 'password.title')}</h1>
      <p className="t2 s13 mt4 read">{t(first ? 'password.firstWhy' : 'password.why')}</p>
      {change.isSuccess ? (
        <div className="mt20">
          <p>{t('password.done')}</p>
          <button type="button" className="btn pri mt12" onClick={() => void navigate('/')}>
            {t('password.go')}
          </button>
        </div>
      ) : (
        <form className="mt20 formCol" onSubmit={submit}>
          {!first && <Field label={t('password.current')} type="password" value={current} onValue={setCurrent} autoComplete="current-password" required />}
          <Field label={t('password.next')} type="password" value={next} onValue={setNext} autoComplete="new-password" minLength={12} hint={t('password.rule')} required />
          <Field label={t('password.again')} type="password" value={again} onValue={setAgain} autoComplete="new-password" error={differs ? t('password.differs') : undefined} required />
          <Refusal error={change.error} />
          <p className="row">
            <button type="submit" className="btn pri" disabled={change.isPending}>
              {t(first ? 'password.set' : 'password.change')}
            </button>
            {first && (
              <button type="button" className="btn txt" onClick={() => void navigate('/')}>
                {t('password.later')}
              </button>
            )}
          </p>
        </form>
      )}
    </div>
  );
}
