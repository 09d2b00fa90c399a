import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { statement, useDecisions, type Decision } from '../api/gates';
import { useEntry, useKeysOfThePlatform } from '../api/ledger';
import { useSession } from '../api/session';
import { Digest } from '../kit/Digest';
import { Icon } from '../kit/Icon';
import { AnchorState } from '../kit/Provenance';
import { sequence } from '../kit/time';
import { Time } from '../kit/Time';
import { VerdictShape } from '../kit/Verdict';
import { chainOf } from './chain';

/** Beside a decision: its signature, what it superseded, what it read. */
export function DecisionSide({ decision }: { decision: Decision }) {
  return (
    <aside className="side">
      <Signature decision={decision} />
      <Supersession decision={decision} />
      <Inputs decision={decision} />
      <Lapses />
    </aside>
  );
}

function Signature({ decision }: { decision: Decision }) {
  const { t } = useTranslation('gates');
  const session = useSession();
  const reads = session.data?.permissions.includes('LEDGER_READ') ?? false;
  return (
    <section>
      <h3>{t('signature')}</h3>
      <p className="s12 t3">{t('signatureWhy')}</p>
      <dl className="kv mt8">
        <dt>{t('key')}</dt>
        <dd>
          <Digest value={decision.keyId} />
        </dd>
        <dt>{t('algorithm')}</dt>
        <dd>{'Ed25519 · DSSE'}</dd>
        <dt>{t('ledger')}</dt>
        <dd className="mono">{reads ? <Link to={`/ledger/${decision.ledgerHead.sequence}`}>{sequence(decision.ledgerHead.sequence)}</Link> : sequence(decision.ledgerHead.sequence)}</dd>
        <dt>{t('head')}</dt>
        <dd>
          <Digest value={decision.ledgerHead.hash} />
        </dd>
        {reads && <Anchoring decision={decision} />}
      </dl>
      <p className="mt12">
        <a className="btn sm" href={statement(decision.id)} download={`${decision.id}.dsse`}>
          <Icon name="download" size={14} />
          {t('download')}
        </a>
      </p>
      <p className="s12 t3 mt12">{t('offline')}</p>
      <p className="mono cmd mt4">{`touchstone verify ${decision.id}.dsse --key platform.pem`}</p>
    </section>
  );
}

function Anchoring({ decision }: { decision: Decision }) {
  const { t } = useTranslation('gates');
  const entry = useEntry(decision.ledgerHead.sequence);
  const keys = useKeysOfThePlatform();
  const known = keys.data?.items.find((key) => key.fingerprint === decision.keyId);
  return (
    <>
      {entry.data && (
        <>
          <dt>{t('anchored')}</dt>
          <dd>
            <AnchorState anchored={entry.data.anchored} />
          </dd>
        </>
      )}
      {keys.data && (
        <>
          <dt>{t('keyState')}</dt>
          <dd className="row gap4">
            <VerdictShape verdict={known?.current ? 'PASS' : known ? 'STALE' : 'NO_DATA'} size={14} />
            {t(known?.current ? 'keyCurrent' : known ? 'keyRetired' : 'keyUnknown')}
          </dd>
        </>
      )}
    </>
  );
}

const SHOWN_CHAIN = 6;

/** The decisions that superseded each other at this stage, newest first, with the one of the page among them. */
function Supersession({ decision }: { decision: Decision }) {
  const { t } = useTranslation('gates');
  const list = useDecisions({ application: decision.application, stage: decision.stage, limit: 100 });
  const chain = chainOf(decision, list.data?.pages[0]?.items ?? []);
  const at = chain.findIndex((one) => one.id === decision.id);
  const from = Math.max(0, at - SHOWN_CHAIN + 2);
  return (
    <section>
      <h3>{t('supersession')}</h3>
      {!decision.supersedes && !decision.supersededBy ? (
        <p className="t2">{t('firstDecision')}</p>
      ) : (
        <ul className="chain">
          {chain.slice(from, from + SHOWN_CHAIN).map((one) => (
            <li key={one.id} className={one.id === decision.id ? 'on' : ''}>
              <VerdictShape verdict={one.verdict} size={14} />
              <span>
                {one.id === decision.id ? <b>{one.id}</b> : <Link to={`/gates/decisions/${one.id}`}>{one.id}</Link>} <Time at={one.decidedAt} />
                <br />
                <span className="t2">
                  {one.id === decision.id && decision.supersedesWhy ? t(`why.${decision.supersedesWhy}`) : t(`kit:verdict.${one.verdict}`)} <span className="mono">{one.commit.slice(0, 7)}</span>
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Inputs({ decision }: { decision: Decision }) {
  const { t } = useTranslation('gates');
  return (
    <section>
      <h3>{t('inputs')}</h3>
      <ul className="plain">
        {decision.inputs.map((input) => (
          <li key={input.run}>
            <span className="grow cut">
              <Link to={`/runs/${input.run}`}>{input.run}</Link> {t(`kind.${input.kind}`, input.kind)}
            </span>
            {input.digest && <Digest value={input.digest} />}
          </li>
        ))}
        <li>
          <span className="grow cut">
            {t('policy')} <Link to={`/gates/policies/${decision.policy.id}`}>{`${decision.policy.id} ${decision.policy.version}`}</Link>
          </span>
          <Digest value={decision.policy.digest} />
        </li>
        <li>
          <span className="grow">{t('factsDigest')}</span>
          <Digest value={decision.factsDigest} />
        </li>
      </ul>
    </section>
  );
}

function Lapses() {
  const { t } = useTranslation('gates');
  return (
    <section>
      <h3>{t('lapses')}</h3>
      <p className="t2">{t('lapsesWhy')}</p>
    </section>
  );
}
