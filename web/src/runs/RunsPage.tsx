import './runs.css';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { countsOf, useLines, useRuns, type RunCounts } from '../api/runs';
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

export const COUNTS: (keyof RunCounts)[] = ['new', 'reopened', 'seenAgain', 'changed', 'gone', 'notJudged'];

/** The runs of an application, newest first. */
export function RunsPage() {
  const { t } = useTranslation('runs');
  const state = useListState();
  const { set } = state;
  const navigate = useNavigate();
  const application = state.text('application');
  const line = application === '' ? '' : state.text('line');
  const lines = useLines(application);
  const list = useRuns(application, line);
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const open = state.text('open');
  useCrumbs({ label: t('station') }, { label: t('title') });
  useRowKeys(
    rows.map((row) => row.id),
    open,
    (id) => set({ open: id }),
    (id) => void navigate(`/runs/${id}`),
  );
  if (forbidden(list.error)) {
    return <Denied title={t('title')} error={list.error} />;
  }
  return (
    <>
      <div className="lhead padded">
        <h1>{t('title')}</h1>
      </div>
      <ListBar>
        <PickApplication value={application} onChange={(key) => set({ application: key, line: null, open: null })} />
        {line && <FilterToken name={t('line')} value={line} onRemove={() => set({ line: null, open: null })} />}
        {application && !line && <AddFilter fields={[{ name: 'line', label: t('line'), options: lines.data?.items.map((one) => one.name) }]} onAdd={(_, name) => set({ line: name, open: null })} />}
      </ListBar>
      <section className="lmain" aria-label={t('title')}>
        {list.isFetching && rows.length === 0 && <Loading rows={8} />}
        {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
        {list.isSuccess && rows.length === 0 && !list.isFetching && (
          <State
            title={t(application === '' ? 'empty' : 'empty2')}
            action={
              application !== '' && (
                <button type="button" className="btn" onClick={() => set({ application: null, line: null })}>
                  {t('clear')}
                </button>
              )
            }
          >
            {application === '' && t('emptyWhy')}
          </State>
        )}
        {rows.length > 0 && (
          <>
            <div className="count s12 t3" role="status">
              {t(list.hasNextPage ? 'shownMore' : 'shown', { shown: number(rows.length) })}
            </div>
            <table className="tbl fix edge dense fnd">
              <colgroup>
                <col className="r-state" />
                <col className="r-id" />
                <col className="r-kind" />
                <col className="r-tool" />
                <col />
                <col className="r-commit" />
                <col className="r-delta" />
                <col className="r-time" />
              </colgroup>
              <thead>
                <tr>
                  {['state', 'run', 'kind', 'tool', 'line', 'commit', 'delta', 'mergedAt'].map((column) => (
                    <th scope="col" key={column}>
                      {t(column)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.id} data-row={row.id} className={row.id === open ? 'on' : ''}>
                    <td>
                      <VerdictMark verdict={row.complete ? 'PASS' : 'WARN'} word={t(row.complete ? 'complete' : 'partial')} />
                    </td>
                    <td className="nw">
                      <Link className="ink" to={`/runs/${row.id}`}>
                        {row.id}
                      </Link>
                    </td>
                    <td className="t2 cut d">{t(`kinds.${row.kind}`, row.kind)}</td>
                    <td className="t2 cut d">
                      {row.tool} {row.toolVersion}
                    </td>
                    <td className="mono cut d">{row.line}</td>
                    <td className="mono t2 d">{row.commit.slice(0, 7)}</td>
                    <td className="t2 cut d">
                      {COUNTS.filter((count) => countsOf(row)[count] > 0)
                        .map((count) => `${t(`counts.${count}`)} ${number(countsOf(row)[count])}`)
                        .join(' · ') || t('none')}
                    </td>
                    <td className="t2 nw">
                      <Time at={row.mergedAt} />
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
