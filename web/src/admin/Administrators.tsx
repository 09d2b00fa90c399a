import { useTranslation } from 'react-i18next';
import { useEverybody } from '../api/admin';
import { Person } from '../kit/Person';
import { VerdictMark } from '../kit/Verdict';

const KINDS = ['SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN'] as const;

/** The three kinds of administrators side by side; the database keeps anybody from holding two. */
export function Administrators() {
  const { t } = useTranslation('admin');
  const everybody = useEverybody();
  if (!everybody.data) {
    return null;
  }
  return (
    <section className="mt16">
      <div className="sect-h">
        <h2 className="s14">{t('three')}</h2>
        <span className="more">
          <VerdictMark verdict="PASS" word={t('threeApart')} />
        </span>
      </div>
      <ul className="adm3">
        {KINDS.map((kind) => (
          <li key={kind}>
            <span className="t3">{t(`kit:role.${kind}`)}</span>
            {everybody.data?.filter((one) => one.kind === kind && !one.closedAt).map((one) => <Person key={one.id} name={one.name} />)}
            <span className="t2 s12">{t(`does.${kind}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
