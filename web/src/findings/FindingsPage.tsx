import './findings.css';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useFindingCounts, useFindings, type FindingFilter } from '../api/findings';
import { useLines } from '../api/runs';
import { useMay } from '../api/session';
import { AddFilter } from '../kit/AddFilter';
import { ColumnMenu } from '../kit/ColumnMenu';
import { shownColumns } from '../kit/columns';
import { useCrumbs } from '../kit/Crumbs';
import { Facet } from '../kit/Facet';
import { Icon } from '../kit/Icon';
import { Keys } from '../kit/Keys';
import { useListState, useRowKeys } from '../kit/list';
import { ListBar } from '../kit/ListBar';
import { More } from '../kit/More';
import { PickApplication } from '../kit/PickApplication';
import { usePreference, useScreen } from '../kit/preferences';
import { FilterToken, SearchBox } from '../kit/SearchBox';
import { useSelection } from '../kit/selection';
import { SelectionBar } from '../kit/SelectionBar';
import { SEVERITIES, SeverityMark } from '../kit/Severity';
import { Denied, Failure, forbidden, Loading, State } from '../kit/States';
import { StatusMark } from '../kit/Status';
import { number } from '../kit/time';
import { Views } from '../kit/Views';
import { Export } from './Export';
import { COLUMNS, filterOf, SHOWN_STATUSES, SORTS, viewAddress, VIEWS, type FindingColumn } from './filters';
import { FindingPreview } from './FindingPreview';
import { FindingsTable } from './FindingsTable';

/** What the preview beside the list does not say anyway. */
const BESIDE_PREVIEW: readonly FindingColumn[] = ['severity', 'finding', 'application', 'status', 'firstSeen'];

/** The findings that the filters in the address leave. */
export function FindingsPage() {
  const { t } = useTranslation('findings');
  const state = useListState();
  const { set } = state;
  const navigate = useNavigate();
  const may = useMay();
  const [facets, setFacets] = usePreference('facets', 'shown');
  const filter = filterOf(state);
  const list = useFindings(filter);
  const counts = useFindingCounts({ ...filter, severity: [] }, 60_000);
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const ids = rows.map((row) => row.id);
  const open = state.text('open');
  const preview = open !== '';
  const [cursor, setCursor] = useState('');
  const chosen = open || cursor;
  const selection = useSelection(ids, JSON.stringify(filter));
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const search = useCallback((q: string) => set({ q, open: null }), []);
  useCrumbs({ label: t('station') }, { label: t('title') });
  const phone = useScreen('(max-width: 767px)');
  const show = (id: string | null) => (phone && id ? void navigate(`/findings/${id}`) : set({ open: id }));
  const choose = (id: string) => {
    setCursor(id);
    if (preview) {
      show(id);
    }
  };
  const togglePreview = () => {
    setCursor(chosen);
    show(preview ? null : (chosen || (ids[0] ?? null)));
  };
  const toggleFacets = () => setFacets(facets === 'shown' ? 'hidden' : 'shown');
  const move = useRowKeys(ids, chosen, choose, (id) => void navigate(`/findings/${id}`), {
    p: togglePreview,
    x: (event) => chosen !== '' && selection.toggle(chosen, event.shiftKey),
    '[': toggleFacets,
    Escape: () => (preview ? togglePreview() : selection.clear()),
  });
  const narrowed = [filter.q, filter.cwe, filter.line, filter.rule, filter.tool, filter.application].some((one) => one !== '') || filter.severity.length > 0;
  const clear = () => set({ q: null, cwe: null, rule: null, tool: null, line: null, application: null, severity: null, status: null, open: null });
  const total = counts.data && (filter.severity.length === 0 ? counts.data.total : filter.severity.reduce((sum, one) => sum + (counts.data?.bySeverity[one] ?? 0), 0));
  const columns = shownColumns(COLUMNS, state.many('cols')).filter((one) => !(one === 'application' && filter.application) && (!preview || BESIDE_PREVIEW.includes(one)));
  if (forbidden(list.error)) {
    return <Denied title={t('title')} error={list.error} />;
  }
  return (
    <>
      <div className="lhead">
        <div className="row between">
          <h1>{t('title')}</h1>
          <span className="acts notPhone">{may('FINDING_EXPORT') && <Export filter={filter} total={total} />}</span>
        </div>
        <Views list="findings" keep={['application']} label={t('views')} shipped={VIEWS.map((view) => ({ name: view.name, label: t(`view.${view.name}`), query: viewAddress(view) }))} />
      </div>
      <ListBar>
        <SearchBox value={filter.q ?? ''} placeholder={t('searchFor')} onSearch={search} />
        <PickApplication value={filter.application ?? ''} onChange={(application) => set({ application, line: null, open: null })} />
        <Tokens filter={filter} status={state.has('status')} set={set} />
        <Narrow filter={filter} set={set} />
      </ListBar>
      <div className={`lgrid${facets === 'shown' ? '' : ' nofacets'}${preview ? '' : ' noprev'}`}>
        {facets === 'shown' && (
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
              options={SHOWN_STATUSES.map((one) => ({ value: one, label: <StatusMark status={one} /> }))}
            />
          </aside>
        )}
        <section className="lmain" aria-label={t('title')}>
          <div className="count s12 t3">
            <span role="status">{total === undefined ? ' ' : t('count', { shown: number(total), count: total })}</span>
            <Newer total={counts.isPlaceholderData || list.isPlaceholderData || list.isFetching ? undefined : total} loadedAt={list.dataUpdatedAt} show={() => void list.refetch()} />
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
              <ColumnMenu columns={COLUMNS} label={(name) => t(name)} asked={state.many('cols')} onChange={(cols) => set({ cols })} />
              <button type="button" className="link row gap4 notPhone" aria-pressed={preview} onClick={togglePreview}>
                <Icon name="preview" size={14} />
                {t('kit:preview')} <kbd>{'P'}</kbd>
              </button>
            </span>
          </div>
          {selection.marked.size > 0 && <SelectionBar ids={[...selection.marked]} clear={selection.clear} />}
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
          {rows.length > 0 && (
            <FindingsTable
              rows={rows}
              columns={columns}
              sort={filter.sort ?? 'SEVERITY'}
              onSort={(sort) => set({ sort: sort === 'SEVERITY' ? null : sort, open: null })}
              chosen={chosen}
              onChoose={show}
              marked={selection.marked}
              onMark={selection.toggle}
              onMarkAll={selection.all}
            />
          )}
          <More shown={list.hasNextPage} busy={list.isFetchingNextPage} load={() => void list.fetchNextPage()} />
          <Keys known={['move', 'open', 'preview', 'select', 'search', 'facets', 'all']} />
        </section>
        {preview && <FindingPreview id={open} onMove={move} onClose={togglePreview} />}
      </div>
    </>
  );
}

