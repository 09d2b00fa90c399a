import './admin.css';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDepartments, useEntities, usePeople, type Person } from '../api/admin';
import { useMay } from '../api/session';
import { useCrumbs } from '../kit/Crumbs';
import { Icon } from '../kit/Icon';
import { useListState } from '../kit/list';
import { More } from '../kit/More';
import { Person as Face } from '../kit/Person';
import { SearchBox } from '../kit/SearchBox';
import { Denied, Failure, forbidden, Loading, State } from '../kit/States';
import { number } from '../kit/time';
import { Time } from '../kit/Time';
import { AddPerson } from './AddPerson';
import { AddPlace } from './AddPlace';
import { Administrators } from './Administrators';
import { PersonDrawer } from './PersonDrawer';
import { ScopeName } from './ScopeName';
import { Tree } from './Tree';

/** The people of the legal entities that the caller administers, beside the tree of their departments. */
export function PeoplePage() {
  const { t } = useTranslation('admin');
  const state = useListState();
  const { set } = state;
  const may = useMay();
  const entities = useEntities();
  const departments = useDepartments();
  const [placing, setPlacing] = useState<'entity' | 'department' | null>(null);
  const filter = { q: state.text('q'), entityId: state.text('entity'), departmentId: state.text('department') };
  const list = usePeople(filter);
  const rows: Person[] = list.data?.pages.flatMap((page) => page.items) ?? [];
  const open = rows.find((row) => String(row.id) === state.text('open'));
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const search = useCallback((q: string) => set({ q, open: null }), []);
  useCrumbs({ label: t('title') }, { label: t('people') });
  const place =
    departments.data?.items.find((one) => String(one.id) === filter.departmentId)?.name ?? entities.data?.items.find((one) => String(one.id) === filter.entityId)?.name ?? t('everyEntity');
  const choose = (entity: string, department: string) => set({ entity, department, open: null });
  if (forbidden(list.error)) {
    return <Denied title={t('people')} error={list.error} />;
  }
  return (
    <div className="admg">
      <div className="admt">
        <Tree entity={filter.entityId} department={filter.departmentId} onChoose={choose} />
        {may('ENTITY_MANAGE') && (
          <p className="admtActs">
            <button type="button" className="link row gap4" onClick={() => setPlacing('department')}>
              <Icon name="plus" size={14} />
              {t('addDepartment')}
            </button>
            <button type="button" className="link row gap4" onClick={() => setPlacing('entity')}>
              <Icon name="plus" size={14} />
              {t('addEntity')}
            </button>
          </p>
        )}
        <p className="wall t2 s12">{t('wallWhy')}</p>
      </div>
      <div className="admm">
        <div className="row between">
          <h1>{t('people')}</h1>
          {may('PERSON_MANAGE') && (
            <button type="button" className="btn" onClick={() => set({ add: '1' })}>
              <Icon name="plus" size={14} />
              {t('add')}
            </button>
          )}
        </div>
        {filter.q === '' && filter.entityId === '' && <Administrators />}
        <section className="mt24" aria-label={t('people')}>
          <div className="sect-h ctr">
            <h2 className="s14">{place}</h2>
            {list.isSuccess && (
              <span className="n" role="status">
                {t(list.hasNextPage ? 'shownMore' : 'shown', { shown: number(rows.length), count: rows.length })}
              </span>
            )}
            <span className="more">
              <SearchBox value={filter.q} placeholder={t('searchFor')} onSearch={search} />
            </span>
          </div>
          {list.isPending && <Loading rows={8} />}
          {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
          {list.isSuccess && rows.length === 0 && (
            <State
              title={t('empty')}
              action={
                (filter.q !== '' || filter.entityId !== '') && (
                  <button type="button" className="btn" onClick={() => set({ q: null, entity: null, department: null })}>
                    {t('everybody')}
                  </button>
                )
              }
            >
              {t('emptyWhy')}
            </State>
          )}
          {rows.length > 0 && <People rows={rows} open={state.text('open')} onOpen={(id) => set({ open: id })} />}
          <More shown={list.hasNextPage} busy={list.isFetchingNextPage} load={() => void list.fetchNextPage()} />
        </section>
      </div>
      <PersonDrawer person={open ?? null} onClose={() => set({ open: null })} />
      <AddPerson open={state.has('add') && may('PERSON_MANAGE')} entity={filter.entityId} department={filter.departmentId} onClose={() => set({ add: null })} />
      <AddPlace what={placing} entity={filter.entityId} parent={filter.departmentId} onClose={() => setPlacing(null)} />
    </div>
  );
}

function People({ rows, open, onOpen }: { rows: Person[]; open: string; onOpen: (id: string) => void }) {
  const { t } = useTranslation('admin');
  return (
    <table className="tbl fix people">
      <colgroup>
        <col className="m-name" />
        <col />
        <col className="m-department" />
        <col className="m-seen" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t('person')}</th>
          <th scope="col">{t('rolesAndScope')}</th>
          <th scope="col" className="d">
            {t('department')}
          </th>
          <th scope="col" className="num">
            {t('seenAt')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className={String(row.id) === open ? 'on' : ''} onClick={() => onOpen(String(row.id))}>
            <td>
              <span className="row gap8">
                <Face name={row.name} short />
                <button
                  type="button"
                  className="link ink cut"
                  onClick={(event) => {
                    event.stopPropagation();
                    onOpen(String(row.id));
                  }}
                >
                  {row.name}
                </button>
                <span className="t3 cut">{row.staffNumber ?? row.login}</span>
              </span>
            </td>
            <td className="cut">
              {row.closedAt ? (
                <span className="t3">{t('closed')}</span>
              ) : row.grants.length === 0 ? (
                <span className="t3">{t('noRoles')}</span>
              ) : (
                row.grants.map((grant) => (
                  <span key={grant.id} className="grantOf">
                    {t(`kit:role.${grant.role}`)} <ScopeName scope={grant.scope} />
                  </span>
                ))
              )}
            </td>
            <td className="t2 cut d">{row.department?.name ?? row.entity.name}</td>
            <td className="t2 num">{row.seenAt ? <Time at={row.seenAt} /> : t('never')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
