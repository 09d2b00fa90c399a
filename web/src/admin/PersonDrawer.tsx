import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClosePerson, useGrant, useMakeLink, useRevokeGrant, type Person, type ScopeRequest } from '../api/admin';
import { useMay, type Grant } from '../api/session';
import { Confirm } from '../kit/Confirm';
import { Digest } from '../kit/Digest';
import { Refusal } from '../kit/Refusal';
import { useSay } from '../kit/Said';
import { Sheet } from '../kit/Sheet';
import { long } from '../kit/time';
import { Time } from '../kit/Time';
import { GrantForm } from './GrantForm';
import { ScopeName } from './ScopeName';

interface Props {
  person: Person | null;
  onClose: () => void;
}

/** A person's roles, the single-use link, and the end of the account. */
export function PersonDrawer({ person, onClose }: Props) {
  return (
    <Sheet open={person !== null} onClose={onClose} title={person?.name}>
      {person && <Body key={person.id} person={person} />}
    </Sheet>
  );
}

/** The scope of a grant, as it is asked for. */
export function asked(scope: Grant['scope']): ScopeRequest {
  return {
    kind: scope.kind,
    ...(scope.entityId === undefined || scope.kind === 'GROUP' ? {} : { entityId: scope.entityId }),
    ...(scope.departmentId === undefined ? {} : { departmentId: scope.departmentId }),
    ...(scope.application === undefined ? {} : { application: scope.application }),
  };
}

function Body({ person }: { person: Person }) {
  const { t } = useTranslation('admin');
  const may = useMay();
  const say = useSay();
  const revoke = useRevokeGrant();
  const again = useGrant();
  const link = useMakeLink();
  const close = useClosePerson();
  const [closing, setClosing] = useState(false);
  const administrator = person.kind !== 'BUSINESS';
  const takeBack = (grant: Grant) =>
    revoke.mutate(
      { person: person.id, grant: grant.id },
      {
        onSuccess: () =>
          say({
            text: t('revoked', { name: person.name, role: t(`kit:role.${grant.role}`) }),
            undo: () => again.mutate({ person: person.id, role: grant.role, scope: asked(grant.scope) }),
          }),
      },
    );
  return (
    <div className="narrow">
      <dl className="kv">
        <dt>{t('login')}</dt>
        <dd>{person.login}</dd>
        <dt>{t('staffNumber')}</dt>
        <dd>{person.staffNumber ?? '—'}</dd>
        <dt>{t('entity')}</dt>
        <dd>{person.entity.name}</dd>
        <dt>{t('department')}</dt>
        <dd>{person.department?.name ?? '—'}</dd>
        <dt>{t('seenAt')}</dt>
        <dd>{person.seenAt ? <Time at={person.seenAt} form="long" /> : t('never')}</dd>
        {person.closedAt && (
          <>
            <dt>{t('closed')}</dt>
            <dd>
              <Time at={person.closedAt} form="long" />
            </dd>
          </>
        )}
      </dl>
      <section>
        <div className="sect-h">
          <h3>{t('roles')}</h3>
        </div>
        {person.grants.length === 0 && <p className="t2 s13 mt8">{t('noRoles')}</p>}
        <ul className="plain">
          {person.grants.map((grant) => (
            <li key={grant.id}>
              <span className="grow">
                {t(`kit:role.${grant.role}`)} <ScopeName scope={grant.scope} />
              </span>
              {may('GRANT_MANAGE') && !administrator && (
                <button type="button" className="link" disabled={revoke.isPending} onClick={() => takeBack(grant)} aria-label={t('revokeOf', { role: t(`kit:role.${grant.role}`) })}>
                  {t('revoke')}
                </button>
              )}
            </li>
          ))}
        </ul>
        <Refusal error={revoke.error ?? again.error} />
        {may('GRANT_MANAGE') && administrator && <p className="s12 t3 mt8">{t('administratorWhy')}</p>}
      </section>
      {may('GRANT_MANAGE') && !administrator && !person.closedAt && <GrantForm person={person} />}
      {may('PERSON_MANAGE') && !person.closedAt && (
        <section>
          <div className="sect-h">
            <h3>{t('account')}</h3>
          </div>
          {administrator ? (
            <p className="s13 t2 mt8">{t('administratorLink', { login: person.login })}</p>
          ) : link.data ? (
            <div className="once">
              <p className="s13 t2">{t('linkWhy', { until: long(link.data.expiresAt) })}</p>
              <p className="tokv mono mt8">
                <Digest value={link.data.link} whole />
              </p>
            </div>
          ) : (
            <p className="row mt12 wrap">
              <button type="button" className="btn" disabled={link.isPending} onClick={() => link.mutate(person.id)}>
                {t('link')}
              </button>
              <button type="button" className="btn" onClick={() => setClosing(true)}>
                {t('closeAccount')}
              </button>
            </p>
          )}
          <Refusal error={link.error} />
        </section>
      )}
      {closing && (
        <Confirm
          title={t('closeQuestion', { name: person.name })}
          verb={t('closeAccount')}
          busy={close.isPending}
          error={close.error}
          onClose={() => setClosing(false)}
          onConfirm={() =>
            close.mutate(person.id, {
              onSuccess: () => {
                setClosing(false);
                say({ text: t('accountClosed', { name: person.name }) });
              },
            })
          }
        >
          {t('closeWhy', { count: person.grants.length })}
        </Confirm>
      )}
    </div>
  );
}
