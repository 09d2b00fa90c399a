import './gates.css';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useDecision, type Decision, type Step } from '../api/gates';
import { useCrumbs } from '../kit/Crumbs';
import { file } from '../kit/Code';
import { Failure, Loading } from '../kit/States';
import { useText } from '../kit/text';
import { Time } from '../kit/Time';
import { VerdictMark } from '../kit/Verdict';
import { DecisionSide } from './DecisionSide';
import { Rules } from './Rules';

/** One decision: the verdict, what to do now, then each rule with what it read. */
export function DecisionPage() {
  const { t } = useTranslation('gates');
  const { id = '' } = useParams();
  const decision = useDecision(id);
  useCrumbs({ label: t('station') }, { label: t('decisions'), to: '/gates/decisions' }, { label: id });
  if (decision.isPending) {
    return <Loading rows={10} />;
  }
  if (decision.isError) {
    return <Failure error={decision.error} retry={() => void decision.refetch()} />;
  }
  return <Body decision={decision.data} />;
}

function Body({ decision }: { decision: Decision }) {
  const { t } = useTranslation('gates');
  return (
    <div className="obj">
      <div className="objm">
        <div className="head">
          <div className="grow">
            <p className="row gap12 wrap" role="status">
              <VerdictMark verdict={decision.verdict} badge />
              <span className="t2">
                {t('gateOf', { stage: t(`kit:stage.${decision.stage}`) })} · <span className="mono">{decision.id}</span>
              </span>
            </p>
            <h1 className="mt8">
              <Link className="ink" to={`/applications/${decision.application}`}>
                {decision.applicationName}
              </Link>{' '}
              {decision.line && <span className="mono lineName">{decision.line}</span>}
            </h1>
            <div className="meta">
              <span>
                <span className="k">{t('commit')}</span>{' '}
                <span className="mono" title={decision.commit}>
                  {decision.commit.slice(0, 12)}
                </span>
              </span>
              <span>
                <span className="k">{t('mergeBase')}</span>{' '}
                {decision.mergeBase.commit ? (
                  <span className="mono" title={decision.mergeBase.commit}>
                    {decision.mergeBase.commit.slice(0, 12)}
                  </span>
                ) : (
                  <span title={t('noBaseWhy')}>{t('noBase')}</span>
                )}
              </span>
              <span className="nw">
                <Time at={decision.decidedAt} form="long" />
              </span>
            </div>
            {decision.mergeBase.state === 'NO_BASE' && <p className="s12 t3 mt4">{t('noBaseWhy')}</p>}
          </div>
        </div>
        {decision.supersededBy && (
          <p className="note warn mt16">
            <span>
              {t('isSuperseded')} <Link to={`/gates/decisions/${decision.supersededBy}`}>{decision.supersededBy}</Link>
            </span>
          </p>
        )}
        <Now decision={decision} />
        <Rules decision={decision} />
        <section className="mt24">
          <div className="sect-h">
            <h2>{t('byDefault')}</h2>
            <span className="n">{`${decision.byDefault.policy.id} ${decision.byDefault.policy.version}`}</span>
          </div>
          <p className="row gap12 mt8 s13">
            <VerdictMark verdict={decision.defaultVerdict} />
            <span className="t2">{t('byDefaultWhy')}</span>
          </p>
        </section>
      </div>
      <DecisionSide decision={decision} />
    </div>
  );
}

const SHOWN_STEPS = 5;
const SHOWN_PLACES = 6;

/** Steps that ask for the same stand together, with all their places. */
export function grouped(steps: Step[]): Step[][] {
  const groups = new Map<string, Step[]>();
  for (const step of steps) {
    const key = `${step.kind} ${step.rule} ${step.what.en}`;
    groups.set(key, [...(groups.get(key) ?? []), step]);
  }
  return [...groups.values()];
}

function Now({ decision }: { decision: Decision }) {
  const { t } = useTranslation('gates');
  if (decision.next.length === 0) {
    return null;
  }
  const groups = grouped(decision.next);
  const first = decision.next.find((step) => step.finding);
  return (
    <section className="now mt20">
      <h2>{t('now')}</h2>
      <ol className="do mt12">
        {groups.slice(0, SHOWN_STEPS).map((steps) => (
          <Group key={`${steps[0]?.rule} ${steps[0]?.where}`} steps={steps} />
        ))}
      </ol>
      {groups.length > SHOWN_STEPS && <p className="s13 t3 mt12 acts2">{t('moreSteps', { more: groups.length - SHOWN_STEPS })}</p>}
      <p className="row mt16 acts2 gap12 wrap">
        {first?.finding && (
          <Link className="btn pri" to={`/findings/${first.finding}`}>
            {t('openLine')}
          </Link>
        )}
        <span className="s13 t3">{t('afterwards')}</span>
      </p>
    </section>
  );
}

function Group({ steps }: { steps: Step[] }) {
  const { t } = useTranslation('gates');
  const text = useText();
  const first = steps[0];
  if (!first) {
    return null;
  }
  return (
    <li>
      <b>{text(first.what)}</b>
      <p className="s13 t2 row gap16 wrap">
        {steps.slice(0, SHOWN_PLACES).map((step) =>
          step.finding ? (
            <Link key={step.where} className="mono" to={`/findings/${step.finding}`} title={step.where}>
              {file(step.where)}
            </Link>
          ) : (
            <span key={step.where} className="mono">
              {step.kind === 'RUN_SCAN' ? t(`kind.${step.where}`, step.where) : step.where}
            </span>
          ),
        )}
        {steps.length > SHOWN_PLACES && <span className="t3">{t('morePlaces', { more: steps.length - SHOWN_PLACES })}</span>}
        {first.who && <span>{first.who}</span>}
        <a href={`#${first.rule}`}>{t('whichRule')}</a>
      </p>
    </li>
  );
}
