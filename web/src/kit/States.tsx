import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './Icon';
import { short } from './time';

interface StateProps {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}

/** Says what happened, why, and what to do, in the place of what is not there. */
export function State({ title, children, action }: StateProps) {
  return (
    <section className="state" role="status">
      <h3>{title}</h3>
      {children && <p className="t2">{children}</p>}
      {action && <p className="mt12 row">{action}</p>}
    </section>
  );
}

/** Grey lines like the rows, but only after 300 ms. */
export function Loading({ rows = 6 }: { rows?: number }) {
  const { t } = useTranslation('kit');
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="loading" aria-busy="true">
      {late && (
        <>
          <span className="sr" role="status">
            {t('state.loading')}
          </span>
          {Array.from({ length: rows }, (_, row) => (
            <div key={row} className="skel" style={{ width: `${92 - ((row * 17) % 40)}%` }} />
          ))}
        </>
      )}
    </div>
  );
}

/** What the server's refusal says; the shape is that of RFC 9457. */
export interface Refused {
  status: number;
  title: string;
  detail?: string | null;
  instance?: string;
  whom?: string[];
  faults?: { level: string; place: string; message: string }[];
}

function isRefused(error: unknown): error is Refused {
  return typeof error === 'object' && error !== null && typeof (error as Refused).status === 'number';
}

/** The number by which an operator finds the request in the log. */
export function reference(instance: string | undefined): string | undefined {
  return instance?.replace(/^urn:uuid:/, '').slice(0, 8);
}

/** An error in its place: forbidden, not found, or not loaded; never a toast. */
export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation('kit');
  if (isRefused(error) && error.status === 404) {
    return <State title={t('state.notFound')}>{t('state.notFoundWhy')}</State>;
  }
  if (isRefused(error) && error.status === 403) {
    // The sentence of the server mostly names them already.
    const unsaid = (error.whom ?? []).filter((name) => !(error.detail ?? '').includes(name));
    return (
      <State title={t('state.forbidden')}>
        {error.detail} {unsaid.length > 0 && t('state.whom', { whom: unsaid.join(t('state.comma')) })}
      </State>
    );
  }
  const known = isRefused(error) && error.status > 0;
  const ref = known ? reference(error.instance) : undefined;
  return (
    <State
      title={t('state.failed')}
      action={
        retry && (
          <button type="button" className="btn" onClick={retry}>
            <Icon name="refresh" size={14} />
            {t('state.retry')}
          </button>
        )
      }
    >
      {known ? (error.detail ?? error.title) : t('state.noAnswer')} {ref && t('state.reference', { ref })}
    </State>
  );
}

/** Whether the server says that the caller may not see this at all. */
export function forbidden(error: unknown): boolean {
  return isRefused(error) && error.status === 403;
}

/** A list that the caller may not see: nothing stands around the reason that could not work either. */
export function Denied({ title, error }: { title: string; error: unknown }) {
  return (
    <>
      <div className="lhead padded">
        <h1>{title}</h1>
      </div>
      <Failure error={error} />
    </>
  );
}

/** A strip that says that what is shown is old. */
export function Offline({ since }: { since: string }) {
  const { t } = useTranslation('kit');
  return (
    <div className="note warn offline" role="status">
      <Icon name="clock" />
      {t('state.offline', { since: short(since) })}
    </div>
  );
}
