import './gates.css';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { STAGES, useDecisions } from '../api/gates';
import { AddFilter } from '../kit/AddFilter';
import { useCrumbs } from '../kit/Crumbs';
import { Keys } from '../kit/Keys';
import { useListState, useRowKeys } from '../kit/list';
import { ListBar } from '../kit/ListBar';
import { More } from '../kit/More';
import { PickApplication } from '../kit/PickApplication';
import { FilterToken } from '../kit/SearchBox';
import { Denied, Failure, forbidden, Loading, State } from '../kit/States';
import { number } from '../kit/time';
import { Time } from '../kit/Time';
import { VerdictMark } from '../kit/Verdict';

/** The decisions, newest first. */
export function DecisionsPage() {
  const { t } = useTranslation('gates');
  const state = useListState();
  const { set } = state;
  const navigate = useNavigate();
  const filter = { application: state.text('application'), stage: STAGES.find((stage) => stage === state.text('stage')) ?? ('' as const), commit: state.text('commit') };
  const list = useDecisions(filter);
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const open = state.text('open');
  useCrumbs({ label: t('station') }, { label: t('decisions') });
  useRowKeys(
    rows.map((row) => row.id),
    open,
    (id) => set({ open: id }),
    (id) => void navigate(`/gates/decisions/${id}`),
  );
  const filtered = Object.values(filter).some((value) => value !== '');
  if (forbidden(list.error)) {
    return <Denied title={t('decisions')} error={list.error} />;
  }
  return (
    <>
      <div className="lhead">
        <h1>{t('decisions')}</h1>
        <div className="tabs views" role="group" aria-label={t('stage')}>
          {['', ...STAGES].map((stage) => (
            <button key={stage} type="button" className={stage === filter.stage ? 'on' : ''} aria-pressed={stage === filter.stage} onClick={() => set({ stage, open: null })}>
              {stage === '' ? t('everyStage') : t(`kit:stage.${stage}`)}
            </button>
          ))}
        </div>
      </div>
      <ListBar>
        <PickApplication value={filter.application} onChange={(application) => set({ application, open: null })} />
        {filter.commit && <FilterToken name={t('commit')} value={filter.commit.slice(0, 12)} onRemove={() => set({ commit: null, open: null })} />}
        {!filter.commit && <AddFilter fields={[{ name: 'commit', label: t('commit'), pattern: '[0-9a-fA-F]{40}', hint: t('wholeCommit') }]} onAdd={(_, commit) => set({ commit: commit.toLowerCase(), open: null })} />}
      </ListBar>
      <section className="lmain" aria-label={t('decisions')}>
        {list.isPending && <Loading rows={10} />}
        {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
        {list.isSuccess && rows.length === 0 && (
          <State
            title={t(filtered ? 'filtered' : 'empty')}
            action={
              filtered && (
                <button type="button" className="btn" onClick={() => set({ application: null, stage: null, commit: null })}>
                  {t('clear')}
                </button>
              )
            }
          >
            {t(filtered ? 'filteredWhy' : 'emptyWhy')}
          </State>
        )}
        {rows.length > 0 && (
          <>
            <div className="count s12 t3" role="status">
              {t(list.hasNextPage ? 'shownMore' : 'shown', { shown: number(rows.length) })}
            </div>
            <table className="tbl fix edge dense fnd decs">
              <colgroup>
                <col className="c-verdict" />
                <col className="c-id" />
                <col className="c-stage" />
                <col />
                <col className="c-line" />
                <col className="c-commit" />
                <col className="c-policy" />
                <col className="c-super" />
                <col className="c-seen" />
              </colgroup>
              <thead>
                <tr>
                  <th scope="col">{t('verdict')}</th>
                  <th scope="col">{t('decision')}</th>
                  <th scope="col">{t('stage')}</th>
                  <th scope="col">{t('application')}</th>
                  <th scope="col">{t('line')}</th>
                  <th scope="col">{t('commit')}</th>
                  <th scope="col">{t('policy')}</th>
                  <th scope="col">{t('chain')}</th>
                  <th scope="col">{t('decidedAt')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.id} data-row={row.id} className={row.id === open ? 'on' : ''}>
                    <td>
                      <VerdictMark verdict={row.verdict} />
                    </td>
                    <td className="nw">
                      <Link className="ink" to={`/gates/decisions/${row.id}`}>
                        {row.id}
                      </Link>
                    </td>
                    <td className="t2 nw">{t(`kit:stage.${row.stage}`)}</td>
                    <td className="cut d">{row.applicationName}</td>
                    <td className="t2 cut mono d">{row.line ?? '—'}</td>
                    <td className="t2 mono d">{row.commit.slice(0, 7)}</td>
                    <td className="t2 cut d">{`${row.policy} ${row.policyVersion}`}</td>
                    <td className="t3 cut d">{row.supersededBy && t('supersededBy', { id: row.supersededBy })}</td>
                    <td className="t2 nw">
                      <Time at={row.decidedAt} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            <More shown={list.hasNextPage} busy={list.isFetchingNextPage} load={() => void list.fetchNextPage()} />
          </>
        )}
        <Keys known={['move', 'open']} />
      </section>
    </>
  );
}
