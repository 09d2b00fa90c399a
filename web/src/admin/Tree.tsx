import { useTranslation } from 'react-i18next';
import { useDepartments, useEntities, type Department } from '../api/admin';
import { Failure } from '../kit/States';
import { number } from '../kit/time';

interface Props {
  entity: string;
  department: string;
  onChoose: (entity: string, department: string) => void;
}

/** The departments of an entity, each right below the one it belongs to. */
export function inOrder(departments: readonly Department[], entityId: number): Department[] {
  const own = departments.filter((one) => one.entityId === entityId);
  const known = new Set(own.map((one) => one.id));
  const below = (parent: number | undefined): Department[] =>
    own.filter((one) => (parent === undefined ? one.parentId === undefined || one.parentId === null || !known.has(one.parentId) : one.parentId === parent)).flatMap((one) => [one, ...below(one.id)]);
  return below(undefined);
}

/** Legal entities and their departments; what is chosen narrows the people beside it. */
export function Tree({ entity, department, onChoose }: Props) {
  const { t } = useTranslation('admin');
  const entities = useEntities();
  const departments = useDepartments();
  if (entities.isError || departments.isError) {
    return <Failure error={entities.error ?? departments.error} retry={() => void Promise.all([entities.refetch(), departments.refetch()])} />;
  }
  const all = departments.data?.items ?? [];
  return (
    <nav className="otree" aria-label={t('tree')}>
      <h2 className="s12 t3">{t('tree')}</h2>
      <ul className="orgs">
        <li>
          <Place name={t('everyEntity')} on={entity === '' && department === ''} depth={0} onClick={() => onChoose('', '')} />
        </li>
        {entities.data?.items.map((one) => (
          <li key={one.id}>
            <Place name={one.name} on={entity === String(one.id) && department === ''} depth={0} onClick={() => onChoose(String(one.id), '')} />
            <ul>
              {inOrder(all, one.id).map((below) => (
                <li key={below.id}>
                  <Place name={below.name} people={below.people} on={department === String(below.id)} depth={below.path.length} onClick={() => onChoose(String(one.id), String(below.id))} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Place({ name, people, on, depth, onClick }: { name: string; people?: number; on: boolean; depth: number; onClick: () => void }) {
  return (
    <button type="button" className={on ? 'on' : ''} aria-pressed={on} style={{ paddingLeft: 8 + depth * 16 }} onClick={onClick}>
      <span className="cut grow">{name}</span>
      {people !== undefined && <span className="t3">{number(people)}</span>}
    </button>
  );
}
