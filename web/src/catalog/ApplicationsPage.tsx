import './catalog.css';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useApplications } from '../api/catalog';
import { useMay } from '../api/session';
import { useCrumbs } from '../kit/Crumbs';
import { Keys } from '../kit/Keys';
import { useListState, useRowKeys } from '../kit/list';
import { ListBar } from '../kit/ListBar';
import { More } from '../kit/More';
import { Person } from '../kit/Person';
import { SearchBox } from '../kit/SearchBox';
import { Denied, Failure, forbidden, Loading, State } from '../kit/States';
import { number } from '../kit/time';
import { RegisterApplication } from './ApplicationForm';

/** The applications that the caller can see. */
export function ApplicationsPage() {
  const { t } = useTranslation('catalog');
  const state = useListState();
  const navigate = useNavigate();
  const may = useMay();
  const q = state.text('q');
  const list = useApplications(q);
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const open = state.text('open');
  const { set } = state;
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const search = useCallback((value: string) => set({ q: value, open: null }), []);
  useCrumbs({ label: t('title') });
  useRowKeys(
    rows.map((row) => row.key),
    open,
    (key) => set({ open: key }),
    (key) => void navigate(`/applications/${key}`),
  );
  if (forbidden(list.error)) {
    return <Denied title={t('title')} error={list.error} />;
  }
  return (
    <>
      <div className="lhead">
        <div className="row between">
          <h1>{t('title')}</h1>
          {may('APPLICATION_MANAGE') && (
            <button type="button" className="btn pri" onClick={() => set({ add: '1' })}>
              {t('register')}
            </button>
          )}
        </div>
      </div>
      <ListBar>
        <SearchBox value={q} placeholder={t('searchFor')} onSearch={search} />
      </ListBar>
      <section className="lmain">
        {list.isPending && <Loading />}
        {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
        {list.isSuccess && rows.length === 0 && (
          <State
            title={t(q === '' ? 'empty' : 'filtered')}
            action={
              q !== '' && (
                <button type="button" className="btn" onClick={() => search('')}>
                  {t('clear')}
                </button>
              )
            }
          >
            {t(q === '' ? 'emptyWhy' : 'filteredWhy', { q })}
          </State>
        )}
        {rows.length > 0 && (
          <>
            <div className="count s12 t3" role="status">
              <span>{t(list.hasNextPage ? 'countMore' : 'count', { shown: number(rows.length), count: rows.length })}</span>
            </div>
            <table className="tbl fix edge dense apl">
              <colgroup>
                <col />
                <col className="c-tier" />
                <col className="c-grade" />
                <col className="c-exposure" />
                <col className="c-department" />
                <col className="c-owner" />
                <col className="c-repository" />
              </colgroup>
              <thead>
                <tr>
                  <th scope="col">{t('application')}</th>
                  <th scope="col">{t('tier')}</th>
                  <th scope="col">{t('dataGrade')}</th>
                  <th scope="col">{t('exposure')}</th>
                  <th scope="col">{t('department')}</th>
                  <th scope="col">{t('owner')}</th>
                  <th scope="col">{t('repository')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.key} data-row={row.key} className={row.key === open ? 'on' : ''}>
                    <td className="cut nm">
                      <Link className="ink" to={`/applications/${row.key}`}>
                        {row.name}
                      </Link>{' '}
                      <span className="t3 s12">{row.key}</span>
                    </td>
                    <td className="t2 nw">{t(`tiers.${row.tier}`)}</td>
                    <td className="t2 nw d">{t('grade', { grade: row.dataGrade })}</td>
                    <td className="nw d">{t(`exposures.${row.exposure}`)}</td>
                    <td className="t2 cut d">{row.department.name}</td>
                    <td className="d">{row.owner ? <Person name={row.owner.name} /> : <span className="t3">{t('noOwner')}</span>}</td>
                    <td className="t2 cut mono d">{row.repository ?? '—'}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <More shown={list.hasNextPage} busy={list.isFetchingNextPage} load={() => void list.fetchNextPage()} />
          </>
        )}
        <Keys known={['move', 'open', 'search', 'all']} />
      </section>
      <RegisterApplication open={state.has('add') && may('APPLICATION_MANAGE')} onClose={() => set({ add: null })} />
    </>
  );
}
