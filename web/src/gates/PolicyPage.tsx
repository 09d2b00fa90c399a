import './gates.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { usePolicy, type PolicyRule } from '../api/gates';
import { useMay } from '../api/session';
import { Code } from '../kit/Code';
import { useCrumbs } from '../kit/Crumbs';
import { Digest } from '../kit/Digest';
import { Icon } from '../kit/Icon';
import { Failure, Loading } from '../kit/States';
import { useText } from '../kit/text';
import { Time } from '../kit/Time';
import { VerdictMark } from '../kit/Verdict';
import { Expression } from './Expression';
import { PolicyEditor } from './PolicyEditor';

/** One policy: its rules in words, its text, its versions. */
export function PolicyPage() {
  const { t } = useTranslation('gates');
  const text = useText();
  const { id = '' } = useParams();
  const may = useMay();
  const [editing, setEditing] = useState(false);
  const found = usePolicy(id);
  useCrumbs({ label: t('station') }, { label: t('policies'), to: '/gates/policies' }, { label: id });
  if (found.isPending) {
    return <Loading rows={10} />;
  }
  if (found.isError) {
    return <Failure error={found.error} retry={() => void found.refetch()} />;
  }
  const { policy, rules, yaml, versions } = found.data;
  return (
    <div className="obj">
      <div className="objm">
        <div className="head">
          <h1>
            {text(policy.title)} <span className="t3 code-id">{policy.id}</span>
          </h1>
          <div className="acts">
            {may('POLICY_MANAGE') && !editing && (
              <button type="button" className="btn" onClick={() => setEditing(true)}>
                <Icon name="pencil" size={14} />
                {t(policy.origin === 'SHIPPED' ? 'makeOwn' : 'edit')}
              </button>
            )}
          </div>
        </div>
        <div className="meta">
          <span>
            <span className="k">{t('version')}</span> <span className="mono">{policy.version}</span>
          </span>
          <span>
            <span className="k">{t('origin')}</span> {t(`origins.${policy.origin}`)}
          </span>
          {policy.judges ? <VerdictMark verdict="PASS" word={t('judges')} /> : <span className="t3">{t('judgesNot')}</span>}
        </div>
        {editing && <PolicyEditor before={found.data} onClose={() => setEditing(false)} />}
        <section className="mt24">
          <div className="sect-h">
            <h2>{t('rulesOf')}</h2>
            <span className="n">{rules.length}</span>
          </div>
          {rules.map((rule) => (
            <Rule key={rule.id} rule={rule} />
          ))}
        </section>
        <section className="mt24">
          <Code caption={t('yaml')} text={yaml} firstLine={1} />
        </section>
      </div>
      <aside className="side">
        <section>
          <h3>{t('digest')}</h3>
          <Digest value={policy.digest} />
        </section>
        {versions.length > 0 && (
          <section>
            <h3>{t('versions')}</h3>
            <ul className="plain">
              {versions.map((version) => (
                <li key={version.digest}>
                  <span className="mono">{version.version}</span>
                  <span className="grow t2 cut">{version.installedBy}</span>
                  <span className="t3">
                    <Time at={version.installedAt} />
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )}
      </aside>
    </div>
  );
}

function Rule({ rule }: { rule: PolicyRule }) {
  const { t } = useTranslation('gates');
  const text = useText();
  const needs = rule.needs.map((need) =>
    t('needOf', {
      kind: t(`kind.${need.kind}`, need.kind),
      complete: need.complete ? t('needComplete') : '',
      age: need.maxAgeDays === undefined ? '' : t('needAge', { days: need.maxAgeDays }),
    }),
  );
  return (
    <article className="policyRule">
      <h3>{text(rule.title)}</h3>
      <p className="meta">
        <span className="mode">{t(`modes.${rule.mode}`)}</span>
        <span>
          <span className="k">{t('stages')}</span> {rule.stages.map((stage) => t(`kit:stage.${stage}`)).join(' ')}
        </span>
        {rule.eachFinding && <span>{t('atMost', { atMost: rule.atMost })}</span>}
        <span>{rule.named ? t('named') : t('minimum', { value: rule.minimumPrecision.value, judgements: rule.minimumPrecision.judgements })}</span>
      </p>
      {needs.length > 0 && (
        <p className="s13 t2">
          <span className="t3">{t('needs')}</span> {needs.join(' · ')}
        </p>
      )}
      {rule.text && <Expression id={rule.id} text={rule.text} values={[]} />}
    </article>
  );
}
