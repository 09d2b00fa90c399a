import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCheckPolicy, useInstallPolicy, type Policy } from '../api/gates';
import { Confirm } from '../kit/Confirm';
import { Refusal } from '../kit/Refusal';
import { useSay } from '../kit/Said';
import { VerdictMark } from '../kit/Verdict';
import { changedRules } from './changedRules';

interface Props {
  before: Policy;
  onClose: () => void;
}

/** The id that the text of a policy gives it. */
export function policyId(yaml: string): string {
  return /^id:\s*["']?([\w.-]+)/m.exec(yaml)?.[1] ?? '';
}

/** The text of a policy, checked by the server before it may be installed. */
export function PolicyEditor({ before, onClose }: Props) {
  const { t } = useTranslation('gates');
  const navigate = useNavigate();
  const say = useSay();
  const check = useCheckPolicy();
  const install = useInstallPolicy();
  const [yaml, setYaml] = useState(before.yaml);
  const [asking, setAsking] = useState(false);
  const id = policyId(yaml);
  const checked = check.data?.yaml === yaml ? check.data : null;
  const changes = checked ? changedRules(before.rules, checked.rules) : [];
  return (
    <section className="mt24" aria-label={t('edit')}>
      <div className="sect-h">
        <h2>{t('edit')}</h2>
        <span className="n">{t('editWhy')}</span>
      </div>
      <textarea className="long mt12" rows={28} spellCheck={false} aria-label={t('yaml')} value={yaml} onChange={(event) => setYaml(event.target.value)} />
      <div className="mt12">
        <Refusal error={check.error ?? install.error} />
      </div>
      {checked && (
        <div className="note mt12" role="status">
          <div className="grow">
            <VerdictMark verdict="PASS" word={t('compiles', { id: checked.policy.id, version: checked.policy.version, count: checked.rules.length })} />
            <ul className="mt4">
              {changes.length === 0 && <li className="t2">{t('noRuleChanged')}</li>}
              {changes.map((one) => (
                <li key={one.id}>
                  <span className="mono">{one.id}</span> {t(`ruleChange.${one.kind}`)}
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
      <p className="row mt12 gap8">
        <button type="button" className="btn" disabled={id === '' || check.isPending} onClick={() => check.mutate({ id, yaml })}>
          {t('check')}
        </button>
        <button type="button" className="btn pri" disabled={!checked || yaml === before.yaml} onClick={() => setAsking(true)}>
          {t('install')}
        </button>
        <button type="button" className="btn txt" onClick={onClose}>
          {t('kit:cancel')}
        </button>
        {(!checked || yaml === before.yaml) && <span className="s13 t3">{t(id === '' ? 'noPolicyId' : yaml === before.yaml ? 'nothingChanged' : 'checkFirst')}</span>}
      </p>
      {asking && checked && (
        <Confirm
          title={t('installQuestion', { id: checked.policy.id, version: checked.policy.version })}
          verb={t('install')}
          busy={install.isPending}
          error={install.error}
          onClose={() => setAsking(false)}
          onConfirm={() =>
            install.mutate(
              { id, yaml },
              {
                onSuccess: (made) => {
                  say({ text: t('installedNow', { id: made.policy.id, version: made.policy.version }) });
                  onClose();
                  void navigate(`/gates/policies/${made.policy.id}`);
                },
              },
            )
          }
        >
          {t('installWhy')}
        </Confirm>
      )}
    </section>
  );
}
