import './gates.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePolicies } from '../api/gates';
import { useCrumbs } from '../kit/Crumbs';
import { Digest } from '../kit/Digest';
import { Denied, Failure, forbidden, Loading } from '../kit/States';
import { useText } from '../kit/text';
import { Time } from '../kit/Time';
import { VerdictMark } from '../kit/Verdict';

/** The policies of the legal entity, and the shipped one. */
export function PoliciesPage() {
  const { t } = useTranslation('gates');
  const text = useText();
  const policies = usePolicies();
  useCrumbs({ label: t('station') }, { label: t('policies') });
  if (forbidden(policies.error)) {
    return <Denied title={t('policies')} error={policies.error} />;
  }
  return (
    <>
      <div className="lhead padded">
        <h1>{t('policies')}</h1>
      </div>
      <section className="lmain">
        {policies.isPending && <Loading />}
        {policies.isError && <Failure error={policies.error} retry={() => void policies.refetch()} />}
        {policies.data && (
          <table className="tbl fix edge dense fnd">
            <thead>
              <tr>
                <th scope="col">{t('policyTitle')}</th>
                <th scope="col" className="c-line">
                  {t('version')}
                </th>
                <th scope="col" className="c-verdict">
                  {t('origin')}
                </th>
                <th scope="col" className="c-verdict">
                  {t('verdict')}
                </th>
                <th scope="col" className="c-stage num">
                  {t('ruleCount')}
                </th>
                <th scope="col" className="c-policy d">
                  {t('digest')}
                </th>
                <th scope="col" className="c-super d">
                  {t('installed')}
                </th>
              </tr>
            </thead>
            <tbody>
              {policies.data.items.map((policy) => (
                <tr key={policy.id}>
                  <td className="cut nm">
                    <Link className="ink" to={`/gates/policies/${policy.id}`}>
                      {text(policy.title)}
                    </Link>{' '}
                    <span className="t3 s12">{policy.id}</span>
                  </td>
                  <td className="mono d">{policy.version}</td>
                  <td className="t2">{t(`origins.${policy.origin}`)}</td>
                  <td>{policy.judges ? <VerdictMark verdict="PASS" word={t('judges')} /> : <span className="t3">{t('judgesNot')}</span>}</td>
                  <td className="num d">{policy.rules}</td>
                  <td className="d">
                    <Digest value={policy.digest} />
                  </td>
                  <td className="t2 d">
                    <Time at={policy.installedAt} /> {policy.installedBy}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
    </>
  );
}
