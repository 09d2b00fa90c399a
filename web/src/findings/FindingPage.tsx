import './findings.css';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useApplication } from '../api/catalog';
import { useFinding, type Finding } from '../api/findings';
import { useCrumbs } from '../kit/Crumbs';
import { Icon } from '../kit/Icon';
import { ProvenanceLine } from '../kit/Provenance';
import { SeverityMark } from '../kit/Severity';
import { Failure, Loading } from '../kit/States';
import { StatusMark } from '../kit/Status';
import { Time } from '../kit/Time';
import { identityParts } from './excerpt';
import { History } from './History';
import { Neighbours } from './Neighbours';
import { Presences } from './Presences';
import { RuleText } from './RuleText';
import { Where } from './Where';

/** One finding: where it is, how the data flows there, why it is the same as before. */
export function FindingPage() {
  const { t } = useTranslation('findings');
  const { id = '' } = useParams();
  const finding = useFinding(id);
  useCrumbs({ label: t('station') }, { label: t('title'), to: '/findings' }, { label: id });
  if (finding.isPending) {
    return <Loading rows={10} />;
  }
  if (finding.isError) {
    return <Failure error={finding.error} retry={() => void finding.refetch()} />;
  }
  return <Body finding={finding.data} />;
}

function Body({ finding }: { finding: Finding }) {
  const { t } = useTranslation('findings');
  return (
    <div className="obj">
      <div className="objm">
        <div className="head">
          <div className="grow">
            <p className="row wrap">
              <SeverityMark severity={finding.severity} />
              <span className="t3 s13">{finding.id}</span>
              <StatusMark status={finding.status} />
            </p>
            <h1 className="mt4">{finding.title}</h1>
            <p className="meta">
              <span className="mono breaks">
                {finding.path === '' ? t('wholeProject') : finding.path}
                {finding.line > 0 && `:${finding.line}`}
              </span>
            </p>
          </div>
        </div>
        <Where finding={finding} />
        <RuleText finding={finding} />
        <section className="mt24">
          <h2>{t('said')}</h2>
          <p className="said mt8">{finding.message === '' ? t('saidNothing') : finding.message}</p>
          {finding.helpUri && /^https?:/.test(finding.helpUri) && (
            <p className="mt8 s13">
              <a className="row gap4" href={finding.helpUri} target="_blank" rel="noreferrer noopener">
                <Icon name="outside" size={12} />
                {t('help')} <span className="t3 mono breaks">{finding.helpUri}</span>
              </a>
            </p>
          )}
        </section>
        <Presences finding={finding} />
        <History finding={finding} />
        <Neighbours finding={finding} />
        <Fingerprints finding={finding} />
      </div>
      <aside className="side">
        <section>
          <dl className="kv">
            <dt>{t('status')}</dt>
            <dd>
              <StatusMark status={finding.status} />
            </dd>
            <dt>{t('application')}</dt>
            <dd>
              <ApplicationName id={finding.application} />
            </dd>
            <dt>{t('weakness')}</dt>
            <dd>
              {finding.cwes.length === 0
                ? '—'
                : finding.cwes.map((cwe) => (
                    <Link key={cwe} className="wide" to={`/findings?application=${finding.application}&cwe=${cwe}`}>
                      {`CWE-${cwe} `}
                    </Link>
                  ))}
            </dd>
            <dt>{t('firstSeen')}</dt>
            <dd>
              <Time at={finding.firstSeen} form="long" />
            </dd>
          </dl>
        </section>
        <section>
          <h3>{t('rule')}</h3>
          <p className="breaks">{finding.rule}</p>
          <p className="t2">{finding.tool}</p>
        </section>
        <Identity finding={finding} />
        <section>
          {finding.presence.slice(0, 1).map((one) => (
            <ProvenanceLine key={one.fromRun}>
              <span>
                {t('run')} <Link to={`/runs/${one.fromRun}`}>{one.fromRun}</Link>
              </span>
              <span>
                <Time at={finding.firstSeen} form="long" />
              </span>
            </ProvenanceLine>
          ))}
        </section>
      </aside>
    </div>
  );
}

function ApplicationName({ id }: { id: string }) {
  const application = useApplication(id);
  return <Link to={`/applications/${id}`}>{application.data?.name ?? id}</Link>;
}

function Identity({ finding }: { finding: Finding }) {
  const { t } = useTranslation('findings');
  const { definition, version, canonical } = finding.identity;
  return (
    <section>
      <h3>{t('identity')}</h3>
      <p className="t2">{t('sameBecause', { definition, version })}</p>
      <dl className="same mt8">
        {identityParts(canonical).map((part) => (
          <div key={part.name + part.value}>
            <dt className="t3">{t(`ingredient.${part.name}`, part.name)}</dt>
            <dd className="mono breaks">{part.value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Fingerprints({ finding }: { finding: Finding }) {
  const { t } = useTranslation('findings');
  const entries = Object.entries(finding.fingerprints);
  return entries.length === 0 ? null : (
    <section className="mt24">
      <div className="sect-h">
        <h2>{t('fingerprints')}</h2>
        <span className="n">{t('fingerprintsFrom', { tool: finding.tool })}</span>
      </div>
      <table className="tbl">
        <tbody>
          {entries.map(([name, value]) => (
            <tr key={name}>
              <td className="t2 breaks">{name}</td>
              <td className="mono breaks">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
