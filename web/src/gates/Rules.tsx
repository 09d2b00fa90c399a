import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import type { Decision, Hit, RuleOutcome } from '../api/gates';
import { file } from '../kit/Code';
import { Icon } from '../kit/Icon';
import { useText } from '../kit/text';
import { number } from '../kit/time';
import { VerdictMark } from '../kit/Verdict';
import { Expression } from './Expression';

/** Rule by rule, the worst first; each opens to its text, values and facts. */
export function Rules({ decision }: { decision: Decision }) {
  const { t } = useTranslation('gates');
  const { hash } = useLocation();
  const wanted = hash.slice(1);
  const [open, setOpen] = useState<string[]>(() => decision.rules.slice(0, 1).map((rule) => rule.id));
  const shown = wanted !== '' && !open.includes(wanted) ? [...open, wanted] : open;
  return (
    <section className="mt24">
      <div className="sect-h">
        <h2>{t('rules')}</h2>
        <span className="n">{t('rulesWhy', { count: decision.rules.length })}</span>
      </div>
      <table className="tbl rules">
        <colgroup>
          <col className="w1" />
          <col />
          <col className="w3" />
          <col className="w4" />
          <col className="w6" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t('verdict')}</th>
            <th scope="col">{t('rule')}</th>
            <th scope="col" className="c3">
              {t('mode')}
            </th>
            <th scope="col" className="c4">
              {t('hits')}
            </th>
            <th scope="col">
              <span className="sr">{t('details')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {decision.rules.map((rule) => (
            <Row
              key={rule.id}
              rule={rule}
              open={shown.includes(rule.id)}
              toggle={() => setOpen(shown.includes(rule.id) ? shown.filter((one) => one !== rule.id) : [...shown, rule.id])}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ rule, open, toggle }: { rule: RuleOutcome; open: boolean; toggle: () => void }) {
  const { t } = useTranslation('gates');
  const text = useText();
  return (
    <Fragment>
      <tr className={open ? 'exp' : ''} id={rule.id}>
        <td>
          <VerdictMark verdict={rule.verdict} />
        </td>
        <td className="nm">
          <button type="button" className="ruleName" onClick={toggle} aria-expanded={open}>
            {text(rule.title)}
          </button>
          <span className="t2 s12 why1">{text(rule.why)}</span>
        </td>
        <td className="t2 c3">
          {t(`modes.${rule.effectiveMode}`)}
          {rule.effectiveMode !== rule.mode && <span className="t3 s12 stack">{t('wantedMode', { mode: t(`modes.${rule.mode}`) })}</span>}
          {rule.named && <span className="t3 s12 stack">{t('named')}</span>}
        </td>
        <td className="c4">{rule.hitCount > 0 ? t('hitCount', { shown: number(rule.hitCount), count: rule.hitCount }) : <span className="t3">0</span>}</td>
        <td className="num">
          <button type="button" className="tool mini" onClick={toggle} aria-label={t('details')} aria-expanded={open}>
            <Icon name={open ? 'up' : 'down'} size={14} />
          </button>
        </td>
      </tr>
      {open && (
        <tr className="sub">
          <td />
          <td colSpan={4}>
            <Details rule={rule} />
          </td>
        </tr>
      )}
    </Fragment>
  );
}

const SHOWN_HITS = 10;

function Details({ rule }: { rule: RuleOutcome }) {
  const { t } = useTranslation('gates');
  const first = rule.hits[0];
  const [all, setAll] = useState(false);
  const hits = all ? rule.hits : rule.hits.slice(0, SHOWN_HITS);
  return (
    <div className="details">
      {rule.text ? (
        <Expression id={rule.id} text={rule.text} values={first?.values ?? []} {...(first?.finding ? { of: first.finding } : {})} />
      ) : (
        <p className="s13 t2">{t('needsOnly')}</p>
      )}
      {rule.facts.length > 0 && (
        <table className="facts">
          <caption className="s12 t3">{t('facts')}</caption>
          <tbody>
            {rule.facts.map((fact) => (
              <tr key={fact.name}>
                <th scope="row" className="mono">
                  {fact.name}
                </th>
                <td>{fact.value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {hits.length > 0 && (
        <table className="facts hits">
          <caption className="s12 t3">{t('hitList')}</caption>
          <tbody>
            {hits.map((hit, place) => (
              <HitRow key={hit.finding ?? place} hit={hit} named={rule.named} />
            ))}
          </tbody>
        </table>
      )}
      {hits.length < rule.hits.length && (
        <button type="button" className="link s13" onClick={() => setAll(true)}>
          {t('allHits', { count: rule.hits.length })}
        </button>
      )}
      {rule.hitCount > rule.hits.length && <p className="s12 t3">{t('notListed', { more: number(rule.hitCount - rule.hits.length) })}</p>}
    </div>
  );
}

function HitRow({ hit, named }: { hit: Hit; named: boolean }) {
  const { t } = useTranslation('gates');
  return (
    <tr>
      <td>
        <VerdictMark verdict={hit.verdict} />
      </td>
      <td className="cut">
        {hit.finding ? (
          <Link className="ink" to={`/findings/${hit.finding}`} title={hit.title ?? hit.finding}>
            {hit.title ?? hit.finding}
          </Link>
        ) : (
          hit.title
        )}
      </td>
      <td className="mono t2 cut" title={hit.path ?? undefined}>
        {hit.path && file(hit.path, hit.line)}
      </td>
      <td className="t3 s12 nw">
        {hit.waiver ? t(hit.waiver === 'ACCEPTED' ? 'accepted' : 'waiver', { waiver: hit.waiver }) : hit.precision ? t('precision', { value: hit.precision.value.toFixed(2), judgements: hit.precision.judgements }) : t(named ? 'noPrecisionNamed' : 'noPrecision')}
      </td>
    </tr>
  );
}
