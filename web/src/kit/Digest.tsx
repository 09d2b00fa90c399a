import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './Icon';

/** The first and last characters of a digest. */
export function cut(digest: string): string {
  const bare = digest.replace(/^sha256:/, '');
  return bare.length <= 12 ? bare : `${bare.slice(0, 4)}…${bare.slice(-4)}`;
}

/** A digest in short; the button copies the whole of it. */
export function Digest({ value, whole = false }: { value: string; whole?: boolean }) {
  const { t } = useTranslation('kit');
  const [copied, setCopied] = useState(false);
  const copy = () => {
    void navigator.clipboard.writeText(value).then(() => setCopied(true));
  };
  return (
    <span className="digest">
      <span className={whole ? 'mono whole' : 'mono'} title={value}>
        {whole ? value : cut(value)}
      </span>
      <button type="button" className="tool mini" onClick={copy} aria-label={t('copy')} title={copied ? t('copied') : t('copy')}>
        <Icon name="copy" size={12} />
      </button>
      {copied && <span className="s12 t3" role="status">{t('copied')}</span>}
    </span>
  );
}
