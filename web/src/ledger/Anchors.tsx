import { useTranslation } from 'react-i18next';
import { useAnchorNow, type Anchor } from '../api/ledger';
import { Digest } from '../kit/Digest';
import { Icon } from '../kit/Icon';
import { Refusal } from '../kit/Refusal';
import { sequence } from '../kit/time';
import { Time } from '../kit/Time';

function save(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** Makes a signed head and hands it out; from then on what it covers is anchored. */
export function AnchorNow() {
  const { t } = useTranslation('ledger');
  const anchor = useAnchorNow();
  return (
    <>
      <Refusal error={anchor.error} />
      {anchor.data && <span className="s12 t2 selfCenter" role="status">{t('anchorMade', { at: sequence(anchor.data.anchor.sequence) })}</span>}
      <button type="button" className="btn" disabled={anchor.isPending} onClick={() => anchor.mutate(undefined, { onSuccess: (made) => save(made.anchor.place.split('/').at(-1) ?? 'anchor.dsse', made.file) })}>
        <Icon name="anchor" size={14} />
        {t('anchorNow')}
      </button>
    </>
  );
}

/** The heads that were handed out, newest first. */
export function Anchors({ anchors }: { anchors: Anchor[] }) {
  const { t } = useTranslation('ledger');
  return (
    <section className="mt12" id="anchors">
      <div className="sect-h">
        <h2>{t('anchors')}</h2>
        <span className="n">{t('anchorsWhy')}</span>
      </div>
      {anchors.length === 0 ? (
        <p className="t2 s13 mt8">{t('noAnchors')}</p>
      ) : (
        <table className="tbl dense">
          <tbody>
            {anchors.map((anchor) => (
              <tr key={`${anchor.sequence}${anchor.at}`}>
                <td className="mono">{sequence(anchor.sequence)}</td>
                <td>
                  <Digest value={anchor.hash} />
                </td>
                <td className="t2">
                  <Time at={anchor.at} form="long" />
                </td>
                <td className="t3 mono">{anchor.place}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
