import './admin.css';
import { Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRevokeToken, useTokens } from '../api/admin';
import { useCrumbs } from '../kit/Crumbs';
import { More } from '../kit/More';
import { Refusal } from '../kit/Refusal';
import { Failure, Loading, State } from '../kit/States';
import { Time } from '../kit/Time';
import { MakeToken } from './MakeToken';
import { ScopeName } from './ScopeName';

/** The keys of machines: who holds what, until when. */
export function TokensPage() {
  const { t } = useTranslation('admin');
  const list = useTokens();
  const revoke = useRevokeToken();
  const [making, setMaking] = useState(false);
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  useCrumbs({ label: t('title') }, { label: t('tokens') });
  return (
    <>
      <div className="lhead padded">
        <div className="row between">
          <h1>{t('tokens')}</h1>
          <button type="button" className="btn sm pri" onClick={() => setMaking(true)}>
            {t('tokenAdd')}
          </button>
        </div>
        <Refusal error={revoke.error} />
      </div>
      <section className="lmain" aria-label={t('tokens')}>
        {list.isPending && <Loading rows={6} />}
        {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
        {list.isSuccess && rows.length === 0 && <State title={t('noTokens')}>{t('noTokensWhy')}</State>}
        {rows.length > 0 && (
          <table className="tbl fix edge dense fnd">
            <colgroup>
              <col className="m-name" />
              <col className="m-state" />
              <col />
              <col className="m-login" />
              <col className="m-seen" />
              <col className="m-seen" />
              <col className="m-act" />
            </colgroup>
            <thead>
              <tr>
                {['tokenName', 'tokenState', 'tokenRoles', 'createdBy', 'expiresAt', 'usedAt'].map((column) => (
                  <th scope="col" key={column}>
                    {t(column)}
                  </th>
                ))}
                <th>
                  <span className="sr">{t('revokeToken')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td className="cut">
                    {row.name} <span className="t3 s12">{row.entity.name}</span>
                  </td>
                  <td className="t2">{t(`states.${row.state}`, row.state)}</td>
                  <td className="cut d">
                    {row.grants.map((grant) => (
                      <span key={grant.id} className="tag">
                        {t(`kit:role.${grant.role}`)} <ScopeName scope={grant.scope} />
                      </span>
                    ))}
                  </td>
                  <td className="t2 cut d">{row.createdBy}</td>
                  <td className="t2 nw">
                    <Time at={row.expiresAt} />
                  </td>
                  <td className="t2 nw d">{row.usedAt ? <Time at={row.usedAt} /> : t('never')}</td>
                  <td className="num">
                    {row.state === 'ACTIVE' && (
                      <Popconfirm title={t('revokeTokenQuestion', { name: row.name })} okText={t('revokeToken')} cancelText={t('cancel')} onConfirm={() => revoke.mutate(row.id)}>
                        <button type="button" className="link">
                          {t('revokeToken')}
                        </button>
                      </Popconfirm>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <More shown={list.hasNextPage} busy={list.isFetchingNextPage} load={() => void list.fetchNextPage()} />
      </section>
      <MakeToken open={making} onClose={() => setMaking(false)} />
    </>
  );
}
