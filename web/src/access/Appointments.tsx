import { useTranslation } from 'react-i18next';
import type { Appointed } from '../api/session';
import { Digest } from '../kit/Digest';
import { long } from '../kit/time';

/** The links of the three administrators; they are shown this once. */
export function Appointments({ appointed }: { appointed: Appointed[] }) {
  const { t } = useTranslation('access');
  return (
    <div className="fdm">
      <h1>{t('setUp.done')}</h1>
      <p className="t2 s13 mt4">{t('setUp.once')}</p>
      {appointed.map((one) => (
        <section className="once" key={one.role}>
          <h3>
            {t(`kit:role.${one.role}`)} <span className="t3 code-id">{one.login}</span>
          </h3>
          {one.link && (
            <>
              <p className="mt8">
                <Digest value={one.link} whole />
              </p>
              <p className="s12 t3 mt4">{t('setUp.until', { until: long(one.expiresAt) })}</p>
            </>
          )}
        </section>
      ))}
      <p className="mt20">
        <a className="btn" href="/sign-in">
          {t('setUp.toSignIn')}
        </a>
      </p>
    </div>
  );
}
