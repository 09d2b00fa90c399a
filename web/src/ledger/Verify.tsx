import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStartVerification, useVerification, type Verification } from '../api/ledger';
import { Refusal } from '../kit/Refusal';
import { Failure } from '../kit/States';
import { number, sequence } from '../kit/time';
import { VerdictMark, VerdictShape } from '../kit/Verdict';

interface Props {
  /** Begins at once: somebody asked for it elsewhere. */
  at: boolean;
  head: number;
  anchored: number;
}

/** "Verify now": recomputes the chain on the server and shows how far it is. */
export function Verify({ at, head, anchored }: Props) {
  const { t } = useTranslation('ledger');
  const start = useStartVerification();
  const [id, setId] = useState('');
  const [began, setBegan] = useState(0);
  const verification = useVerification(id);
  const running = start.isPending || (id !== '' && (verification.data === undefined || verification.data.state === 'RUNNING') && !verification.isError);
  const begin = () => {
    setBegan(Date.now());
    start.mutate(undefined, { onSuccess: (made) => setId(made.id) });
  };
  const asked = useRef(false);
  useEffect(() => {
    if (at && !asked.current) {
      asked.current = true;
      begin();
    }
  });
  return (
    <section className="ver mt16">
      <div className="row between wrap">
        <p className="row gap12 wrap" role="status" aria-live="polite">
          {running ? (
            <>
              <b>{t('verifying')}</b>
              {verification.data && <Rate verification={verification.data} began={began} />}
            </>
          ) : verification.data?.result ? (
            <Outcome verification={verification.data} />
          ) : (
            <span className="t2">{t('verifyWhy')}</span>
          )}
        </p>
        <button type="button" className="btn pri" onClick={begin} disabled={running}>
          {t(running ? 'running' : 'verifyNow')}
        </button>
      </div>
      <Refusal error={start.error} />
      {verification.isError && <Failure error={verification.error} />}
      {verification.data?.state === 'FAILED' && <p className="note bad mt8">{verification.data.message}</p>}
      {(running || verification.data?.result) && <Track verification={verification.data} head={head} anchored={anchored} />}
      {verification.data?.result && verification.data.result.flaws.length > 0 && <Flaws verification={verification.data} />}
    </section>
  );
}

function Rate({ verification, began }: { verification: Verification; began: number }) {
  const { t } = useTranslation('ledger');
  const elapsed = useRef(0);
  useEffect(() => {
    elapsed.current = (Date.now() - began) / 1000;
  });
  const rate = verification.checked / Math.max(0.4, elapsed.current);
  const left = rate > 0 ? Math.ceil((verification.total - verification.checked) / rate) : null;
  return (
    <span className="t2">
      {t('progress', { checked: number(verification.checked), total: number(verification.total) })}
      {left !== null && verification.checked > 0 && elapsed.current > 0.5 && t('rate', { rate: number(Math.round(rate)), left })}
    </span>
  );
}

function Outcome({ verification }: { verification: Verification }) {
  const { t } = useTranslation('ledger');
  const { result } = verification;
  if (!result) {
    return null;
  }
  const beyond = result.last - result.provableTo;
  return (
    <>
      <VerdictMark verdict={result.ok ? 'PASS' : 'BLOCK'} word={t(result.ok ? 'allAgree' : 'disagrees')} />
      <span className="t2">
        {t('checkedAll', { shown: number(verification.checked), checkpoints: number(result.checkpoints) })}
        {result.erasedBodies > 0 && t('erasedBodies', { shown: number(result.erasedBodies) })}
      </span>
      <span className={beyond > 0 ? 'v-stale row gap4' : 't2'}>
        {beyond > 0 && <VerdictShape verdict="STALE" size={14} />}
        {beyond > 0 ? t('provableTo', { to: sequence(result.provableTo), beyond: number(beyond) }) : t('provableAll')}
      </span>
    </>
  );
}

function Track({ verification, head, anchored }: { verification: Verification | undefined; head: number; anchored: number }) {
  const { t } = useTranslation('ledger');
  const total = Math.max(1, verification?.total ?? head);
  const done = Math.min(1, (verification?.checked ?? 0) / total);
  const edge = Math.min(1, anchored / total);
  const bad = verification?.result?.flaws[0];
  return (
    <div className="track mt8">
      <div className="rail2" role="progressbar" aria-valuemin={0} aria-valuemax={total} aria-valuenow={verification?.checked ?? 0} aria-label={t('verifying')}>
        <span className={bad ? 'done bad' : 'done'} style={{ width: `${done * 100}%` }} />
        <span className="open2" style={{ left: `${edge * 100}%` }} />
        {anchored > 0 && <span className="tick" style={{ left: `${edge * 100}%` }} />}
        {bad && <span className="tick badTick" style={{ left: `${Math.min(1, bad.from / total) * 100}%` }} />}
      </div>
      <div className="row between s12">
        <span className="t3 mono">{sequence(1)}</span>
        <span className="row gap16">
          {anchored > 0 ? <span className="t3">{t('lastAnchor', { at: sequence(anchored) })}</span> : <span className="t3">{t('noAnchor')}</span>}
          {head > anchored && <span className="v-stale">{t('unanchored', { shown: number(head - anchored), count: head - anchored })}</span>}
        </span>
      </div>
    </div>
  );
}

function Flaws({ verification }: { verification: Verification }) {
  const { t } = useTranslation('ledger');
  return (
    <ul className="flaws mt8" role="alert">
      {verification.result?.flaws.map((flaw) => (
        <li key={`${flaw.kind}${flaw.from}`} className="note bad">
          <VerdictShape verdict="BLOCK" />
          <span>
            <b>
              {t(`flaw.${flaw.kind}`)} {flaw.from === flaw.to ? sequence(flaw.from) : `${sequence(flaw.from)}–${sequence(flaw.to)}`}
            </b>
            <br />
            {flaw.message}
          </span>
        </li>
      ))}
    </ul>
  );
}
