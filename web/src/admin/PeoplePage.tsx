import './admin.css';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePeople, useEntities, type Person } from '../api/admin';
import { useSession } from '../api/session';
import { useCrumbs } from '../kit/Crumbs';
import { useListState } from '../kit/list';
import { More } from '../kit/More';
import { Person as Face } from '../kit/Person';
import { SearchBox } from '../kit/SearchBox';
import { Failure, Loading, State } from '../kit/States';
import { number } from '../kit/time';
import { Time } from '../kit/Time';
import { AddPerson } from './AddPerson';
import { PersonDrawer } from './PersonDrawer';
import { ScopeName } from './ScopeName';

/** The people of the legal entities that the caller administers. */
export function PeoplePage() {
  const { t } = useTranslation('admin');
  const state = useListState();
  const { set } = state;
  const session = useSession();
  const entities = useEntities();
  const [adding, setAdding] = useState(false);
  const filter = { q: state.text('q'), entityId: state.text('entity') };
  const list = usePeople(filter);
  const rows: Person[] = list.data?.pages.flatMap((page) => page.items) ?? [];
  const open = rows.find((row) => String(row.id) === state.text('open'));
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const search = useCallback((q: string) => set({ q, open: null }), []);
  useCrumbs({ label: t('title') }, { label: t('people') });
  return (
    <>
      <div className="lhead">
        <div className="row between">
          <h1>{t('people')}</h1>
          {session.data?.permissions.includes('PERSON_MANAGE') && (
            <button type="button" className="btn sm pri" onClick={() => setAdding(true)}>
              {t('add')}
            </button>
          )}
        </div>
      </div>
      <div className="lbar">
        <div className="row wrap gap8">
          <SearchBox value={filter.q} placeholder={t('searchFor')} onSearch={search} />
          {(entities.data?.items.length ?? 0) > 1 && (
            <select className="pickOne" aria-label={t('entity')} value={filter.entityId} onChange={(event) => set({ entity: event.target.value, open: null })}>
              <option value="">{t('everyEntity')}</option>
              {entities.data?.items.map((entity) => (
                <option key={entity.id} value={entity.id}>
                  {entity.name}
                </option>
              ))}
            </select>
          )}
        </div>
      </div>
      <section className="lmain" aria-label={t('people')}>
        {list.isPending && <Loading rows={8} />}
        {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
        {list.isSuccess && rows.length === 0 && <State title={t('empty')}>{t('emptyWhy')}</State>}
        {rows.length > 0 && (
          <>
            <div className="count s12 t3" role="status">
              {t(list.hasNextPage ? 'shownMore' : 'shown', { shown: number(rows.length), count: rows.length })}
            </div>
            <table className="tbl fix edge dense fnd">
              <colgroup>
                <col className="m-name" />
                <col className="m-login" />
                <col className="m-department" />
                <col />
                <col className="m-seen" />
              </colgroup>
              <thead>
                <tr>
                  {['name', 'login', 'department', 'roles', 'seenAt'].map((column) => (
                    <th scope="col" key={column}>
                      {t(column)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.id} className={row.id === open?.id ? 'on' : ''} onClick={() => set({ open: String(row.id) })}>
                    <td>
                      <button type="button" className="link quiet" onClick={() => set({ open: String(row.id) })}>
                        <Face name={row.name} />
                      </button>
                    </td>
                    <td className="t2 cut">
                      {row.login} <span className="t3 s12">{row.staffNumber}</span>
                    </td>
                    <td className="t2 cut d">
                      {row.department?.name ?? '—'} <span className="t3 s12">{row.entity.name}</span>
                    </td>
                    <td className="cut d">
                      {row.grants.map((grant) => (
                        <span key={grant.id} className="tag">
                          {t(`kit:role.${grant.role}`)} <ScopeName scope={grant.scope} />
                        </span>
                      ))}
                    </td>
                    <td className="t2 nw d">{row.closedAt ? t('closed') : row.seenAt ? <Time at={row.seenAt} /> : t('never')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <More shown={list.hasNextPage} busy={list.isFetchingNextPage} load={() => void list.fetchNextPage()} />
          </>
        )}
      </section>
      <PersonDrawer person={open ?? null} onClose={() => set({ open: null })} />
      <AddPerson open={adding} onClose={() => setAdding(false)} />
    </>
  );
}