type Change = ReturnType<typeof useListState>['set'];

function Tokens({ filter, status, set }: { filter: ReturnType<typeof filterOf>; status: boolean; set: Change }) {
  const { t } = useTranslation('findings');
  const drop = (name: string) => () => set({ [name]: null, open: null });
  return (
    <>
      {filter.severity.length > 0 && <FilterToken name={t('severity')} value={filter.severity.map((one) => t(`kit:severity.${one}`)).join(' ')} onRemove={drop('severity')} />}
      {status && <FilterToken name={t('status')} value={filter.status.map((one) => t(`kit:status.${one}`)).join(' ')} onRemove={drop('status')} />}
      {filter.line && <FilterToken name={t('line')} value={filter.line} onRemove={drop('line')} />}
      {filter.tool && <FilterToken name={t('tool')} value={filter.tool} onRemove={drop('tool')} />}
      {filter.rule && <FilterToken name={t('rule')} value={filter.rule} onRemove={drop('rule')} />}
      {filter.cwe && <FilterToken name={t('weakness')} value={`CWE-${filter.cwe}`} onRemove={drop('cwe')} />}
    </>
  );
}

/** The filters that have no facet: a code line once an application is chosen, then tool, rule and weakness. */
function Narrow({ filter, set }: { filter: FindingFilter; set: Change }) {
  const { t } = useTranslation('findings');
  const lines = useLines(filter.application ?? '');
  const add = (name: string, value: string) => set({ [name]: name === 'cwe' ? value.replace(/^cwe-/i, '') : value, open: null });
  return (
    <AddFilter
      onAdd={add}
      fields={[
        ...(filter.application && !filter.line ? [{ name: 'line', label: t('line'), options: lines.data?.items.map((one) => one.name) }] : []),
        ...(filter.tool ? [] : [{ name: 'tool', label: t('tool') }]),
        ...(filter.rule ? [] : [{ name: 'rule', label: t('rule') }]),
        ...(filter.cwe ? [] : [{ name: 'cwe', label: t('weakness'), pattern: '(?:[Cc][Ww][Ee]-)?[0-9]{1,6}', hint: 'CWE-89' }]),
      ]}
    />
  );
}

/** New rows never push rows away: the counts are asked for again, and what came is offered. */
function Newer({ total, loadedAt, show }: { total: number | undefined; loadedAt: number; show: () => void }) {
  const { t } = useTranslation('findings');
  const [base, setBase] = useState<{ at: number; total: number } | null>(null);
  useEffect(() => {
    if (total !== undefined && base?.at !== loadedAt) {
      setBase({ at: loadedAt, total });
    }
  }, [total, loadedAt, base]);
  const more = base && base.at === loadedAt && total !== undefined ? total - base.total : 0;
  return more > 0 ? (
    <button type="button" className="link row gap4" onClick={show}>
      <Icon name="refresh" size={12} />
      {t('newer', { shown: number(more), count: more })}
    </button>
  ) : null;
}
