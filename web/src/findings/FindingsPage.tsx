import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useApplications } from '../api/catalog';
import { useFindingCounts, useFindings } from '../api/findings';
import { useCrumbs } from '../kit/Crumbs';
import { Facet } from '../kit/Facet';
import { Icon } from '../kit/Icon';
import { Keys } from '../kit/Keys';
import { useListState, useRowKeys } from '../kit/list';
import { More } from '../kit/More';
import { FilterToken, SearchBox } from '../kit/SearchBox';
import { SEVERITIES, SeverityMark } from '../kit/Severity';
import { Failure, Loading, State } from '../kit/States';
import { StatusMark } from '../kit/Status';
import { number } from '../kit/time';
import { filterOf, SHOWN_STATUSES, SORTS, viewOf, VIEWS } from './filters';
import { FindingPreview } from './FindingPreview';
import { FindingsTable } from './FindingsTable';

/** The findings that the filters in the address leave. */
export function FindingsPage() {
  const { t } = useTranslation('findings');
  const state = useListState();
  const { set } = state;
  const navigate = useNavigate();
  const applications = useApplications('');
  const [facets, setFacets] = useState(true);
  const filter = filterOf(state);
  const list = useFindings(filter);
  const counts = useFindingCounts(filter);
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const open = state.text('open');
  const preview = open !== '';
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const search = useCallback((q: string) => set({ q, open: null }), []);
  useCrumbs({ label: t('station') }, { label: t('title') });
  const show = (id: string | null) => set({ open: id });
  const move = useRowKeys(
    rows.map((row) => row.id),
    open,
    show,
    (id) => void navigate(`/findings/${id}`),
    { p: () => show(preview ? null : (rows[0]?.id ?? null)), '[': () => setFacets(!facets), Escape: () => show(null) },
  );
  const narrowed = filter.q !== '' || filter.cwe !== '' || filter.line !== '' || filter.rule !== '' || filter.application !== '' || filter.severity.length > 0;
  const clear = () => set({ q: null, cwe: null, rule: null, line: null, application: null, severity: null, status: null, open: null });
  const view = viewOf(filter.severity, filter.status);
  return (
    <>
      <div className="lhead">
        <div className="row between">
          <h1>{t('title')}</h1>
        </div>
        <div className="tabs views" role="group" aria-label={t('views')}>
          {VIEWS.map((one) => (
            <button
              key={one.name}
              type="button"
              className={one.name === view ? 'on' : ''}
              aria-pressed={one.name === view}
              onClick={() => set({ severity: one.severity, status: one.name === 'open' ? null : one.status, open: null })}
            >
              {t(`view.${one.name}`)}
            </button>
          ))}
        </div>
      </div>
      <div className="lbar">
        <div className="row wrap gap8">
          <SearchBox value={filter.q ?? ''} placeholder={t('searchFor')} onSearch={search} />
          <select className="pickOne" aria-label={t('application')} value={filter.application} onChange={(event) => set({ application: event.target.value, line: null, open: null })}>
            <option value="">{t('everyApplication')}</option>
            {applications.data?.pages.flatMap((page) => page.items).map((one) => (
              <option key={one.key} value={one.key}>
                {one.name}
              </option>
            ))}
          </select>
          {filter.severity.length > 0 && (
            <FilterToken name={t('severity')} value={filter.severity.map((one) => t(`kit:severity.${one}`)).join(' ')} onRemove={() => set({ severity: null, open: null })} />
          )}
          {state.has('status') && (
            <FilterToken name={t('status')} value={filter.status.map((one) => t(`kit:status.${one}`)).join(' ')} onRemove={() => set({ status: null, open: null })} />
          )}
          {filter.line && <FilterToken name={t('line')} value={filter.line} onRemove={() => set({ line: null, open: null })} />}
          {filter.rule && <FilterToken name={t('rule')} value={filter.rule} onRemove={() => set({ rule: null, open: null })} />}
          {filter.cwe && <FilterToken name={t('weakness')} value={`CWE-${filter.cwe}`} onRemove={() => set({ cwe: null, open: null })} />}
        </div>
      </div>
      <div className={`lgrid${facets ? '' : ' nofacets'}${preview ? '' : ' noprev'}`}>
        {facets && (
          <aside className="facets" aria-label={t('kit:keys.facets')}>
            <Facet
              title={t('severity')}
              chosen={filter.severity}
              onChange={(severity) => set({ severity, open: null })}
              options={SEVERITIES.map((one) => ({ value: one, label: <SeverityMark severity={one} />, count: counts.data && (counts.data.bySeverity[one] ?? 0) }))}
            />
            <Facet
              title={t('status')}
              chosen={filter.status}
              onChange={(status) => set({ status: status.length === 0 ? null : status, open: null })}
              options={SHOWN_STATUSES.map((one) => ({ value: one, label: <StatusMark status={one} />}))}
            />
          </aside>
        )}
        <section className="lmain" aria-label={t('title')}>
          <div className="count s12 t3">
            <span role="status">{counts.data ? t('count', { shown: number(counts.data.total), count: counts.data.total }) : ' '}</span>
            <span className="rt row gap16">
              <label className="row gap4 t2">
                <Icon name="sort" size={14} />
                <span className="sr">{t('sortBy')}</span>
                <select className="pickOne plain" value={filter.sort} onChange={(event) => set({ sort: event.target.value, open: null })}>
                  {SORTS.map((sort) => (
                    <option key={sort} value={sort}>
                      {t(`sort.${sort}`)}
                    </option>
                  ))}
                </select>
              </label>
              <button type="button" className="link row gap4" aria-pressed={preview} onClick={() => show(preview ? null : (rows[0]?.id ?? null))}>
                <Icon name="preview" size={14} />
                {t('kit:preview')} <kbd>{'P'}</kbd>
              </button>
            </span>
          </div>
          {list.isPending && <Loading rows={12} />}
          {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
          {list.isSuccess && rows.length === 0 && (
            <State
              title={t(narrowed ? 'filtered' : 'empty')}
              action={
                narrowed && (
                  <button type="button" className="btn" onClick={clear}>
                    {t('clear')}
                  </button>
                )
              }
            >
              {t(narrowed ? 'filteredWhy' : 'emptyWhy')}
            </State>
          )}
          {rows.length > 0 && <FindingsTable rows={rows} chosen={open} onChoose={show} showApplication={filter.application === ''} narrow={preview} />}
          <More shown={list.hasNextPage} busy={list.isFetchingNextPage} load={() => void list.fetchNextPage()} />
          <Keys known={['move', 'open', 'preview', 'search', 'facets']} />
        </section>
        {preview && <FindingPreview id={open} onMove={move} onClose={() => show(null)} />}
      </div>
    </>
  );
}
