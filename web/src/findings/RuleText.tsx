import { useTranslation } from 'react-i18next';
import { useRuleText } from '../api/packs';
import type { Finding } from '../api/findings';
import { Code } from '../kit/Code';
import { Icon } from '../kit/Icon';
import { useSay } from '../kit/Said';
import { useText } from '../kit/text';

/** Scanners of ours; the rules of others have their text in the report alone. */
const OURS = /^touchstone /i;

/** Why it matters and how to mend it, side by side, where the rule's own text is there. */
export function RuleText({ finding }: { finding: Finding }) {
  const { t } = useTranslation('findings');
  const text = useText();
  const say = useSay();
  const rule = useRuleText(finding.rule, OURS.test(finding.tool));
  if (!rule.data) {
    return null;
  }
  const { why, mend, faulty, mended, references } = rule.data;
  const copy = () => void navigator.clipboard.writeText(mended ?? '').then(() => say({ text: t('kit:copied') }));
  return (
    <div className="cols two mt24 whyMend">
      <section>
        <h2>{t('why')}</h2>
        <p className="mt8 readable">{text(why)}</p>
        {references.length > 0 && (
          <p className="mt8 row gap4 wrap">
            {references.map((one) => (
              <span key={one} className="tag">
                {one}
              </span>
            ))}
          </p>
        )}
      </section>
      <section>
        <h2>{t('mend')}</h2>
        <p className="mt8 readable">{text(mend)}</p>
        {faulty && mended && (
          <div className="mt12 example">
            <Code caption={<span className="grow">{t('faulty')}</span>} text={faulty} firstLine={0} tone="del" />
            <Code
              caption={
                <>
                  <span className="grow">{t('mended')}</span>
                  <button type="button" className="link row gap4" onClick={copy}>
                    <Icon name="copy" size={12} />
                    {t('copyExample')}
                  </button>
                </>
              }
              text={mended}
              firstLine={0}
              tone="add"
            />
          </div>
        )}
      </section>
    </div>
  );
}
