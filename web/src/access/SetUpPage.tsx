import './access.css';
import { useEffect, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useAppoint, useSetUpState, type Role } from '../api/session';
import { Field } from '../kit/Field';
import { Stone } from '../kit/Icon';
import { Refusal } from '../kit/Refusal';
import { Failure, Loading, State } from '../kit/States';
import { LanguageSwitch, ThemeSwitch } from '../kit/Switches';
import { VerdictShape } from '../kit/Verdict';
import { Appointments } from './Appointments';

const APPOINTED: Role[] = ['SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN'];

interface Draft {
  name: string;
  login: string;
  staffNumber: string;
}

/** What two of the three have in common, if anything. */
export function shared(drafts: readonly Draft[]): keyof Draft | null {
  for (const field of ['name', 'login', 'staffNumber'] as const) {
    const given = drafts.map((draft) => draft[field].trim().toLowerCase()).filter((value) => value !== '');
    if (new Set(given).size < given.length) {
      return field;
    }
  }
  return null;
}

/** The first day: three different people are appointed, and the page closes for ever. */
export function SetUpPage() {
  const { t } = useTranslation('access');
  const { hash } = useLocation();
  const [link] = useState(() => new URLSearchParams(hash.replace(/^#/, '')).get('link') ?? '');
  const state = useSetUpState();
  const appoint = useAppoint();
  const [entity, setEntity] = useState({ key: '', name: '' });
  const [drafts, setDrafts] = useState<Draft[]>(APPOINTED.map(() => ({ name: '', login: '', staffNumber: '' })));
  useEffect(() => {
    document.title = `${t('setUp.title')} · ${t('app:name')}`;
  }, [t]);
  const same = shared(drafts);
  const whole = drafts.every((draft) => draft.name.trim() !== '' && draft.login.trim() !== '');
  const put = (place: number, change: Partial<Draft>) => setDrafts(drafts.map((draft, at) => (at === place ? { ...draft, ...change } : draft)));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    appoint.mutate({
      link,
      entity,
      administrators: drafts.map((draft, place) => ({
        role: APPOINTED[place] as Role,
        login: draft.login.trim(),
        name: draft.name.trim(),
        ...(draft.staffNumber.trim() === '' ? {} : { staffNumber: draft.staffNumber.trim() }),
      })),
    });
  };
  if (state.isPending) {
    return <Loading />;
  }
  if (state.isError) {
    return <Failure error={state.error} retry={() => void state.refetch()} />;
  }
  if (!state.data.open && !appoint.isSuccess) {
    return (
      <main className="page">
        <State title={t('kit:state.notFound')}>{t('kit:state.notFoundWhy')}</State>
      </main>
    );
  }
  return (
    <main className="fdg">
      <section className="fdl">
        <div className="brandline">
          <Stone />
          <b>{t('app:name')}</b>
          <span className="rt row gap4">
            <LanguageSwitch />
            <ThemeSwitch />
          </span>
        </div>
        {appoint.isSuccess ? (
          <Appointments appointed={appoint.data.administrators} />
        ) : (
          <form className="fdm" onSubmit={submit}>
            <h1>{t('setUp.title')}</h1>
            <p className="t2 s13 mt4">{t('setUp.why')}</p>
            {link === '' && <p className="note warn mt12">{t('setUp.noLink')}</p>}
            <fieldset className="fd">
              <legend className="sr">{t('setUp.entity')}</legend>
              <div className="fdh">
                <div className="grow">
                  <h2>{t('setUp.entity')}</h2>
                  <p className="s13 t2">{t('setUp.entityWhy')}</p>
                </div>
              </div>
              <div className="fdf two">
                <Field label={t('setUp.entityName')} value={entity.name} onValue={(name) => setEntity({ ...entity, name })} required />
                <Field label={t('setUp.entityKey')} value={entity.key} onValue={(key) => setEntity({ ...entity, key: key.toUpperCase() })} pattern="[A-Z][A-Z0-9]*" required />
              </div>
            </fieldset>
            {APPOINTED.map((role, place) => (
              <fieldset className="fd" key={role}>
                <legend className="sr">{t(`kit:role.${role}`)}</legend>
                <div className="fdh">
                  <span className="no">{place + 1}</span>
                  <div className="grow">
                    <h2>{t(`kit:role.${role}`)}</h2>
                    <p className="s13 t2">{t(`setUp.does.${role}`)}</p>
                    <p className="s13 t3">{t(`setUp.cannot.${role}`)}</p>
                  </div>
                </div>
                <div className="fdf">
                  <Field label={t('setUp.name')} value={drafts[place]?.name ?? ''} onValue={(name) => put(place, { name })} required />
                  <Field label={t('setUp.login')} value={drafts[place]?.login ?? ''} onValue={(login) => put(place, { login })} autoComplete="off" required />
                  <Field label={t('setUp.staffNumber')} value={drafts[place]?.staffNumber ?? ''} onValue={(staffNumber) => put(place, { staffNumber })} />
                </div>
              </fieldset>
            ))}
            <div className="fdc">
              <p className={`row gap4 s13 ${same ? 'danger' : whole ? 'v-pass' : 't3'}`} role="status">
                <VerdictShape verdict={same ? 'BLOCK' : whole ? 'PASS' : 'NO_DATA'} size={14} />
                {t(same ? `setUp.same.${same}` : whole ? 'setUp.differ' : 'setUp.unfinished')}
              </p>
              {appoint.isError && (
                <div className="mt12">
                  <Refusal error={appoint.error} />
                </div>
              )}
              <p className="row mt12 gap12 wrap">
                <button type="submit" className="btn pri lg2" disabled={same !== null || appoint.isPending}>
                  {t('setUp.submit')}
                </button>
                <span className="s13 t3">{t('setUp.final')}</span>
              </p>
            </div>
          </form>
        )}
      </section>
      <aside className="fdr">
        <div>
          <h3>{t('setUp.after')}</h3>
          <ol className="do mt12 s13">
            {['links', 'closed', 'entry', 'passwords'].map((step) => (
              <li key={step}>
                <b>{t(`setUp.step.${step}`)}</b>
                <p className="t2">{t(`setUp.stepWhy.${step}`)}</p>
              </li>
            ))}
          </ol>
        </div>
      </aside>
    </main>
  );
}
