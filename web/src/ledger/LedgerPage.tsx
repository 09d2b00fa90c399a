import './ledger.css';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAnchors, useEntries, useHead, type Entry } from '../api/ledger';
import { useSession } from '../api/session';
import { AddFilter } from '../kit/AddFilter';
import { useCrumbs } from '../kit/Crumbs';
import { Digest } from '../kit/Digest';
import { Icon } from '../kit/Icon';
import { Keys } from '../kit/Keys';
import { useListState, useRowKeys } from '../kit/list';
import { ListBar } from '../kit/ListBar';
import { More } from '../kit/More';
import { useScreen } from '../kit/preferences';
import { FilterToken, SearchBox } from '../kit/SearchBox';
import { Denied, Failure, forbidden, Loading, State } from '../kit/States';
import { dayOf as day, number } from '../kit/time';
import { AnchorNow, Anchors } from './Anchors';
import { EntriesTable } from './EntriesTable';
import { EntryPreview } from './EntryPreview';
import texts from './texts/en.json';
import { Verify } from './Verify';

/** The end of a day in the browser's zone, as the filter of the server wants it. */
function moment(day: string, end: boolean): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) {
    return '';
  }
  return new Date(`${day}T${end ? '23:59:59.999' : '00:00:00'}`).toISOString();
}

const DAY = '[0-9]{4}-[0-9]{2}-[0-9]{2}';
const COMMANDS = Object.keys(texts.commands);

/** The journal: search, the entry beside it, verification, anchors. */
export function LedgerPage() {
  const { t } = useTranslation('ledger');
  const state = useListState();
  const { set } = state;
  const navigate = useNavigate();
  const session = useSession();
  const today = day(new Date());
  const head = useHead();
  const anchors = useAnchors();
  const filter = { q: state.text('q'), command: state.text('command'), from: moment(state.text('from'), false), to: moment(state.text('to'), true) };
  const list = useEntries(filter);
  const rows: Entry[] = list.data?.pages.flatMap((page) => page.items) ?? [];
  const open = state.text('open');
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const search = useCallback((q: string) => set({ q, open: null }), []);
  useCrumbs({ label: t('station') }, { label: t('title') });
  const phone = useScreen('(max-width: 767px)');
  const show = (sequence: string | null) => (phone && sequence ? void navigate(`/ledger/${sequence}`) : set({ open: sequence }));
  const move = useRowKeys(
    rows.map((row) => String(row.sequence)),
    open,
    show,
    (sequence) => void navigate(`/ledger/${sequence}`),
    { p: () => show(open ? null : String(rows[0]?.sequence ?? '')), Escape: () => show(null) },
  );
  const filtered = Object.values(filter).some((value) => value !== '');
  if (forbidden(list.error)) {
    return <Denied title={t('title')} error={list.error} />;
  }
  return (
    <>
      <div className="lhead">
        <div className="head">
          <div>
            <h1>{t('title')}</h1>
            <div className="meta">
              {head.data && (
                <>
                  <span>{t('entries', { shown: number(head.data.sequence), count: head.data.sequence })}</span>
                  <span className="row gap4">
                    <span className="k">{t('head')}</span> <Digest value={head.data.hash} />
                  </span>
                </>
              )}
              {anchors.data && (
                <span>
                  <a href="#anchors" onClick={() => set({ anchors: state.has('anchors') ? null : '1' })}>
                    {t('anchorCount', { count: anchors.data.items.length })}
                  </a>
                </span>
              )}
            </div>
          </div>
          <div className="acts">{session.data?.permissions.includes('LEDGER_ANCHOR') && <AnchorNow />}</div>
        </div>
        <Verify at={state.has('verify')} head={head.data?.sequence ?? 0} anchored={anchors.data?.items[0]?.sequence ?? 0} />
        {state.has('anchors') && anchors.data && <Anchors anchors={anchors.data.items} />}
      </div>
      <ListBar>
          <SearchBox value={filter.q} placeholder={t('searchFor')} onSearch={search} />
          {state.has('from') && <FilterToken name={t('from')} value={state.text('from')} onRemove={() => set({ from: null, open: null })} />}
          {state.has('to') && <FilterToken name={t('to')} value={state.text('to')} onRemove={() => set({ to: null, open: null })} />}
          {filter.command && <FilterToken name={t('command')} value={t(`commands.${filter.command}`, filter.command)} onRemove={() => set({ command: null, open: null })} />}
          <AddFilter
            fields={[
              ...(filter.command ? [] : [{ name: 'command', label: t('command'), options: COMMANDS }]),
              ...(state.has('from') ? [] : [{ name: 'from', label: t('from'), pattern: DAY, hint: today }]),
              ...(state.has('to') ? [] : [{ name: 'to', label: t('to'), pattern: DAY, hint: today }]),
            ]}
            onAdd={(name, value) => set({ [name]: value, open: null })}
          />
          <span className="rt s12 t3 row gap4 notPhone">
            <Icon name="sort" size={12} />
            {t('newestFirst')}
          </span>
      </ListBar>
      <div className={`lgrid led2${open ? '' : ' noprev'}`}>
        <section className="lmain" aria-label={t('title')}>
          {list.isPending && <Loading rows={12} />}
          {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
          {list.isSuccess && rows.length === 0 && (
            <State
              title={t(filtered ? 'filtered' : 'empty')}
              action={
                filtered && (
                  <button type="button" className="btn" onClick={() => set({ q: null, command: null, from: null, to: null })}>
                    {t('clear')}
                  </button>
                )
              }
            >
              {t(filtered ? 'filteredWhy' : 'emptyWhy')}
            </State>
          )}
          {rows.length > 0 && <EntriesTable rows={rows} chosen={open} onChoose={show} onCommand={(command) => set({ command, open: null })} />}
          <More shown={list.hasNextPage} busy={list.isFetchingNextPage} load={() => void list.fetchNextPage()} />
          <Keys known={['move', 'open', 'preview', 'search', 'all']} />
        </section>
        {open && <EntryPreview sequence={Number(open)} onMove={move} onClose={() => show(null)} />}
      </div>
    </>
  );
}
